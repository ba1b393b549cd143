/**
 * The asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, "Time-uniform central limit
 * theory and asymptotic confidence sequences" (arXiv 2103.06476), eq. 9, 155 and 161: an interval that holds at
 * every look at once, as the normal interval holds at one.
 */

/**
 * The mixture's parameter that makes the sequence narrowest at a sample of `tunedFor`; eq. 161.
 * @param alpha share of errors, two-sided. @param tunedFor units of both arms. @returns ρ², per unit.
 */
export function tuning(alpha: number, tunedFor: number): number {
  const a = -2 * Math.log(alpha);
  return (a + Math.log(a + 1)) / tunedFor;
}

/**
 * Half width of the sequence in standard errors at a sample of `n`; eq. 9.
 * @param n units of both arms, or what counts as them where shares change: see `effectiveUnits`.
 */
export function boundary(n: number, alpha: number, tunedFor: number): number {
  const time = n * tuning(alpha, tunedFor);
  return Math.sqrt(2 * (1 + 1 / time) * (0.5 * Math.log1p(time) - Math.log(alpha)));
}

/**
 * Always-valid p value of a difference that is `z` standard errors from zero; eq. 155. Below alpha exactly where
 * `boundary` is below |z|.
 */
export function alwaysValidP(z: number, n: number, alpha: number, tunedFor: number): number {
  const time = n * tuning(alpha, tunedFor);
  return Math.min(1, Math.exp(0.5 * Math.log1p(time) - (0.5 * z * z * time) / (time + 1)));
}
