import { integrateBest, probabilityOfBest } from '../../../src/learning/probability-of-best';
import { simplified, type Posterior } from '../../../src/learning/posterior';
import { thompsonDraw } from '../../../src/learning/thompson-draw';
import { normalCdf } from '../../../src/statistics/distributions';
import { seeded } from '../../../bench/simulate/random';

const normal = (mean: number, sd: number): Posterior => ({ family: 'normal', mean, sd });
const beta = (a: number, b: number): Posterior => ({ family: 'beta', a, b });
const sumOf = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('the probability of being best', () => {
  it('of two normals is Φ((m₁ − m₂) / √(s₁² + s₂²)), whatever the ratio of their spreads', () => {
    for (const [s1, s2] of [
      [1, 1],
      [1, 0.001],
      [0.02, 20],
    ] as const) {
      const [first = 0] = integrateBest([normal(0.3, s1), normal(0.1, s2)]);
      expect(first).toBeCloseTo(normalCdf(0.2 / Math.hypot(s1, s2)), 9);
    }
  });

  it('sums to one within 1e-9 for random arms whose spreads differ up to 1000:1', () => {
    const random = seeded(1);
    for (let round = 0; round < 300; round += 1) {
      const arms = 2 + Math.floor(random() * 9);
      const posteriors = Array.from({ length: arms }, () =>
        normal(0.03 + 0.01 * random(), 0.0001 * 10 ** (3 * random())),
      );
      expect(Math.abs(sumOf(integrateBest(posteriors)) - 1)).toBeLessThan(1e-9);
    }
  });

  it('sums to one within 1e-9 for rates of which some have hardly been tried', () => {
    const random = seeded(2);
    for (let round = 0; round < 100; round += 1) {
      const arms = 2 + Math.floor(random() * 4);
      const posteriors = Array.from({ length: arms }, () => {
        const units = 10 ** (1 + 4 * random());
        const rate = 0.002 + 0.3 * random() ** 2;
        return beta(0.5 + units * rate, 0.5 + units * (1 - rate));
      });
      expect(Math.abs(sumOf(integrateBest(posteriors)) - 1)).toBeLessThan(1e-9);
    }
  });

  it('of Beta(2, 1) against Beta(1, 1) is its mean, 2/3; of Beta(3, 1) against Beta(2, 1) it is 3/5', () => {
    // P(X > Y) of Y uniform is E[X]; of X ~ Beta(3, 1), Y ~ Beta(2, 1): ∫ 3x² · x² dx.
    expect(probabilityOfBest([beta(2, 1), beta(1, 1)])[0]).toBeCloseTo(2 / 3, 10);
    expect(probabilityOfBest([beta(3, 1), beta(2, 1)])[0]).toBeCloseTo(3 / 5, 10);
  });

  it('is shared evenly by arms that are the same, with or without any spread', () => {
    for (const posterior of [normal(1, 0.2), normal(5, 0), normal(0, 0), beta(0.5, 30)]) {
      for (const p of probabilityOfBest([posterior, posterior, posterior])) expect(p).toBeCloseTo(1 / 3, 9);
    }
  });

  it('is the same as the share of Thompson draws', () => {
    const random = seeded(3);
    for (const posteriors of [
      [beta(3, 97), beta(5, 95), beta(0.5, 20)],
      [normal(1, 0.1), normal(1.1, 0.3), normal(0.9, 0.01)],
    ]) {
      const counts = posteriors.map(() => 0);
      const draws = 40_000;
      for (let draw = 0; draw < draws; draw += 1) {
        const arm = thompsonDraw(posteriors, random);
        counts[arm] = (counts[arm] ?? 0) + 1;
      }
      // Four standard errors of a share of 40,000 draws are below 0.01.
      probabilityOfBest(posteriors).forEach((p, arm) =>
        expect(Math.abs(p - (counts[arm] ?? 0) / draws)).toBeLessThan(0.01),
      );
    }
  });

  it('hardly depends on whether rates with 25 conversions are taken as normal', () => {
    const exact = [beta(26, 974), beta(30, 970), beta(40, 960)];
    const approximate = simplified(exact);
    expect(approximate.every(({ family }) => family === 'normal')).toBe(true);
    const [a, b] = [probabilityOfBest(exact), probabilityOfBest(approximate)];
    a.forEach((p, arm) => expect(Math.abs(p - (b[arm] ?? 0))).toBeLessThan(0.02));
  });

  it('of one arm is 1, of none is nothing', () => {
    expect(probabilityOfBest([beta(1, 1)])).toEqual([1]);
    expect(probabilityOfBest([])).toEqual([]);
  });
});
