import { parseInstant } from '../context/iso-instant';
import { LIMITS } from '../foundation/limits';
import { hasOwn } from '../foundation/plain-object';
import type { InterestProfile } from '../model/interest-profile';
import { decayFactor, LASTING_HALF_LIFE_MS, VISIT_HALF_LIFE_MS } from './decay';
import { isTagScore, readTagScores } from './tag-scores';

/** Share of this visit in `interests.<tag>` where the project set none; lasting has the rest. */
export const DEFAULT_INTEREST_MIX = 0.6;

/** The scores of a profile at one moment, computed when somebody first asks for one: most rules read none. */
export interface InterestScores {
  /** `undefined` for a tag that the profile has not. */
  get(tag: string): number | undefined;
  /** The scores of those tags that somebody knows, each with what he has for it, which must be another for each tag. */
  forKnown<T>(known: ReadonlyMap<string, T>, use: (score: number, what: T) => void): void;
  /** All of them: this visit's tags, then those that are only lasting. */
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
      this.compute(undefined, (score, tag) => computed.set(tag as string, score));
      this.computed = computed;
    }
    return this.computed;
  }

  get(tag: string): number | undefined {
    // Of hundreds of tags a visitor has a few: for all others nothing needs to be computed.
    return this.computed === undefined && !isMentioned(tag, this.profile) ? undefined : this.all().get(tag);
  }

  forKnown<T>(known: ReadonlyMap<string, T>, use: (score: number, what: T) => void): void {
    this.compute(known, use as (score: number, what: unknown) => void);
  }

  private compute(known: Known, use: (score: number, what: unknown) => void): void {
    const scored = spare ?? newScored();
    // Whoever is called below and asks another profile must not find this one overwritten.
    spare = undefined;
    compute(scored, this.profile, this.now, this.mix, known);
    const { items, scores, count } = scored;
    for (let at = 0; at < count; at += 1) {
      const item = items[at];
      if (item === undefined) continue;
      // Nobody's belongings are kept here.
      items[at] = undefined;
      use(scores[at]!, item);
    }
    spare = scored;
  }
}

/** Has a tag something in a profile? What, `compute` says. */
const isMentioned = (tag: string, profile: InterestProfile | undefined): boolean => {
  try {
    return hasOwn(profile?.visit ?? {}, tag) || hasOwn(profile?.lasting ?? {}, tag);
  } catch {
    return false;
  }
};

/** What somebody has for tags; `undefined`: every tag is asked for, and stands for itself. */
type Known = ReadonlyMap<string, unknown> | undefined;

/** Room for tags, or what somebody has for them, and their scores, beside each other; the first `count` are meant. */
interface Scored {
  readonly items: unknown[];
  readonly scores: Float64Array;
  count: number;
}

const newScored = (): Scored => ({
  items: new Array<unknown>(2 * LIMITS.profileTags).fill(undefined),
  scores: new Float64Array(2 * LIMITS.profileTags),
  count: 0,
});

/** Used again and again, so that nothing is left to be collected. */
let spare: Scored | undefined;

/** What cannot even be read, such as a proxy that throws, is no scores. */
const compute = (scored: Scored, profile: unknown, now: number, mix: number, known: Known): void => {
  scored.count = 0;
  try {
    if (typeof profile !== 'object' || profile === null) return;
    const { at, visit, lasting } = profile as { readonly [key in keyof InterestProfile]?: unknown };
    const largestVisit = collect(scored, visit, known);
    const ofVisit = scored.count;
    const largestLasting = collect(scored, lasting, known);
    // Most visitors have no tag that a rule asks for: nothing is left to do.
    if (scored.count === 0) return;
    const written = typeof at === 'string' ? parseInstant(at) : undefined;
    if (written === undefined) return empty(scored);
    scale(scored, 0, ofVisit, decayFactor(now - written, VISIT_HALF_LIFE_MS), mix, largestVisit);
    const ofLasting = decayFactor(now - written, LASTING_HALF_LIFE_MS);
    scale(scored, ofVisit, scored.count, ofLasting, 1 - mix, largestLasting);
    addUp(scored, ofVisit);
  } catch {
    empty(scored);
  }
};

const empty = (scored: Scored): void => {
  scored.items.fill(undefined);
  scored.count = 0;
};

/**
 * Collects the scores of one kind: own ones that are finite and positive; of too many the strongest. Gives the
 * largest of all, whether somebody knows its tag or not.
 */
const collect = (scored: Scored, given: unknown, known: Known): number => {
  if (typeof given !== 'object' || given === null) return 0;
  const { items, scores, count } = scored;
  let end = count;
  let tags = 0;
  let largest = 0;
  // No two visitors have the same tags. Walked like this, no property is looked up by its name.
  for (const tag in given) {
    if (!Object.prototype.hasOwnProperty.call(given, tag)) continue;
    const score: unknown = (given as Readonly<Record<string, unknown>>)[tag];
    if (!isTagScore(score)) continue;
    if (tags === LIMITS.profileTags)
      return collect(scored, Object.fromEntries(readTagScores(given, 1)), known);
    tags += 1;
    if (score > largest) largest = score;
    const item = known === undefined ? tag : known.get(tag);
    if (item === undefined) continue;
    items[end] = item;
    scores[end] = score;
    end += 1;
  }
  scored.count = end;
  return largest;
};

const scale = (
  { scores }: Scored,
  from: number,
  end: number,
  factor: number,
  share: number,
  largest: number,
): void => {
  const divisor = Math.max(1, largest * factor);
  for (let at = from; at < end; at += 1) scores[at] = (share * (scores[at]! * factor)) / divisor;
};

/** What stands among the first `ofVisit` and again behind them has one score: the sum. Behind them it is taken out. */
const addUp = ({ items, scores, count }: Scored, ofVisit: number): void => {
  for (let at = ofVisit; at < count; at += 1) {
    for (let before = 0; before < ofVisit; before += 1) {
      if (items[before] !== items[at]) continue;
      scores[before]! += scores[at]!;
      items[at] = undefined;
      break;
    }
  }
};
