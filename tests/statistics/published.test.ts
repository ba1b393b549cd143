import { compareRates } from '../../src/statistics/beta-binomial';
import { alwaysValidP, boundary, tuning } from '../../src/statistics/confidence-sequence';
import { normalQuantile, studentQuantile } from '../../src/statistics/distributions';
import { holm } from '../../src/statistics/holm';
import { liftOf } from '../../src/statistics/lift';
import { type Moments, NO_MOMENTS } from '../../src/statistics/moments';
import { estimatePair, type PairEstimate } from '../../src/statistics/pair-estimate';
import { logBayesFactor } from '../../src/statistics/sample-ratio';
import { shrink } from '../../src/statistics/shrunken';

const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);

/** An arm by size, mean and sample standard deviation (divisor n − 1). */
const sample = (n: number, y: number, deviation: number): Moments => ({
  ...NO_MOMENTS,
  n,
  y,
  yy: (deviation * deviation * (n - 1)) / n,
});

const pairOf = (treatment: Moments, control: Moments): PairEstimate => {
  const within = {
    ...{ dof: treatment.n + control.n - 2, dd: 0, xx: 0, yd: 0, xy: 0 },
    yy: treatment.n * treatment.yy + control.n * control.yy,
  };
  const size = treatment.n + control.n;
  const days = new Set(['2026-03-01']);
  const pair = estimatePair([{ period: 1, size, treatment, control, within, days }], 'value');
  if (typeof pair === 'string') throw new Error(pair);
  return pair;
};

describe('the interval of one look', () => {
  /**
   * NIST/SEMATECH e-Handbook of Statistical Methods 1.3.5.3, miles per gallon of cars (AUTO83B.DAT): 249 US cars,
   * mean 20.14458, deviation 6.41470; 79 Japanese cars, mean 30.48101, deviation 6.10771; without the assumption
   * of equal deviations T = −12.94627 with 136.8750 degrees of freedom. By hand: 10.33643 / √(0.165256 + 0.472206).
   */
  it("has NIST's t and degrees of freedom for cars", () => {
    const lift = liftOf(pairOf(sample(249, 20.14458, 6.4147), sample(79, 30.48101, 6.10771)), 0.05);
    expect(lift.absolute.value / lift.absolute.error).toBeCloseTo(-12.94627, 4);
    // The quantile tells the degrees of freedom: one more would change its fourth digit behind the point.
    const quantile = (lift.absolute.high - lift.absolute.value) / lift.absolute.error;
    expect(Math.abs(quantile - studentQuantile(0.975, 136.875))).toBeLessThan(1e-6);
    expect(lift.p).toBeLessThan(1e-4);
  });

  /** Test vectors of GrowthBook's statistics engine (test_tests.py), absolute and relative; 0.29 / 0.41 = 0.70732. */
  it("agrees with GrowthBook's difference and relative lift of two means", () => {
    const lift = liftOf(pairOf(sample(3461, 0.7, 6.2), sample(3407, 0.41, 3.9)), 0.05);
    expect(lift.absolute.value).toBeCloseTo(0.29, 10);
    expect(lift.absolute.low).toBeCloseTo(0.04538, 5);
    expect(lift.absolute.high).toBeCloseTo(0.53462, 5);
    expect(lift.p).toBeCloseTo(0.02016, 5);
    expect(lift.relative?.value).toBeCloseTo(0.70732, 5);
    expect(lift.relative?.error).toBeCloseTo(0.37879, 5);
    // GrowthBook takes other degrees of freedom for the relative scale; with thousands that is the fourth digit.
    expect(lift.relative?.low).toBeCloseTo(-0.03526, 3);
    expect(lift.relative?.high).toBeCloseTo(1.44989, 3);
  });
});

describe('the asymptotic confidence sequence', () => {
  /** Equations 9 and 161 of arXiv 2103.06476, evaluated independently with 60 digits; alpha 0.05. */
  it.each([
    [1_000, 5_000, 3.3638877257827812],
    [5_000, 5_000, 3.0352089903762529],
    [56_000, 5_000, 3.2569944054780339],
    [56_000, 20_000, 3.0899342785247243],
    [56_000, 56_000, 3.0352089903762529],
  ])('at %d units, tuned for %d, is %d standard errors to each side', (n, tunedFor, expected) => {
    expect(relative(boundary(n, 0.05, tunedFor), expected)).toBeLessThan(1e-13);
  });

  it.each([
    [1_000, 2, 4.7157426997064871e-1],
    [1_000, 3.5, 3.7541436959737089e-2],
    [5_000, 3.5, 1.2977613367106435e-2],
    [56_000, 3.5, 2.2201572384451678e-2],
    [56_000, 2, 1],
  ])('at %d units and %d standard errors has p = %d (equation 155)', (n, z, expected) => {
    expect(relative(alwaysValidP(z, n, 0.05, 5_000), expected)).toBeLessThan(1e-13);
  });

  /** The price of looking every day, as it was measured before: 1.66, 1.58 and 1.55 times the fixed interval. */
  it.each([
    [5_000, 1.66],
    [20_000, 1.58],
    [56_000, 1.55],
  ])('tuned for %d is %d times as wide as the interval of one look at 56,000 units', (tunedFor, times) => {
    expect(boundary(56_000, 0.05, tunedFor) / normalQuantile(0.975)).toBeCloseTo(times, 2);
  });

  /**
   * GrowthBook, TestSequentialTTest: 6,461 units tuned for 1,000 give ±1.06180 of an error of 0.33341, and tuned
   * for 5,000 give ±0.102885 of 0.03386.
   */
  it("is as wide as GrowthBook's", () => {
    expect(0.33341 * boundary(6_461, 0.05, 1_000)).toBeCloseTo(1.0618, 4);
    expect(0.03386 * boundary(6_461, 0.05, 5_000)).toBeCloseTo(0.102885, 4);
  });

  it('is narrowest, among all tunings, at the sample that it was tuned for', () => {
    const at = boundary(20_000, 0.05, 20_000);
    for (const other of [2_000, 10_000, 18_000, 22_000, 40_000, 200_000]) {
      expect(boundary(20_000, 0.05, other)).toBeGreaterThan(at);
    }
    expect(relative(tuning(0.05, 5_000), 1.5872309203475131e-3)).toBeLessThan(1e-13);
  });
});

describe('two small rates', () => {
  /**
   * Exact rational integrals of Beta densities, evaluated in Python with `fractions`: P(T > C) as a sum over the
   * binomial expansion of one distribution function, the losses as ∫ F_T (1 − F_C) and its mirror. Another way
   * than the one that is tested.
   */
  it.each([
    [10, 3, 12, 2, 7.607061131088591043e-1, 2.360248447204968944e-2, 1.426501035196687371e-1],
    [100, 12, 100, 6, 9.26702671576385337e-1, 1.364705358566143908e-3, 6.018823477033084979e-2],
    [200, 30, 180, 12, 9.951849783690491122e-1, 5.023879073140117072e-5, 8.208701389681343795e-2],
    [150, 0, 150, 9, 8.372862978827366522e-4, 5.921585298083375981e-2, 5.326665044286126435e-6],
  ])('of %d/%d against %d/%d are compared exactly', (n, reached, otherN, other, higher, loss, otherLoss) => {
    const made = compareRates({ n, reached }, { n: otherN, reached: other });
    expect(Math.abs(made.higher - higher)).toBeLessThan(1e-12);
    expect(Math.abs(made.lossOfTreatment - loss)).toBeLessThan(1e-13);
    expect(Math.abs(made.lossOfControl - otherLoss)).toBeLessThan(1e-13);
  });

  it('keep their digits when there are many units', () => {
    const made = compareRates({ n: 1_000, reached: 60 }, { n: 1_000, reached: 90 });
    expect(relative(made.higher, 5.454372981314532604e-3)).toBeLessThan(1e-10);
  });
});

describe('the sample-ratio test', () => {
  /**
   * Test suite of Optimizely's ssrm: counts of four days against shares of 0.4, 0.4 and 0.2 with a Dirichlet(1, 1, 1)
   * prior; log marginal likelihoods M1 −7.0282, −11.9478, −15.4714, −19.9648 and M0 −4.0776, −8.2659, −11.6107,
   * −15.7810. What is tested is their difference.
   */
  it("has the Bayes factors of Optimizely's test suite", () => {
    const days = [
      [20, 17, 9],
      [18, 21, 8],
      [4, 6, 4],
      [18, 19, 11],
    ];
    const arms = ['a', 'b', 'c'];
    const expected = new Map([
      ['a', 0.4],
      ['b', 0.4],
      ['c', 0.2],
    ]);
    const prior = new Map(arms.map((arm) => [arm, 1]));
    const counts = new Map(arms.map((arm) => [arm, 0]));
    const factors = days.map((day) => {
      arms.forEach((arm, index) => counts.set(arm, (counts.get(arm) ?? 0) + (day[index] ?? 0)));
      return logBayesFactor(counts, expected, prior);
    });
    const published = [-7.0282 + 4.0776, -11.9478 + 8.2659, -15.4714 + 11.6107, -19.9648 + 15.781];
    factors.forEach((factor, index) => expect(factor).toBeCloseTo(published[index] ?? NaN, 3));
  });
});

describe('several p values', () => {
  /** The documentation of R's p.adjust defines them: p(i)·(m − i + 1), never falling. By hand. */
  it('are adjusted by Holm', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.5, null, 0.9])).toEqual([1, null, 1]);
    expect(holm([])).toEqual([]);
  });
});

describe('the most likely lift', () => {
  it('is the mean of the normal posterior, by hand: 0.2 · 0.01 / (0.01 + 0.0025)', () => {
    expect(shrink(0.2, 0.05, 0.1)).toBeCloseTo(0.16, 12);
    expect(shrink(-0.2, 0, 0.1)).toBe(-0.2);
    expect(shrink(0.2, 0.05, 0)).toBe(0);
  });
});
