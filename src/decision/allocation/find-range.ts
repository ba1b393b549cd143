import { bucketOf } from '../../foundation/hash';
import { type AllocationRange, FULL_SHARE } from '../../model/experience';

/** Where a unit falls in stored ranges. */
export interface Allocation {
  /** 0..9,999 */
  readonly bucket: number;
  /** Absent where the ranges have a gap: nobody was allocated there. */
  readonly range?: AllocationRange;
  /** Probability of this variant: the width of all its ranges together, 0..1. */
  readonly propensity: number;
}

/** Finds the range of a unit. A variant may own several ranges after shares were changed; they count together. */
export const allocate = (ranges: readonly AllocationRange[], seed: string, unitId: string): Allocation => {
  const bucket = bucketOf(seed, unitId);
  const range = ranges.find(({ from, to }) => bucket >= from && bucket < to);
  return range === undefined
    ? { bucket, propensity: 0 }
    : { bucket, range, propensity: widthOf(ranges, range.variant) / FULL_SHARE };
};

/** Width of all ranges of one variant, in 1/10,000. */
export const widthOf = (ranges: readonly AllocationRange[], variant: string): number =>
  ranges.reduce((width, range) => (range.variant === variant ? width + range.to - range.from : width), 0);
