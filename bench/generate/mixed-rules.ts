import { all, any, none, type BenchCondition, type BenchRule } from './bench-rule';
import { NOW } from './contexts';
import type { Random } from './random';
import {
  CAMPAIGNS,
  COUNTRIES,
  DEVICES,
  INDUSTRIES,
  LIFECYCLES,
  MEDIUMS,
  PLANS,
  ROLES,
  SECTIONS,
  SOURCES,
  SUBSECTIONS,
  TAGS,
} from './vocabulary';

/** Broad audiences take half the visitors or so with each condition, narrow ones a small share. */
export type Breadth = 'broad' | 'narrow';
type Maker = (random: Random, breadth: Breadth) => BenchCondition;

const among =
  (attribute: string, values: readonly string[]): Maker =>
  (random, breadth) => ({
    kind: 'among',
    attribute,
    values: random.some(
      values,
      breadth === 'broad' ? random.between(3, 8) : random.between(1, Math.ceil(values.length / 20)),
    ),
  });

const equals =
  (attribute: string, values: readonly string[]): Maker =>
  (random) => ({ kind: 'equals', attribute, value: random.pick(values) });

const atLeast =
  (attribute: string, most: number): Maker =>
  (random, breadth) => ({
    kind: 'at-least',
    attribute,
    value:
      breadth === 'broad' ? random.between(1, most / 5) : random.between(Math.ceil((2 / 3) * most), most),
  });

const interest: Maker = (random, breadth) => ({
  kind: 'at-least',
  attribute: `interests.${random.pick(TAGS)}`,
  value: random.between(breadth === 'broad' ? 1 : 3, 6) / 10,
});

const path: Maker = (random, breadth) => ({
  kind: 'starts-with',
  attribute: 'page.path',
  value:
    breadth === 'broad'
      ? `/${random.pick(SECTIONS)}/`
      : `/${random.pick(SECTIONS)}/${random.pick(SUBSECTIONS)}/`,
});

const campaign: Maker = (random, breadth) => {
  const pairs: Maker[] = [equals('campaign.source', SOURCES), equals('campaign.medium', MEDIUMS)];
  if (breadth === 'narrow') pairs.push(equals('campaign.name', CAMPAIGNS));
  return random.pick(pairs)(random, breadth);
};

const lifecycle: Maker = (random, breadth) => ({
  kind: 'not-among',
  attribute: 'traits.lifecycle',
  values: random.some(LIFECYCLES, breadth === 'broad' ? random.between(1, 3) : random.between(3, 5)),
});

const signedUp: Maker = (random, breadth) => ({
  kind: 'date-from',
  attribute: 'traits.signedUpAt',
  value: new Date(NOW - random.int(breadth === 'broad' ? 1_500 : 100) * 86_400_000)
    .toISOString()
    .slice(0, 10),
});

const appVersion: Maker = (random, breadth) => ({
  kind: 'version-from',
  attribute: 'app.version',
  value: `${random.between(breadth === 'broad' ? 1 : 5, 9)}.${random.int(20)}.0`,
});

/** Weights of the published mix: what marketers ask, and how often. */
const MIX: readonly (readonly [weight: number, make: Maker])[] = [
  [55, among('location.country', COUNTRIES)],
  [35, atLeast('session.count', 30)],
  [30, interest],
  [25, path],
  [43, campaign],
  [15, equals('device.type', DEVICES)],
  [12, among('traits.industry', INDUSTRIES)],
  [10, among('traits.plan', PLANS)],
  [8, lifecycle],
  [8, equals('traits.role', ROLES)],
  [8, signedUp],
  [6, atLeast('traits.companySize', 5_000)],
  [5, appVersion],
];
const TOTAL = MIX.reduce((sum, [weight]) => sum + weight, 0);

const condition = (random: Random, breadth: Breadth): BenchCondition => {
  let left = random.next() * TOTAL;
  for (const [weight, make] of MIX) {
    left -= weight;
    if (left < 0) return make(random, breadth);
  }
  return interest(random, breadth);
};

/** Conditions on different attributes: people do not ask one attribute twice in one breath. */
const conditions = (random: Random, breadth: Breadth, count: number): BenchCondition[] => {
  const made = new Map<string, BenchCondition>();
  while (made.size < count) {
    const one = condition(random, breadth);
    if (!made.has(one.attribute)) made.set(one.attribute, one);
  }
  return [...made.values()];
};

/** How many conditions all must hold, each number as likely as the others. */
const CONDITIONS: Readonly<Record<Breadth, readonly number[]>> = { broad: [2, 2, 3], narrow: [3] };

/** {@link CONDITIONS}; in 25 % of the rules an `$or` of 2 or 3 branches, in 8 % a `$nor`, in 4 % groups in groups. */
export const mixedRule = (random: Random, breadth: Breadth): BenchRule => {
  const children: BenchRule[] = conditions(random, breadth, random.pick(CONDITIONS[breadth]));
  if (random.chance(0.25)) children.push(any(conditions(random, breadth, random.between(2, 3))));
  if (random.chance(0.08)) children.push(none(conditions(random, breadth, random.between(1, 2))));
  if (random.chance(0.04)) {
    children.push(any([all(conditions(random, breadth, 2)), all(conditions(random, breadth, 2))]));
  }
  return all(children);
};

/** How many broad audiences a project has, however many narrow ones stand beside them. */
const BROAD_AUDIENCES = 100;

/**
 * A project's audiences: some broad ones and, where it has more, a long tail of narrow ones, in any order. A visitor is
 * in about 0.4 of 10, 3.5 of 100 and 7 of 10,000.
 */
export const mixedRules = (random: Random, count: number): BenchRule[] =>
  random.shuffle(
    Array.from({ length: count }, (_, index) =>
      mixedRule(random, index < BROAD_AUDIENCES ? 'broad' : 'narrow'),
    ),
  );
