import { interestScores } from '../../src/interests/interest-scores';
import type { VisitorContext } from '../../src/model/visitor-context';
import type { Random } from './random';
import {
  CAMPAIGNS,
  COUNTRIES,
  DEVICES,
  INDUSTRIES,
  LIFECYCLES,
  MEDIUMS,
  PAGES,
  PLANS,
  ROLES,
  SECTIONS,
  SOURCES,
  SUBSECTIONS,
  TAGS,
} from './vocabulary';

/** The moment at which everything is decided: nothing here reads a clock. */
export const NOW = Date.parse('2026-11-21T12:00:00Z');

/** A visitor's context as each side gets it. */
export interface BenchContext {
  /** For us: as `JSON.parse` gives it, interests as a profile. */
  readonly context: VisitorContext;
  /** For peers: the same with `interests` as numbers by tag, computed by our own formula before the clock runs. */
  readonly peer: PeerContext;
}

/** Nested, plain JSON. */
export type PeerContext = Readonly<Record<string, unknown>>;

const daysAgo = (days: number): string => new Date(NOW - days * 86_400_000).toISOString().slice(0, 10);

const interests = (random: Random): VisitorContext['interests'] => {
  const tags = random.some(TAGS, random.between(3, 12));
  const split = Math.ceil(tags.length / 2);
  const score = (most: number): number => Math.round(random.next() * most * 100) / 100;
  return {
    visit: Object.fromEntries(tags.slice(0, split).map((tag) => [tag, score(6)])),
    lasting: Object.fromEntries(tags.slice(split).map((tag) => [tag, score(20)])),
    at: new Date(NOW - random.int(3_600_000)).toISOString(),
  };
};

/** A visitor who agreed: everything a rule may read, some of it missing. About 590 bytes of JSON. */
const visitorContext = (random: Random): VisitorContext => ({
  unit: { kind: 'visitor', id: `v${random.int(1e9).toString(36)}` },
  consent: { personalization: true },
  page: { path: `/${random.skewed(SECTIONS)}/${random.skewed(SUBSECTIONS)}/${random.pick(PAGES)}` },
  ...(random.chance(0.6) && {
    campaign: {
      source: random.skewed(SOURCES),
      medium: random.skewed(MEDIUMS),
      name: random.skewed(CAMPAIGNS),
    },
  }),
  location: { country: random.skewed(COUNTRIES) },
  device: { type: random.skewed(DEVICES) },
  app: { version: `${random.between(1, 9)}.${random.int(20)}.${random.int(10)}` },
  session: { count: Math.ceil(40 * random.next() ** 4) + 1, pageViews: Math.ceil(30 * random.next() ** 3) },
  traits: {
    ...(random.chance(0.8) && {
      industry: random.skewed(INDUSTRIES),
      companySize: Math.ceil(5_000 * random.next() ** 3),
    }),
    ...(random.chance(0.7) && { plan: random.skewed(PLANS), role: random.skewed(ROLES) }),
    lifecycle: random.skewed(LIFECYCLES),
    signedUpAt: daysAgo(random.int(1_500)),
  },
  interests: interests(random),
});

/** Without consent: a page view of the same person, who sends no more than that. */
const pageVisit = (context: VisitorContext): VisitorContext => ({
  ...context,
  unit: { kind: 'page-visit', id: context.unit?.id ?? '' },
  consent: { personalization: false },
});

/** What peers get: scores as of {@link NOW}, computed outside all timing. */
export const peerContextOf = (context: VisitorContext): PeerContext => ({
  ...context,
  interests: Object.fromEntries(interestScores(context.interests, NOW)),
});

/**
 * Contexts of visitors who agreed, as `JSON.parse` makes them, so that their shapes are those of real requests. While
 * V8 parses the first of a kind it learns what numbers its fields hold, and gives up shapes that it has made already.
 * Real requests come long after that. So all are parsed twice, and the second ones are given.
 */
export const makeContexts = (
  random: Random,
  count: number,
  unit: 'visitor' | 'page-visit' = 'visitor',
): BenchContext[] => {
  const texts = Array.from({ length: count }, () => {
    const made = visitorContext(random);
    const context = unit === 'visitor' ? made : pageVisit(made);
    return [JSON.stringify(context), JSON.stringify(peerContextOf(context))] as const;
  });
  const parsed = (): BenchContext[] =>
    texts.map(([context, peer]) => ({
      context: JSON.parse(context) as VisitorContext,
      peer: JSON.parse(peer) as PeerContext,
    }));
  parsed();
  return parsed();
};
