import type { Cohort } from './cohort';

/**
 * Cohorts counting less the older they are: everything × 2^(−age / half-life). For allocation only, so that an
 * optimiser follows a changing world; a report never forgets.
 *
 * @param halfLifeDays above 0; absent = nothing decays.
 */
export function decayed(cohorts: readonly Cohort[], halfLifeDays: number | undefined): readonly Cohort[] {
  if (halfLifeDays === undefined || !(halfLifeDays > 0)) return cohorts;
  return cohorts.map((cohort) => {
    const factor = 2 ** (-cohort.ageDays / halfLifeDays);
    return {
      ...cohort,
      n: cohort.n * factor,
      y: cohort.y * factor,
      yy: cohort.yy * factor,
      d: cohort.d * factor,
      dd: cohort.dd * factor,
      yd: cohort.yd * factor,
    };
  });
}
