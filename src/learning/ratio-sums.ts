import type { Cohort } from './cohort';

/** What allocation needs of a cohort: units, Σy and Σy² of one quantity. */
export type CohortSums = Pick<Cohort, 'ageDays' | 'n' | 'y' | 'yy'>;

/**
 * A ratio goal as a mean: each unit's z = R + (y − R·d) / d̄, R and d̄ over all arms, has the ratio's mean and
 * its delta-method variance (Deng, Knoblich & Lu 2018, section 3), so ratios are allocated like values.
 * Sums of z and z² follow from Σy, Σd, Σy², Σd², Σyd.
 */
export function ratioSums(arms: readonly (readonly Cohort[])[]): CohortSums[][] {
  const all = arms.flat();
  const n = total(all, (cohort) => cohort.n);
  const d = total(all, (cohort) => cohort.d);
  const ratio = d > 0 ? total(all, (cohort) => cohort.y) / d : 0;
  const perUnit = n > 0 ? d / n : 0;
  if (!(perUnit > 0)) {
    return arms.map((cohorts) =>
      cohorts.map(({ ageDays, n: units }) => ({ ageDays, n: units, y: 0, yy: 0 })),
    );
  }
  return arms.map((cohorts) =>
    cohorts.map((cohort) => {
      const residual = (cohort.y - ratio * cohort.d) / perUnit;
      const squares = (cohort.yy - 2 * ratio * cohort.yd + ratio * ratio * cohort.dd) / (perUnit * perUnit);
      return {
        ageDays: cohort.ageDays,
        n: cohort.n,
        y: ratio * cohort.n + residual,
        yy: Math.max(0, ratio * ratio * cohort.n + 2 * ratio * residual + squares),
      };
    }),
  );
}

const total = <T>(items: readonly T[], term: (item: T) => number): number =>
  items.reduce((sum, item) => sum + term(item), 0);
