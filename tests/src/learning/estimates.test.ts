import { arrivedShare, delayCurve } from '../../../src/learning/delay-curve';
import { policyEstimate, type LoggedCell } from '../../../src/learning/importance-weighting';
import { loggedCells } from '../../../src/learning/logged-cells';
import { poolSegments } from '../../../src/learning/partial-pooling';
import { pooledPrior, valuePosteriors } from '../../../src/learning/posterior';
import { rateMoments } from '../../../src/statistics/moments';
import { wholeShares, withFloor } from '../../../src/learning/whole-shares';

const cell = (variant: string, propensity: number, n: number, reached: number): LoggedCell => ({
  variant,
  propensity,
  n,
  y: reached,
  yy: reached,
});

describe('the floor', () => {
  it('is mixed in: 4 arms at 5 % share out what is left', () => {
    const shares = withFloor([1, 0, 0, 0]).map((p) => Number(p.toFixed(12)));
    expect(shares).toEqual([0.85, 0.05, 0.05, 0.05]);
  });

  it('never becomes 499 of 10,000 by rounding', () => {
    const shares = wholeShares(new Map(withFloor([0.7, 0.3, 0]).map((p, arm) => [`v${arm}`, p])));
    expect([...shares.values()]).toEqual([6450, 3050, 500]);
  });

  it('gives what rounding leaves over to the largest remainders, ties by code', () => {
    expect(
      Object.fromEntries(
        wholeShares(
          new Map([
            ['c', 1],
            ['a', 1],
            ['b', 1],
          ]),
        ),
      ),
    ).toEqual({
      c: 3333,
      a: 3334,
      b: 3333,
    });
  });
});

describe('the prior of a new variant', () => {
  it('is the pooled rate, worth 20 units', () => {
    const { a, b } = pooledPrior(1000, 10_000);
    expect(a + b).toBeCloseTo(20, 10);
    expect(a / (a + b)).toBeCloseTo(0.1, 4);
  });

  it('is worth half a conversion where the goal is rare', () => {
    const { a, b } = pooledPrior(100, 100_000);
    expect(a).toBeCloseTo(0.5, 10);
    expect(a / (a + b)).toBeCloseTo(0.001, 4);
  });

  it('has a starved arm borrow the spread of the others', () => {
    const [rich, starved] = valuePosteriors([
      { n: 10_000, y: 10_000, yy: 50_000 },
      { n: 100, y: 0, yy: 0 },
    ]);
    if (rich?.family !== 'normal' || starved?.family !== 'normal') throw new Error('not normal');
    expect(rich.sd).toBeCloseTo(0.02, 3);
    expect(starved.sd).toBeGreaterThan(0.1);
  });
});

describe('the delay curve', () => {
  it('is exact where all cohorts are closed', () => {
    expect(delayCurve([{ ageDays: 9, byDelay: [50, 30, 20] }], 3)).toEqual([0.5, 0.8, 1]);
  });

  it('takes from young cohorts what they can say', () => {
    // True shares 1/2, 4/5, 1. The young cohort is twice as large and knows its first two days only.
    const curve = delayCurve(
      [
        { ageDays: 9, byDelay: [50, 30, 20] },
        { ageDays: 2, byDelay: [100, 60] },
      ],
      3,
    );
    expect(curve.map((share) => Number(share.toFixed(12)))).toEqual([0.5, 0.8, 1]);
  });

  it('without conversions holds nothing back', () => {
    expect(delayCurve([], 3)).toEqual([1, 1, 1]);
    expect(delayCurve([{ ageDays: 9, byDelay: [NaN, -3, Infinity] }], 2)).toEqual([1, 1]);
  });

  it('says what a unit of some age has shown; without one only closed windows have', () => {
    const curve = [0.5, 0.8, 1];
    expect([0, 1, 2, 3, 9].map((age) => arrivedShare(age, 3, curve))).toEqual([0, 0.5, 0.8, 1, 1]);
    expect([0, 2, 3].map((age) => arrivedShare(age, 3))).toEqual([0, 0, 1]);
  });
});

describe('partial pooling', () => {
  it('takes segments together that differ by no more than chance', () => {
    const pooled = poolSegments([
      { mean: 0.1, variance: 1e-4 },
      { mean: 0.101, variance: 1e-4 },
    ]);
    expect(pooled?.between).toBe(0);
    expect(pooled?.segments.map(({ mean }) => mean)).toEqual([pooled?.mean, pooled?.mean]);
  });

  it('finds the between-study variance of the worked example of DerSimonian-Laird', () => {
    // Effects 0.1, 0.3, 0.35 with variances 0.01, 0.02, 0.01, by hand: w = 100, 50, 100; mean 0.24;
    // Q = 100·0.0196 + 50·0.0036 + 100·0.0121 = 3.35; C = 250 − 22500/250 = 160; tau2 = 1.35/160.
    const pooled = poolSegments([
      { mean: 0.1, variance: 0.01 },
      { mean: 0.3, variance: 0.02 },
      { mean: 0.35, variance: 0.01 },
    ]);
    expect(pooled?.between).toBeCloseTo(1.35 / 160, 12);
  });

  it('gives a segment without data the common mean, and nothing at all without any', () => {
    const pooled = poolSegments([
      { mean: 1, variance: 0.1 },
      { mean: NaN, variance: 0 },
    ]);
    expect(pooled?.segments[1]?.mean).toBe(1);
    expect(poolSegments([{ mean: 1, variance: 0 }])).toBeNull();
  });
});

describe('the estimate of other shares', () => {
  it('is the plain mean where shares would have been the same', () => {
    const made = policyEstimate(
      [cell('a', 0.5, 5000, 500), cell('b', 0.5, 5000, 1000)],
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
    );
    if (!made.ok) throw new Error(made.code);
    for (const kind of ['ips', 'snips', 'aipw'] as const) expect(made.value[kind].mean).toBeCloseTo(0.15, 12);
    expect(made.value.effectiveUnits).toBeCloseTo(10_000, 6);
    expect(made.value.meanWeight).toBeCloseTo(1, 12);
    // √(0.15 · 0.85 / 10,000) = 0.003571; the augmented one leaves out what the arms explain.
    expect(made.value.snips.standardError).toBeCloseTo(0.003571, 5);
    expect(made.value.aipw.standardError).toBeLessThan(made.value.snips.standardError);
  });

  it('of one arm alone is that arm under shares that moved', () => {
    const made = policyEstimate(
      [cell('a', 0.5, 500, 50), cell('b', 0.5, 500, 50), cell('a', 0.1, 100, 20), cell('b', 0.9, 900, 180)],
      new Map([['a', 1]]),
    );
    if (!made.ok) throw new Error(made.code);
    // 10 % in the first period, 20 % in the second, half the units each.
    expect(made.value.ips.mean).toBeCloseTo(0.15, 12);
  });

  it.each([
    ['too-few-effective-units', [cell('a', 0.01, 30, 1), cell('b', 0.99, 2970, 900)]],
    ['propensities-do-not-fit', [cell('a', 0.5, 9000, 90), cell('b', 0.5, 1000, 10)]],
    ['no-data', []],
    ['no-data', [cell('a', 0, 500, 3)]],
    ['no-data', [cell('a', 0.5, NaN, 3)]],
  ] as const)('is refused: %s', (code, cells) => {
    expect(policyEstimate(cells, new Map([['a', 1]]))).toMatchObject({ ok: false, code });
  });

  it('is refused where one unit carries more than a tenth of all weight', () => {
    const cells = [cell('a', 0.5, 600, 60), cell('a', 0.00001, 1, 1), cell('b', 0.5, 600, 60)];
    expect(policyEstimate(cells, new Map([['a', 1]]))).toMatchObject({
      ok: false,
      code: 'one-unit-dominates',
    });
  });

  it('takes its probabilities from the ranges of each weights version', () => {
    const day = (period: number, arm: string, n: number, reached: number) => ({
      ...{ period, group: null, arm, day: `2026-03-0${period}`, moments: rateMoments(n, reached) },
    });
    const cells = [
      ...[day(1, 'base', 500, 50), day(1, 'a', 500, 50), day(1, 'a', 100, 10)],
      ...[day(2, 'base', 900, 180), day(2, 'a', 100, 20)],
    ];
    const halves = [
      { variant: 'base', from: 0, to: 5000 },
      { variant: 'a', from: 5000, to: 10_000 },
    ];
    const moved = [
      { variant: 'base', from: 0, to: 5000 },
      { variant: 'a', from: 5000, to: 6000 },
      { variant: 'base', from: 6000, to: 10_000 },
    ];
    const logged = loggedCells(cells, [
      { version: 1, ranges: halves },
      { version: 2, ranges: moved },
    ]);
    expect(logged.map(({ variant, propensity, n }) => [variant, propensity, n])).toEqual([
      ['base', 0.5, 500],
      ['a', 0.5, 600],
      ['base', 0.9, 900],
      ['a', 0.1, 100],
    ]);
    // A version that is forgotten has no probabilities, so nothing is estimated.
    expect(policyEstimate(loggedCells(cells, []), new Map([['a', 1]]))).toMatchObject({ code: 'no-data' });
  });
});
