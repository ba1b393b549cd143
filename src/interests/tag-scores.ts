import { byText } from '../foundation/compare';
import { LIMITS } from '../foundation/limits';

/**
 * Reads scores that came from outside, times `factor`: own keys, finite positive numbers only,
 * and of too many tags the strongest {@link LIMITS.profileTags}. Anything else is no interest at all.
 */
export const readTagScores = (scores: unknown, factor: number): Map<string, number> => {
  const read: [string, number][] = [];
  if (typeof scores === 'object' && scores !== null) {
    for (const tag of Object.keys(scores)) {
      const score: unknown = (scores as Record<string, unknown>)[tag];
      if (isTagScore(score)) read.push([tag, score * factor]);
    }
  }
  return new Map(strongest(read));
};

/** Keeps the strongest tags, ties by code, so that every machine drops the same ones. */
export const strongest = (scores: [string, number][]): [string, number][] =>
  scores.length <= LIMITS.profileTags
    ? scores
    : [...scores].sort((a, b) => b[1] - a[1] || byText(a[0], b[0])).slice(0, LIMITS.profileTags);

/** Finite and positive: anything else is no interest at all. */
export const isTagScore = (score: unknown): score is number =>
  typeof score === 'number' && score > 0 && score !== Infinity;
