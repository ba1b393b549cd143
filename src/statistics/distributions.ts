import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import betaln from '@stdlib/math-base-special-betaln';
import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';
import gammaln from '@stdlib/math-base-special-gammaln';

/** The only importer of the library of special functions. */

const SQRT_2 = Math.SQRT2;

/** P(Z <= z). The upper tail is `normalCdf(-z)`, which keeps its digits where 1 − P would lose them. */
export const normalCdf = (z: number): number => 0.5 * erfc(-z / SQRT_2);

/** z with P(Z <= z) = p; −∞ at 0, ∞ at 1, NaN outside. Close to 1 ask for the other tail: −normalQuantile(1 − p). */
export const normalQuantile = (p: number): number => -SQRT_2 * erfcinv(2 * p);

/** ln Γ(x), x > 0. */
export const logGamma = (x: number): number => gammaln(x);

/** ln B(a, b), a and b > 0. */
export const logBeta = (a: number, b: number): number => betaln(a, b);

/** P(X <= x) of Beta(a, b); 0 below 0, 1 above 1. The upper tail is `betaCdf(1 - x, b, a)`. */
export const betaCdf = (x: number, a: number, b: number): number =>
  x <= 0 ? 0 : x >= 1 ? 1 : betainc(x, a, b);

/** x with P(X <= x) = p of Beta(a, b). */
export const betaQuantile = (p: number, a: number, b: number): number => betaincinv(p, a, b);

/** P(T <= t) of Student's t with `df` > 0 degrees of freedom, whole or not; infinite `df` is normal. */
export function studentCdf(t: number, df: number): number {
  if (df === Infinity) return normalCdf(t);
  const square = t * t;
  // Two sides of the same number: each argument is taken where it is small and keeps its digits.
  const tail =
    square < df
      ? 0.5 * betainc(square / (df + square), 0.5, df / 2, true, true)
      : 0.5 * betainc(df / (df + square), df / 2, 0.5);
  return t < 0 ? tail : 1 - tail;
}

/** t with P(T <= t) = p. */
export function studentQuantile(p: number, df: number): number {
  if (df === Infinity) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const x = betaincinv(2 * tail, df / 2, 0.5);
  const t = Math.sqrt((df * (1 - x)) / x);
  return p < 0.5 ? -t : t;
}
