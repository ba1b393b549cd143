import { parseInstant } from '../context/iso-instant';
import { LIMITS } from '../foundation/limits';
import type { InterestProfile } from '../model/interest-profile';
import { decayFactor, LASTING_HALF_LIFE_MS, VISIT_HALF_LIFE_MS } from './decay';
import { isTagScore, readTagScores } from './tag-scores';

/** Share of this visit in `interests.<tag>` where the project set none; lasting has the rest. */
export const DEFAULT_INTEREST_MIX = 0.6;

/** The scores of a profile at one moment, computed when somebody first asks for one: most rules read none. */
export interface InterestScores {
  /** `undefined` for a tag that the profile has not. */
  get(tag: string): number | undefined;
  /** This visit's tags, then those that are only lasting. */
  forEach(use: (score: number, tag: string) => void): void;
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
  let computed: Computed | undefined;
  let mentioned: readonly string[] | undefined;
  let whole: Map<string, number> | undefined;
  const read = (): Computed => (computed ??= compute(profile, now, mix));
  const all = (): Map<string, number> => {
    if (whole === undefined) {
      const { tags, scores } = read();
      whole = new Map(tags.map((tag, at) => [tag, scores[at]!]));
    }
    return whole;
  };
  return {
    all,
    get: (tag) => {
      // Of hundreds of tags a visitor has a few: for all others nothing needs to be computed.
      if (computed === undefined && !(mentioned ??= mentionedIn(profile)).includes(tag)) return undefined;
      const { tags, scores } = read();
      if (tags.length > FEW) return all().get(tag);
      const at = tags.indexOf(tag);
      return at < 0 ? undefined : scores[at];
    },
    forEach: (use) => {
      const { tags, scores } = read();
      for (let at = 0; at < tags.length; at += 1) use(scores[at]!, tags[at]!);
    },
  };
};

/** {@link interestScoresOf}, all at once. */
export const interestScores = (
  profile: InterestProfile | undefined,
  now: number,
  mix?: number,
): Map<string, number> => new Map(interestScoresOf(profile, now, mix).all());

/** Up to so many tags, walking them is faster than a map. */
const FEW = 24;

/** Tags and their scores, beside each other. */
interface Computed {
  readonly tags: string[];
  readonly scores: number[];
}

/** Every tag that has something in a profile; what, `compute` says. */
const mentionedIn = (profile: InterestProfile | undefined): readonly string[] => {
  try {
    return Object.keys(profile?.visit ?? {}).concat(Object.keys(profile?.lasting ?? {}));
  } catch {
    return [];
  }
};

/** What cannot even be read, such as a proxy that throws, is no scores. */
const compute = (profile: unknown, now: number, mix: number): Computed => {
  try {
    const computed: Computed = { tags: [], scores: [] };
    const { at, visit, lasting } = (typeof profile === 'object' && profile !== null ? profile : {}) as {
      readonly [key in keyof InterestProfile]?: unknown;
    };
    const written = typeof at === 'string' ? parseInstant(at) : undefined;
    if (written === undefined) return computed;
    addShare(computed, visit, decayFactor(now - written, VISIT_HALF_LIFE_MS), mix);
    addShare(computed, lasting, decayFactor(now - written, LASTING_HALF_LIFE_MS), 1 - mix);
    return computed;
  } catch {
    return { tags: [], scores: [] };
  }
};

/** Adds the scores of one kind: own ones that are finite and positive; of too many the strongest. */
const addShare = ({ tags, scores }: Computed, given: unknown, factor: number, share: number): void => {
  if (typeof given !== 'object' || given === null) return;
  const tooMany = Object.keys(given).length > LIMITS.profileTags;
  const record: object = tooMany ? Object.fromEntries(readTagScores(given, 1)) : given;
  const names = Object.keys(record);
  // All at once: no two visitors have the same tags, and reading a property by name of ever new shapes is slow.
  const own: unknown[] = Object.values(record);
  let largest = 1;
  for (let at = 0; at < own.length; at += 1) {
    const score = own[at];
    if (isTagScore(score) && score * factor > largest) largest = score * factor;
  }
  const before = tags.length;
  for (let at = 0; at < names.length; at += 1) {
    const score = own[at];
    if (!isTagScore(score)) continue;
    const tag = names[at]!;
    const p = (share * (score * factor)) / largest;
    const known = before === 0 ? -1 : tags.indexOf(tag);
    if (known >= 0 && known < before) scores[known]! += p;
    else {
      tags.push(tag);
      scores.push(p);
    }
  }
};
