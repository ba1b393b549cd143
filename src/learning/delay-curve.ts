/** One cohort's conversions by how many whole days after the exposure they came. */
export interface DelayCohort {
  /** Whole days since the exposure; later delays have not been seen yet. */
  readonly ageDays: number;
  /** Index = delay in days. */
  readonly byDelay: readonly number[];
}

/**
 * Share of a window's conversions that have arrived by each age in days: `curve[age]`, rising to 1 at the
 * last day of the window. Estimated from cohorts of every age, young ones as far as they go: the chance that a
 * conversion known by day j did not come on day j itself is taken from the cohorts at least j days old, and
 * multiplied from the end (the chain-ladder, which is the product-limit estimator for right-truncated delays;
 * Lagakos, Barraj & De Gruttola, Biometrika 1988). It assumes that delays do not change over time.
 *
 * @param windowDays length of the goal's window, from 1.
 * @returns `windowDays` shares; where a day has no conversions to learn from, as if none came that day.
 */
export function delayCurve(cohorts: readonly DelayCohort[], windowDays: number): number[] {
  const days = Math.max(1, Math.floor(windowDays));
  const curve = new Array<number>(days).fill(1);
  for (let day = days - 1; day > 0; day -= 1) {
    let onDay = 0;
    let byDay = 0;
    for (const { ageDays, byDelay } of cohorts) {
      // The day that has just begun is still coming in.
      if (ageDays <= day) continue;
      for (let delay = 0; delay <= day; delay += 1) byDay += count(byDelay[delay]);
      onDay += count(byDelay[day]);
    }
    curve[day - 1] = (curve[day] ?? 1) * (byDay > 0 ? 1 - onDay / byDay : 1);
  }
  return curve;
}

const count = (value: number | undefined): number =>
  value !== undefined && Number.isFinite(value) && value > 0 ? value : 0;

/**
 * Share of its conversions that a cohort of this age has shown. A cohort seen during its day 0 has shown
 * nothing that can be counted on. Without a curve only closed cohorts count: 0 before the window has passed, 1 after.
 */
export function arrivedShare(ageDays: number, windowDays: number, curve?: readonly number[]): number {
  if (ageDays >= windowDays) return 1;
  if (!curve || ageDays < 1) return 0;
  const share = curve[Math.floor(ageDays) - 1] ?? 0;
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}
