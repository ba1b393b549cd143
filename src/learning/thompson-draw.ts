import type { Posterior } from './posterior';

/**
 * Index of the arm that a Thompson draw takes: one value from each posterior, the largest wins. What
 * `probabilityOfBest` is for a batch of units, this is for one; a unit's chance of arm k is the same.
 *
 * @param random uniform on [0, 1).
 */
export function thompsonDraw(posteriors: readonly Posterior[], random: () => number): number {
  let best = 0;
  let largest = -Infinity;
  posteriors.forEach((posterior, arm) => {
    const value =
      posterior.family === 'beta'
        ? betaDraw(posterior.a, posterior.b, random)
        : posterior.mean + posterior.sd * normalDraw(random);
    if (value > largest) {
      largest = value;
      best = arm;
    }
  });
  return best;
}

function betaDraw(a: number, b: number, random: () => number): number {
  const x = gammaDraw(a, random);
  const y = gammaDraw(b, random);
  return x + y > 0 ? x / (x + y) : a / (a + b);
}

/** Marsaglia & Tsang, A simple method for generating gamma variables, ACM TOMS 26 (2000). */
function gammaDraw(shape: number, random: () => number): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalDraw(random);
    const cube = (1 + c * z) ** 3;
    if (cube <= 0) continue;
    const u = 1 - random();
    if (u < 1 - 0.0331 * z ** 4) return d * cube;
    if (Math.log(u) < 0.5 * z * z + d * (1 - cube + Math.log(cube))) return d * cube;
  }
}

/** Box & Muller; the second of the pair is not kept, so a draw has no memory. */
function normalDraw(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
