import { all, any, type BenchCondition, type BenchRule } from './bench-rule';
import type { Random } from './random';
import {
  CAMPAIGNS,
  COUNTRIES,
  DEVICES,
  INDUSTRIES,
  LIFECYCLES,
  PLANS,
  ROLES,
  SECTIONS,
  SUBSECTIONS,
  TAGS,
} from './vocabulary';

const many = (count: number, make: () => BenchRule): BenchRule[] => Array.from({ length: count }, make);

const notAmong = (attribute: string, values: readonly string[]): BenchCondition => ({
  kind: 'not-among',
  attribute,
  values,
});
const equals = (attribute: string, value: string): BenchCondition => ({ kind: 'equals', attribute, value });
const atLeast = (attribute: string, value: number): BenchCondition => ({
  kind: 'at-least',
  attribute,
  value,
});

/** Few values: a country of six, visits and a device. Nothing in it is rare. */
export const lowCardinality = (random: Random, count: number): BenchRule[] =>
  many(count, () =>
    all([
      equals('location.country', random.pick(COUNTRIES.slice(0, 6))),
      atLeast('session.count', random.between(1, 40)),
      equals('device.type', random.pick(DEVICES)),
    ]),
  );

/** Three thresholds, no equality at all. */
export const rangesOnly = (random: Random, count: number): BenchRule[] =>
  many(count, () =>
    all([
      atLeast('session.count', random.between(5, 40)),
      atLeast('session.pageViews', random.between(5, 30)),
      atLeast('traits.companySize', random.between(500, 5_000)),
    ]),
  );

/** Three exclusions: no condition says who is meant, so no rule can be filed under anything. */
export const negationsOnly = (random: Random, count: number): BenchRule[] =>
  many(count, () =>
    all([
      notAmong('location.country', random.some(COUNTRIES, random.between(10, 20))),
      notAmong('traits.lifecycle', random.some(LIFECYCLES, 2)),
      notAmong('traits.role', random.some(ROLES, random.between(2, 4))),
    ]),
  );

/** Two groups of three branches: nine ways to match each rule. */
export const orHeavy = (random: Random, count: number): BenchRule[] =>
  many(count, () =>
    all([
      any([
        all([
          equals('campaign.name', random.pick(CAMPAIGNS)),
          equals('location.country', random.pick(COUNTRIES)),
        ]),
        atLeast(`interests.${random.pick(TAGS)}`, random.between(3, 6) / 10),
        {
          kind: 'starts-with',
          attribute: 'page.path',
          value: `/${random.pick(SECTIONS)}/${random.pick(SUBSECTIONS)}/`,
        },
      ]),
      any([
        all([equals('traits.role', random.pick(ROLES)), equals('traits.industry', random.pick(INDUSTRIES))]),
        atLeast(`interests.${random.pick(TAGS)}`, random.between(3, 6) / 10),
        all([equals('traits.plan', random.pick(PLANS)), atLeast('session.count', random.between(20, 40))]),
      ]),
    ]),
  );

/** Every rule takes about 15 % of the visitors: the answer itself is long. */
export const manyMatches = (random: Random, count: number): BenchRule[] =>
  many(count, () =>
    all([
      { kind: 'among', attribute: 'location.country', values: random.some(COUNTRIES, 16) },
      atLeast('session.count', random.between(2, 20)),
    ]),
  );
