import { byText } from '../foundation/compare';
import { FULL_SHARE } from '../model/experience';

/** Least share of an arm: what it is never starved below. */
export const SHARE_FLOOR = 0.05;

/**
 * Weights mixed with an even draw: p = f + (1 − Kf)·w. Every arm keeps at least the floor, and the propensity
 * of each unit is this p exactly. With constant δ = Kf this is the mixture adaptive design of Liang & Bojinov
 * (arXiv 2311.05794); clipping and renormalising instead would let arms fall below the floor.
 *
 * @param weights from 0, summing to 1. @returns even shares when the floors alone fill everything.
 */
export function withFloor(weights: readonly number[], floor: number = SHARE_FLOOR): number[] {
  const arms = weights.length;
  if (arms * floor >= 1) return weights.map(() => 1 / arms);
  return weights.map((weight) => floor + (1 - arms * floor) * weight);
}

/**
 * Probabilities as whole shares that add up to exactly 10,000; what rounding leaves over goes to the largest
 * remainders, ties in the order of codes, so that every machine rounds alike.
 */
export function wholeShares(probabilities: ReadonlyMap<string, number>): Map<string, number> {
  const total = [...probabilities.values()].reduce((sum, p) => sum + p, 0);
  const parts = [...probabilities].map(([variant, p]) => {
    const exact = total > 0 ? (p / total) * FULL_SHARE : FULL_SHARE / probabilities.size;
    // 500 must not become 499 because 0.05 has no exact binary form.
    const whole = Math.floor(exact + 1e-6);
    return { variant, whole, remainder: exact - whole };
  });
  const left = FULL_SHARE - parts.reduce((sum, { whole }) => sum + whole, 0);
  const favoured = new Set(
    [...parts]
      .sort((a, b) => b.remainder - a.remainder || byText(a.variant, b.variant))
      .slice(0, Math.max(0, left))
      .map(({ variant }) => variant),
  );
  return new Map(parts.map(({ variant, whole }) => [variant, favoured.has(variant) ? whole + 1 : whole]));
}
