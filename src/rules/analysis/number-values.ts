import type { NumberRange } from './value-domain';

/**
 * Numbers of which every cell that the bounds cut has one: the bounds themselves, and between two neighbours, below
 * the first and above the last, one number each and one whole number each, where there is one.
 *
 * @param bounds operands of the conditions, any order
 * @param range what values are known to lie in, ends included
 */
export const numberCandidates = (bounds: readonly number[], range: NumberRange = {}): number[] => {
  const { least = -Number.MAX_VALUE, most = Number.MAX_VALUE, whole = false } = range;
  const points = [...new Set([...bounds, least, most])].sort((a, b) => a - b);
  const candidates = points.flatMap((point, index) => {
    const next = points[index + 1];
    return next === undefined ? [point] : [point, ...between(point, next)];
  });
  return candidates
    .filter((value) => value >= least && value <= most && (!whole || Number.isInteger(value)))
    .sort((a, b) => Math.abs(a) - Math.abs(b));
};

const between = (low: number, high: number): number[] => {
  const near = [Math.floor(low) + 1, Math.ceil(high) - 1];
  const middle = low + (high - low) / 2;
  const inner = Number.isFinite(middle) ? middle : low / 2 + high / 2;
  return [...near, inner, nextAbove(low)].filter((value) => value > low && value < high);
};

/** The next number that a double can hold: between two neighbours there is nothing. */
const nextAbove = (value: number): number => {
  if (value === 0) return Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
};
