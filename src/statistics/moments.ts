/**
 * Additive sums of a set of units as whole numbers, so that no order of adding changes them: first-order sums
 * in 1/`scale`, second-order sums in 1/`scale`². The same names as in a rollup.
 */
export interface ExactSums {
  /** Units. */
  readonly n: bigint;
  readonly y: bigint;
  readonly yy: bigint;
  readonly d: bigint;
  readonly dd: bigint;
  readonly yd: bigint;
  readonly x: bigint;
  readonly xx: bigint;
  readonly xy: bigint;
}

/**
 * Size, means and central second moments of a set of units; divisor n, not n − 1. Units of measure: those of
 * the goal (1 for a conversion, currency for a value). `y` is the goal, `d` a ratio's denominator, `x` the
 * covariate from before the first exposure.
 */
export interface Moments {
  readonly n: number;
  readonly y: number;
  readonly d: number;
  readonly x: number;
  readonly yy: number;
  readonly dd: number;
  readonly xx: number;
  readonly yd: number;
  readonly xy: number;
}

/** Moments of nobody. */
export const NO_MOMENTS: Moments = { n: 0, y: 0, d: 0, x: 0, yy: 0, dd: 0, xx: 0, yd: 0, xy: 0 };

/**
 * Moments from exact sums. The subtraction n·Σy² − (Σy)², in which floating point loses every digit when the
 * mean is large against the spread, is done in whole numbers; only its result is rounded.
 *
 * @param scale how many of the whole numbers are one unit of measure.
 */
export function momentsOf(sums: ExactSums, scale: number): Moments {
  const { n } = sums;
  if (n <= 0n) return NO_MOMENTS;
  const mean = (sum: bigint) => Number(sum) / Number(n) / scale;
  const central = (product: bigint, a: bigint, b: bigint) =>
    Number(n * product - a * b) / Number(n) / Number(n) / scale / scale;
  return {
    n: Number(n),
    y: mean(sums.y),
    d: mean(sums.d),
    x: mean(sums.x),
    yy: Math.max(0, central(sums.yy, sums.y, sums.y)),
    dd: Math.max(0, central(sums.dd, sums.d, sums.d)),
    xx: Math.max(0, central(sums.xx, sums.x, sums.x)),
    yd: central(sums.yd, sums.y, sums.d),
    xy: central(sums.xy, sums.x, sums.y),
  };
}

/** Moments of `n` units of which `reached` reached a rate goal, for who has counts instead of rollups. */
export function rateMoments(n: number, reached: number): Moments {
  if (!(n > 0)) return NO_MOMENTS;
  const y = reached / n;
  return { ...NO_MOMENTS, n, y, yy: y * (1 - y) };
}

/**
 * Moments of two disjoint sets together, without going back to sums of squares
 * (Chan, Golub, LeVeque 1979, "Updating formulae and a pairwise algorithm for computing sample variances").
 */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const p = a.n / n;
  const q = b.n / n;
  const between = (u: 'y' | 'd' | 'x', v: 'y' | 'd' | 'x') => p * q * (b[u] - a[u]) * (b[v] - a[v]);
  const mean = (u: 'y' | 'd' | 'x') => a[u] + q * (b[u] - a[u]);
  return {
    n,
    y: mean('y'),
    d: mean('d'),
    x: mean('x'),
    yy: p * a.yy + q * b.yy + between('y', 'y'),
    dd: p * a.dd + q * b.dd + between('d', 'd'),
    xx: p * a.xx + q * b.xx + between('x', 'x'),
    yd: p * a.yd + q * b.yd + between('y', 'd'),
    xy: p * a.xy + q * b.xy + between('x', 'y'),
  };
}
