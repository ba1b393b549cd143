import { seeded as source } from '../generate/random';

/** Uniform on [0, 1). */
export type Random = () => number;

/** The same numbers for the same seed, on every machine. */
export const seeded = (seed: number): Random => source(seed).next;

/** Standard normal: Box & Muller. */
export const normalOf = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/**
 * Exact binomial draw. Below a mean of 10 by inversion (BINV), above by transformed rejection (BTRS: Hörmann,
 * The generation of binomial random variates, J. Stat. Comput. Simul. 46, 1993).
 */
export function binomialOf(n: number, p: number, random: Random): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomialOf(n, 1 - p, random);
  return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random);
}

function byInversion(n: number, p: number, random: Random): number {
  const odds = p / (1 - p);
  for (;;) {
    let probability = (1 - p) ** n;
    let u = random();
    for (let k = 0; k <= n; k += 1) {
      if (u < probability) return k;
      u -= probability;
      probability *= (odds * (n - k)) / (k + 1);
    }
    // Rounding left a sliver above the last term: draw again.
  }
}

function byRejection(n: number, p: number, random: Random): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const ratio = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const odds = p / (1 - p);
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = random() - 0.5;
    const v = 1 - random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (us >= 0.07 && v <= ratio) return k;
    if (k < 0 || k > n) continue;
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
      stirling(mode) +
      stirling(n - mode) +
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) -
      stirling(k) -
      stirling(n - k);
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k;
  }
}

/** ln k! − (k + ½) ln(k + 1) + (k + 1) − ½ ln 2π. */
function stirling(k: number): number {
  const known = SMALL_STIRLING[k];
  if (known !== undefined) return known;
  const s = 1 / (k + 1);
  return (1 / 12 - (1 / 360 - (s * s) / 1260) * s * s) * s;
}

const SMALL_STIRLING: readonly number[] = [
  0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
  0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871,
];
