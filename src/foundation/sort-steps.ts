import type { Compare } from './ordered-list';
import type { Steps } from './steps';

/** Items sorted at once, and items merged in one step. */
const RUN = 256;

/**
 * Sorts a copy in short steps, stable as `Array.prototype.sort`, which can take tens of milliseconds for tens of
 * thousands: short runs are sorted at once, then merged in pairs until one is left.
 */
export const sortSteps = function* <T>(items: readonly T[], compare: Compare<T>): Steps<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* mergeSteps(runs[at]!, runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
};

const mergeSteps = function* <T>(left: readonly T[], right: readonly T[], compare: Compare<T>): Steps<T[]> {
  const merged: T[] = [];
  let at = 0;
  let other = 0;
  while (at < left.length || other < right.length) {
    const takesLeft = other >= right.length || (at < left.length && compare(left[at]!, right[other]!) <= 0);
    merged.push(takesLeft ? left[at++]! : right[other++]!);
    if (merged.length % RUN === 0) yield;
  }
  return merged;
};
