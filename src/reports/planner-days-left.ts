import type { Comparison, Sequence } from '../statistics/comparison';
import { boundary } from '../statistics/confidence-sequence';
import { LONGEST_PLAN } from './planner';

/**
 * Days until a count is reached that grows as it has so far; of nothing so far, as if the first one came now.
 *
 * @returns whole days from 1; `null`: not within a year.
 */
export function daysUntilReached(has: number, needs: number, days: number): number | null {
  if (!(has >= 0) || !(days > 0)) return null;
  return shown(((needs - has) / Math.max(has, 1)) * days);
}

/**
 * Days until some verdict is reached if traffic and estimate stay as they are: until the sequence is narrow
 * enough to exclude zero, or every harm that is not negligible. With estimate e and limit m (both in the good
 * direction) that is a half width of e + m for e >= 0, otherwise of the larger of |e| and m − |e|.
 *
 * @param negligible relative. @returns whole days from 1; `null`: not within a year.
 */
export function daysUntilDecided(
  { absolute, controlArm, treatmentArm, days }: Comparison,
  { alpha, tunedFor }: Sequence,
  direction: 'up' | 'down',
  negligible: number,
): number | null {
  const units = controlArm.units + treatmentArm.units;
  if (!absolute || !(units > 0) || !(days > 0)) return null;
  const gain = direction === 'up' ? absolute.value : -absolute.value;
  const limit = negligible * Math.abs(controlArm.mean);
  const wanted = gain >= 0 ? gain + limit : Math.max(-gain, limit + gain);
  const halfWidth = (times: number) =>
    (absolute.error / Math.sqrt(times)) * boundary(units * times, alpha, tunedFor);
  let high = 1 + LONGEST_PLAN / days;
  if (!(halfWidth(high) <= wanted)) return null;
  let low = 1;
  for (let round = 0; round < 50; round += 1) {
    const middle = (low + high) / 2;
    if (halfWidth(middle) <= wanted) high = middle;
    else low = middle;
  }
  return shown((high - 1) * days);
}

function shown(days: number): number | null {
  const whole = Math.max(1, Math.ceil(days - 1e-9));
  return whole <= LONGEST_PLAN ? whole : null;
}
