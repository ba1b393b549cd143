import type { Comparison } from './comparison';
import { holm } from './holm';

/**
 * Sets `pAdjusted` by Holm over the variants of all goals given: one list of comparisons per goal. Where all
 * variants are also compared together, that is a family of its own and each family gets half of alpha, as their
 * sequences do.
 */
export function adjustFamily(goals: readonly (readonly Comparison[])[]): Comparison[][] {
  const all = goals.flat();
  const isWhole = ({ variant }: Comparison) => variant === null;
  const own = holm(all.map((one) => (isWhole(one) ? null : one.p)));
  const whole = holm(all.map((one) => (isWhole(one) ? one.p : null)));
  // One variant alone is the whole: the same comparison twice.
  const divided = goals.some((list) => list.some(isWhole) && list.length > 2);
  let index = 0;
  return goals.map((list) =>
    list.map((one) => {
      const p = own[index] ?? whole[index] ?? null;
      index += 1;
      return { ...one, pAdjusted: p === null ? null : Math.min(1, divided ? 2 * p : p) };
    }),
  );
}
