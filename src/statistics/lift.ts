import type { Estimate, Interval } from './comparison';
import { studentCdf, studentQuantile } from './distributions';
import type { PairEstimate } from './pair-estimate';

/** Treatment − control at one look that was fixed in advance. */
export interface Lift {
  readonly absolute: Estimate;
  /** Treatment / control − 1; against the size of a control below zero. `null`: the control's mean is zero. */
  readonly relative: Estimate | null;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Difference and relative lift with their intervals of one look: Welch's t with the Welch–Satterthwaite degrees of
 * freedom; the relative lift's variance is V_T/m_C² + V_C·m_T²/m_C⁴ (delta method).
 */
export function liftOf(pair: PairEstimate, alpha: number): Lift {
  const { treatment: t, control: c } = pair;
  const variance = t.variance + c.variance;
  const error = Math.sqrt(variance);
  const difference = t.mean - c.mean;
  const dof = (variance * variance) / (term(t.variance, t.dof) + term(c.variance, c.dof));
  const quantile = studentQuantile(1 - alpha / 2, dof);
  const around = (value: number, own: number): Estimate => ({
    value,
    error: own,
    low: value - quantile * own,
    high: value + quantile * own,
  });
  const p = 2 * studentCdf(-Math.abs(difference) / error, dof);
  if (c.mean === 0) return { absolute: around(difference, error), relative: null, p };
  const scale = Math.abs(c.mean);
  const lift = difference / scale;
  const ratio = t.mean / c.mean;
  const relativeError =
    Math.sqrt(t.variance + ratio * ratio * c.variance + lift * lift * pair.shared) / scale;
  return { absolute: around(difference, error), relative: around(lift, relativeError), p };
}

const term = (variance: number, dof: number): number =>
  variance === 0 ? 0 : (variance * variance) / Math.max(dof, 1);

/** Treatment − control, within `width` standard errors. */
export function absoluteWithin(pair: PairEstimate, width: number): Interval {
  const difference = pair.treatment.mean - pair.control.mean;
  const half = width * Math.sqrt(pair.treatment.variance + pair.control.variance);
  return { low: difference - half, high: difference + half };
}

/**
 * All relative lifts r for which m_T − (1 + r)·m_C is within `width` of its own standard errors of zero (Fieller
 * 1954). Unlike the delta method it never contradicts the difference (zero is inside of both or of none), and it
 * says when the control's mean is too uncertain to divide by: `null`.
 */
export function relativeWithin(pair: PairEstimate, width: number): Interval | null {
  const { treatment: t, control: c, shared } = pair;
  const square = width * width;
  const a = c.mean * c.mean - square * (c.variance + shared);
  if (!(a > 0)) return null;
  const b = t.mean * c.mean - square * shared;
  const root = Math.sqrt(Math.max(0, b * b - a * (t.mean * t.mean - square * (t.variance + shared))));
  const low = (b - root) / a - 1;
  const high = (b + root) / a - 1;
  return c.mean > 0 ? { low, high } : { low: -high, high: -low };
}
