import type { InterestProfile } from '../model/interest-profile';
import { parseInstant } from '../context/iso-instant';
import { decayFactor, LASTING_HALF_LIFE_MS, VISIT_HALF_LIFE_MS } from './decay';
import { readTagScores } from './tag-scores';

/** Share of this visit in `interests.<tag>` where the project set none; lasting has the rest. */
export const DEFAULT_INTEREST_MIX = 0.6;

/**
 * `p` of every tag of a profile, 0..1: what rules read as `interests.<tag>`.
 *
 * p = mix · visit / max(1, largest visit) + (1 − mix) · lasting / max(1, largest lasting), both decayed to
 * `now`. The floor of 1 keeps one page view of long ago from counting as full interest. A profile whose
 * `at` cannot be read has no scores, because nothing says how old they are.
 *
 * @param now epoch milliseconds
 * @param mix share of this visit, 0..1
 */
export const interestScores = (
  profile: InterestProfile | undefined,
  now: number,
  mix: number = DEFAULT_INTEREST_MIX,
): Map<string, number> => {
  const scores = new Map<string, number>();
  if (typeof profile !== 'object' || profile === null) return scores;
  const at = typeof profile.at === 'string' ? parseInstant(profile.at) : undefined;
  if (at === undefined) return scores;
  addShare(scores, readTagScores(profile.visit, decayFactor(now - at, VISIT_HALF_LIFE_MS)), mix);
  addShare(scores, readTagScores(profile.lasting, decayFactor(now - at, LASTING_HALF_LIFE_MS)), 1 - mix);
  return scores;
};

const addShare = (scores: Map<string, number>, decayed: ReadonlyMap<string, number>, share: number): void => {
  let largest = 1;
  for (const score of decayed.values()) largest = Math.max(largest, score);
  for (const [tag, score] of decayed) scores.set(tag, (scores.get(tag) ?? 0) + (share * score) / largest);
};
