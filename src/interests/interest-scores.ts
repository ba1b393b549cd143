import { parseInstant } from '../context/iso-instant';
import { LIMITS } from '../foundation/limits';
import type { InterestProfile } from '../model/interest-profile';
import { decayFactor, LASTING_HALF_LIFE_MS, VISIT_HALF_LIFE_MS } from './decay';
import { isTagScore, readTagScores } from './tag-scores';

/** Share of this visit in `interests.<tag>` where the project set none; lasting has the rest. */
export const DEFAULT_INTEREST_MIX = 0.6;

/** The scores of a profile at one moment, read when somebody first asks for one: most rules read none. */
export interface InterestScores {
  /** `undefined` for a tag that the profile has not. */
  get(tag: string): number | undefined;
  /** This visit's tags, then the lasting ones; without looking at their scores, so some may have none. */
  keys(): readonly string[];
  /** All of them, in that order. */
  all(): ReadonlyMap<string, number>;
}

/**
 * `p` of the tags of a profile, 0..1: what rules read as `interests.<tag>`.
 *
 * p = mix · visit / max(1, largest visit) + (1 − mix) · lasting / max(1, largest lasting), both decayed to
 * `now`. The floor of 1 keeps one page view of long ago from counting as full interest. A profile whose
 * `at` cannot be read has no scores, because nothing says how old they are.
 *
 * @param now epoch milliseconds
 * @param mix share of this visit, 0..1
 */
export const interestScoresOf = (
  profile: InterestProfile | undefined,
  now: number,
  mix: number = DEFAULT_INTEREST_MIX,
): InterestScores => {
  let parts: { readonly visit: Part; readonly lasting: Part } | undefined;
  let whole: Map<string, number> | undefined;
  const read = () => (parts ??= partsOf(profile, now, mix));
  const scores: InterestScores = {
    get: (tag) => {
      const { visit, lasting } = read();
      const ofVisit = shareOf(visit, tag);
      const ofLasting = shareOf(lasting, tag);
      return ofVisit === undefined || ofLasting === undefined ? (ofVisit ?? ofLasting) : ofVisit + ofLasting;
    },
    keys: () => {
      const { visit, lasting } = read();
      return Object.keys(visit.scores).concat(Object.keys(lasting.scores));
    },
    all: () => {
      if (whole === undefined) {
        const all = new Map<string, number>();
        for (const tag of scores.keys()) {
          const score = scores.get(tag);
          if (score !== undefined) all.set(tag, score);
        }
        whole = all;
      }
      return whole;
    },
  };
  return scores;
};

/** {@link interestScoresOf}, all at once. */
export const interestScores = (
  profile: InterestProfile | undefined,
  now: number,
  mix?: number,
): Map<string, number> => new Map(interestScoresOf(profile, now, mix).all());

/** This visit's scores, or the lasting ones. */
interface Part {
  readonly scores: Readonly<Record<string, unknown>>;
  readonly factor: number;
  readonly share: number;
  /** Decayed, at least 1. */
  readonly largest: number;
}

const NO_PART: Part = { scores: {}, factor: 1, share: 0, largest: 1 };

const partsOf = (
  profile: unknown,
  now: number,
  mix: number,
): { readonly visit: Part; readonly lasting: Part } => {
  const { at, visit, lasting } = (typeof profile === 'object' && profile !== null ? profile : {}) as {
    readonly [key in keyof InterestProfile]?: unknown;
  };
  const written = typeof at === 'string' ? parseInstant(at) : undefined;
  if (written === undefined) return { visit: NO_PART, lasting: NO_PART };
  return {
    visit: partOf(visit, decayFactor(now - written, VISIT_HALF_LIFE_MS), mix),
    lasting: partOf(lasting, decayFactor(now - written, LASTING_HALF_LIFE_MS), 1 - mix),
  };
};

/** What cannot even be read, such as a proxy that throws, is no scores. */
const partOf = (scores: unknown, factor: number, share: number): Part => {
  if (typeof scores !== 'object' || scores === null) return NO_PART;
  try {
    const record = scores as Readonly<Record<string, unknown>>;
    let largest = 0;
    let tags = 0;
    for (const tag in record) {
      const score = record[tag];
      tags += 1;
      if (isTagScore(score) && score > largest && Object.hasOwn(record, tag)) largest = score;
    }
    // Whoever sends too many keeps the strongest.
    const kept = tags > LIMITS.profileTags ? Object.fromEntries(readTagScores(record, 1)) : record;
    return { scores: kept, factor, share, largest: Math.max(1, largest * factor) };
  } catch {
    return NO_PART;
  }
};

const shareOf = ({ scores, factor, share, largest }: Part, tag: string): number | undefined => {
  try {
    const score = Object.hasOwn(scores, tag) ? scores[tag] : undefined;
    return isTagScore(score) ? (share * (score * factor)) / largest : undefined;
  } catch {
    return undefined;
  }
};
