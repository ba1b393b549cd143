import type { Interval, Sequence, SequenceLook } from './comparison';
import { alwaysValidP, boundary } from './confidence-sequence';
import { absoluteWithin, relativeWithin } from './lift';
import type { PairEstimate } from './pair-estimate';

/** What was known after one closed day. */
export interface Look {
  readonly day: string;
  readonly pair: PairEstimate;
}

/**
 * The confidence sequence over the looks, in order: after each look the intersection with all before, so that it can
 * only narrow and what was said once stays said. That is allowed because the sequence holds at all looks at once.
 * Begin with the first look at which both arms have enough data: normal theory does not hold before, and a wrong
 * narrow interval would never leave.
 *
 * Looks contradict each other when their relative lifts do: where everything becomes rarer or more frequent in both
 * arms alike, the difference moves although the effect is the same. Only as long as there is no relative lift the
 * difference itself is asked.
 *
 * @param alpha share of errors, two-sided. @param tunedFor see `tuning`. @returns `null` without any look.
 */
export function runningSequence(looks: readonly Look[], alpha: number, tunedFor: number): Sequence | null {
  let absolute: Interval | null = null;
  let relative: Interval | null = null;
  let p = 1;
  let crossed = false;
  const path: SequenceLook[] = [];
  for (const { day, pair } of looks) {
    const width = boundary(pair.clock, alpha, tunedFor);
    const nextAbsolute = narrowed(absolute, absoluteWithin(pair, width));
    const lift = relativeWithin(pair, width);
    const nextRelative = narrowed(relative, lift);
    const error = Math.sqrt(pair.treatment.variance + pair.control.variance);
    const z = (pair.treatment.mean - pair.control.mean) / error;
    p = Math.min(p, alwaysValidP(z, pair.clock, alpha, tunedFor));
    crossed ||= relative && lift ? nextRelative.crossed : nextAbsolute.crossed;
    absolute = nextAbsolute.interval;
    relative = nextRelative.interval;
    if (absolute) path.push({ day, absolute, relative, p });
  }
  if (!absolute) return null;
  return { alpha, tunedFor, absolute, relative, p, crossed, looks: path };
}

/** The intersection; where there is none, the point of what was there that is nearest to the newcomer. */
function narrowed(
  before: Interval | null,
  now: Interval | null,
): { readonly interval: Interval | null; readonly crossed: boolean } {
  if (!before || !now) return { interval: before ?? now, crossed: false };
  const low = Math.max(before.low, now.low);
  const high = Math.min(before.high, now.high);
  if (low <= high) return { interval: { low, high }, crossed: false };
  const point = now.low > before.high ? before.high : before.low;
  return { interval: { low: point, high: point }, crossed: true };
}
