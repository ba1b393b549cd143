import type { Moments } from '../statistics/moments';

/** The units of one arm that were first exposed on one day, and what they have done so far. */
export interface Cohort {
  /** Whole days since their first exposure, from 0. */
  readonly ageDays: number;
  /** Units. */
  readonly n: number;
  /** Σy over units; of a rate the units that converted. */
  readonly y: number;
  /** Σy². */
  readonly yy: number;
  /** Σd, Σd² and Σyd of a ratio goal; 0 otherwise. */
  readonly d: number;
  readonly dd: number;
  readonly yd: number;
}

/** Numbers that nothing can be learned from are nothing: a cohort with one of them is left out. */
export const isUsable = ({ ageDays, n, y, yy, d, dd, yd }: Cohort): boolean =>
  // One sum, because it is asked of every cohort: anything that is not finite makes it so.
  Number.isFinite(ageDays + n + y + yy + d + dd + yd) && ageDays >= 0 && n > 0;

/** A cohort from the moments that reports are made of. */
export const cohortOf = ({ n, y, yy, d, dd, yd }: Moments, ageDays: number): Cohort => ({
  ageDays,
  n,
  y: n * y,
  yy: n * (yy + y * y),
  d: n * d,
  dd: n * (dd + d * d),
  yd: n * (yd + y * d),
});
