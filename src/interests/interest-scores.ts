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
): InterestScores => new ProfileScores(profile, now, mix);

/** {@link interestScoresOf}, all at once. */
export const interestScores = (
  profile: InterestProfile | undefined,
  now: number,
  mix: number = DEFAULT_INTEREST_MIX,
): Map<string, number> => new ProfileScores(profile, now, mix).all();

/** A class, because one is made for every decision: closures would be more than it computes. */
class ProfileScores implements InterestScores {
  private computed: Map<string, number> | undefined = undefined;

  constructor(
    private readonly profile: InterestProfile | undefined,
    private readonly now: number,
    private readonly mix: number,
  ) {}

  all(): Map<string, number> {
    if (this.computed === undefined) {
      const computed = new Map<string, number>();
      this.forEach((score, tag) => computed.set(tag, score));
      this.computed = computed;
    }
    return this.computed;
  }

  get(tag: string): number | undefined {
    // Of hundreds of tags a visitor has a few: for all others nothing needs to be computed.
    return this.computed === undefined && !isMentioned(tag, this.profile) ? undefined : this.all().get(tag);
  }

  forEach(use: (score: number, tag: string) => void): void {
    if (this.computed !== undefined) return this.computed.forEach(use);
    const scored = spare ?? newScored();
    // Whoever is called below and asks another profile must not find this one overwritten.
    spare = undefined;
    compute(scored, this.profile, this.now, this.mix);
    for (let at = 0; at < scored.count; at += 1) use(scored.scores[at]!, scored.tags[at]!);
    spare = scored;
  }
}

/** Has a tag something in a profile? What, `compute` says. */
const isMentioned = (tag: string, profile: InterestProfile | undefined): boolean => {
  try {
    return Object.hasOwn(profile?.visit ?? {}, tag) || Object.hasOwn(profile?.lasting ?? {}, tag);
  } catch {
    return false;
  }
};

/** Room for tags and their scores, beside each other; the first `count` are meant. */
interface Scored {
  readonly tags: string[];
  readonly scores: Float64Array;
  count: number;
}

const newScored = (): Scored => ({
  tags: new Array<string>(2 * LIMITS.profileTags).fill(''),
  scores: new Float64Array(2 * LIMITS.profileTags),
  count: 0,
});

/** Used again and again, so that nothing is left to be collected. */
let spare: Scored | undefined;

/** What cannot even be read, such as a proxy that throws, is no scores. */
const compute = (scored: Scored, profile: unknown, now: number, mix: number): void => {
  scored.count = 0;
  try {
    if (typeof profile !== 'object' || profile === null) return;
    const { at, visit, lasting } = profile as { readonly [key in keyof InterestProfile]?: unknown };
    const written = typeof at === 'string' ? parseInstant(at) : undefined;
    if (written === undefined) return;
    addShare(scored, visit, decayFactor(now - written, VISIT_HALF_LIFE_MS), mix);
    const ofVisit = scored.count;
    addShare(scored, lasting, decayFactor(now - written, LASTING_HALF_LIFE_MS), 1 - mix);
    addUp(scored, ofVisit);
  } catch {
    scored.count = 0;
  }
};

/** Adds the scores of one kind: own ones that are finite and positive; of too many the strongest. */
const addShare = (scored: Scored, given: unknown, factor: number, share: number): void => {
  if (typeof given !== 'object' || given === null) return;
  const { tags, scores, count } = scored;
  let end = count;
  let largest = 1;
  // No two visitors have the same tags. Walked like this, no property is looked up by its name.
  for (const tag in given) {
    if (!Object.prototype.hasOwnProperty.call(given, tag)) continue;
    const score: unknown = (given as Readonly<Record<string, unknown>>)[tag];
    if (!isTagScore(score)) continue;
    if (end - count === LIMITS.profileTags) {
      return addShare(scored, Object.fromEntries(readTagScores(given, 1)), factor, share);
    }
    const left = score * factor;
    if (left > largest) largest = left;
    tags[end] = tag;
    scores[end] = left;
    end += 1;
  }
  for (let at = count; at < end; at += 1) scores[at] = (share * scores[at]!) / largest;
  scored.count = end;
};

/** A tag that stands among the first `ofVisit` and again behind them has one score: the sum. */
const addUp = (scored: Scored, ofVisit: number): void => {
  const { tags, scores, count } = scored;
  let kept = ofVisit;
  for (let at = ofVisit; at < count; at += 1) {
    const known = tags.indexOf(tags[at]!);
    if (known < ofVisit) scores[known]! += scores[at]!;
    else {
      tags[kept] = tags[at]!;
      scores[kept] = scores[at]!;
      kept += 1;
    }
  }
  scored.count = kept;
};
