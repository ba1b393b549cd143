import { compareArms } from '../../../src/statistics/compare-arms';
import { boundary } from '../../../src/statistics/confidence-sequence';
import { cellOf, daily, dayOf, inputOf } from './compare-tools';

const only = (...args: Parameters<typeof inputOf>) => {
  const [comparison, ...others] = compareArms(inputOf(...args));
  if (!comparison || others.length > 0) throw new Error('expected one comparison');
  return comparison;
};

describe('a variant against base', () => {
  it('has rates, difference and lift of the textbook', () => {
    const made = only(daily(10, { base: [500, 50], a: [500, 60] }));
    expect(made).toMatchObject({
      ...{ variant: 'a', control: 'base', days: 10, problem: null, gates: [], adjustment: null, exact: null },
      treatmentArm: { units: 5_000, conversions: 600 },
      controlArm: { units: 5_000, conversions: 500 },
    });
    expect(made.treatmentArm.mean).toBeCloseTo(0.12, 12);
    // √(0.12·0.88/4999 + 0.1·0.9/4999), divisor n − 1.
    expect(made.absolute?.value).toBeCloseTo(0.02, 12);
    expect(made.absolute?.error).toBeCloseTo(Math.sqrt((0.12 * 0.88 + 0.1 * 0.9) / 4_999), 12);
    expect(made.relative?.value).toBeCloseTo(0.2, 12);
    // V_T/m² + V_C·m_T²/m⁴.
    expect(made.relative?.error).toBeCloseTo(
      Math.sqrt((0.12 * 0.88) / 4_999 / 0.01 + (((0.1 * 0.9) / 4_999) * 0.0144) / 0.0001),
      12,
    );
  });

  it('has a confidence sequence that widens the same error by its boundary, look by look', () => {
    const made = only(daily(10, { base: [500, 50], a: [500, 60] }));
    const error = Math.sqrt((0.12 * 0.88 + 0.1 * 0.9) / 4_999);
    const last = made.sequence?.looks.at(-1);
    expect(made.sequence?.looks).toHaveLength(10);
    expect(last?.absolute.low).toBeCloseTo(0.02 - error * boundary(10_000, 0.05, 5_000), 12);
    expect(made.sequence?.absolute).toEqual(last?.absolute);
    expect(made).toMatchObject({ favours: 'treatment', sequence: { alpha: 0.05, crossed: false } });
    expect(made.sequence?.p).toBeLessThan(0.05);
  });

  it('is called worse where less is better', () => {
    const cells = daily(10, { base: [500, 50], a: [500, 75] });
    expect(only(cells).favours).toBe('treatment');
    expect(only(cells, { direction: 'down' }).favours).toBe('control');
  });

  it('looks at closed days only', () => {
    const cells = daily(10, { base: [500, 50], a: [500, 60] });
    const made = only(cells, { closedThrough: dayOf(3) });
    expect(made).toMatchObject({ days: 4, treatmentArm: { units: 2_000 } });
    expect(made.sequence?.looks.map(({ day }) => day)).toEqual([0, 1, 2, 3].map(dayOf));
    expect(made.gates).toEqual([{ code: 'days', arm: null, has: 4, needs: 7 }]);
  });

  it('begins its sequence with the first day on which both arms have enough', () => {
    const made = only(daily(10, { base: [100, 4], a: [100, 4] }));
    // 25 conversions are there after seven days of four.
    expect(made.sequence?.looks.map(({ day }) => day)).toEqual([6, 7, 8, 9].map(dayOf));
  });

  it('names what is missing, and of which arm', () => {
    const made = only(daily(3, { base: [20, 5], a: [30, 1] }));
    expect(made.sequence).toBeNull();
    expect(made.gates).toEqual([
      { code: 'units', arm: 'base', has: 60, needs: 100 },
      { code: 'conversions', arm: 'a', has: 3, needs: 25 },
      { code: 'days', arm: null, has: 3, needs: 7 },
    ]);
    expect(made.exact).not.toBeNull();
    const full = only(daily(8, { base: [100, 99], a: [100, 50] }));
    expect(full.gates).toEqual([{ code: 'not-converted', arm: 'base', has: 8, needs: 25 }]);
    expect(full.sequence).toBeNull();
  });

  it('says a most likely lift that is shrunk, and never outside of its sequence', () => {
    const made = only(daily(10, { base: [500, 50], a: [500, 60] }));
    const { value, error } = made.relative as { value: number; error: number };
    expect(made.likely).toBeCloseTo(value / (1 + (error / 0.1) ** 2), 12);
    const large = only(daily(10, { base: [2_000, 200], a: [2_000, 500] }));
    expect(large.likely).toBe(large.sequence?.relative?.low);
  });
});

describe('several variants', () => {
  const cells = daily(10, { base: [500, 50], a: [500, 60], b: [500, 50] });

  it('share alpha, and their p values are adjusted by Holm', () => {
    const [a, b] = compareArms(inputOf(cells));
    expect([a?.sequence?.alpha, b?.sequence?.alpha]).toEqual([0.025, 0.025]);
    expect(a?.pAdjusted).toBeCloseTo(2 * (a?.p ?? NaN), 15);
    expect(b?.pAdjusted).toBe(1);
  });

  it('in relevance are also compared together, for half of alpha, first', () => {
    const groups = [
      ...daily(10, { base: [100, 8], a: [900, 72] }, { group: 'a' }),
      ...daily(10, { base: [100, 2], b: [900, 18] }, { group: 'b' }),
    ];
    const made = compareArms(inputOf(groups, { together: true }));
    expect(made.map(({ variant, sequence }) => [variant, sequence?.alpha])).toEqual([
      [null, 0.025],
      ['a', 0.0125],
      // 20 held-out conversions are not enough.
      ['b', undefined],
    ]);
    expect(made[0]).toMatchObject({ treatmentArm: { units: 18_000 }, controlArm: { units: 2_000 } });
    expect(made[0]?.absolute?.value).toBeCloseTo(0, 12);
    // Together is a family of its own; among two variants Holm doubles, and each family has half of alpha.
    const lift = [
      ...daily(10, { base: [100, 8], a: [900, 99] }, { group: 'a' }),
      ...daily(10, { base: [100, 2], b: [900, 18] }, { group: 'b' }),
    ];
    const [whole, a, b] = compareArms(inputOf(lift, { together: true }));
    expect(whole?.pAdjusted).toBeCloseTo(2 * (whole?.p ?? NaN), 12);
    expect(a?.pAdjusted).toBeCloseTo(Math.min(1, 4 * (a?.p ?? NaN)), 12);
    expect(b?.pAdjusted).toBe(1);
    // A single variant is the whole: said twice, divided never.
    const [one, same] = compareArms(
      inputOf(
        lift.filter(({ group }) => group === 'a'),
        { together: true },
      ),
    );
    expect(one).toEqual({ ...same, variant: null, gates: one?.gates });
    expect(one?.sequence?.alpha).toBe(0.05);
    expect(one?.pAdjusted).toBe(one?.p);
  });
});

describe('changing shares', () => {
  it('give no variant an advantage from better days', () => {
    // Both arms convert alike: 2 % in the first period and 10 % in the second, in which a gets most of the units.
    const cells = [
      ...daily(7, { base: [900, 18], a: [100, 2] }, { period: 1 }),
      ...daily(7, { base: [100, 10], a: [900, 90] }, { period: 2, from: 7 }),
    ];
    const made = only(cells);
    expect(made.absolute?.value).toBeCloseTo(0, 12);
    expect(made.treatmentArm.mean).toBeCloseTo(0.06, 12);
    // Pooled over periods it would be 9.2 % against 2.8 %.
    const pooled = only(cells.map((cell) => ({ ...cell, period: 1 })));
    expect(pooled.absolute?.value).toBeCloseTo(0.064, 12);
  });

  it('compare a variant only in periods in which both were there', () => {
    const cells = [
      ...daily(7, { base: [1_000, 20] }, { period: 1 }),
      ...daily(7, { base: [500, 50], late: [500, 50] }, { period: 2, from: 7 }),
    ];
    const made = only(cells);
    expect(made.controlArm).toMatchObject({ units: 3_500, conversions: 350 });
    // What base did before is no day of theirs.
    expect(made.days).toBe(7);
    expect(made.absolute?.value).toBeCloseTo(0, 12);
  });

  it('weigh audiences by their size, not by how sure they are', () => {
    // +4 points among 1,000 a day, nothing among 3,000 a day: +1 point in all.
    const cells = [
      ...daily(10, { base: [500, 40], a: [500, 60] }, { group: 'a' }),
      ...daily(10, { base: [1_500, 30], b: [1_500, 30] }, { group: 'b' }),
    ];
    const [whole] = compareArms(inputOf(cells, { together: true }));
    expect(whole?.absolute?.value).toBeCloseTo(0.01, 12);
  });

  it('do not make a starved arm without conversions look certain', () => {
    const fed = daily(10, { base: [1_900, 38], a: [1_900, 38], b: [20, 0] }, { period: 1 }).map(
      (cell, index) => ({ ...cell, period: Math.floor(index / 3) + 1 }),
    );
    const [, b] = compareArms(inputOf(fed));
    // Its own spread is zero everywhere, so is what is left of it over all periods; the arm tells nothing.
    expect(b?.sequence).toBeNull();
    const once = fed.map((cell) =>
      cell.arm === 'b' && cell.period === 1
        ? { ...cell, ...cellOf('b', { n: 20, y: 0.1, yy: 0.09 }), day: cell.day }
        : cell,
    );
    const [, after] = compareArms(inputOf(once));
    // 2 of 200: about √(0.01 · 0.99 / 200).
    expect(after?.absolute?.error).toBeGreaterThan(0.005);
    expect(after?.absolute?.error).toBeLessThan(0.009);
  });
});

describe('changing days', () => {
  it('on which all becomes rarer are no contradiction as long as the relative lift stays', () => {
    // A fifth more throughout: two points of ten at first, then eight tenths of a point of four.
    const cells = [
      ...daily(10, { base: [10_000, 1_000], a: [10_000, 1_200] }),
      ...daily(50, { base: [10_000, 400], a: [10_000, 480] }, { from: 10 }),
    ];
    const made = only(cells, { closedThrough: dayOf(59) });
    expect(made).toMatchObject({ days: 60, favours: 'treatment', sequence: { crossed: false } });
    expect(made.sequence?.relative?.low).toBeGreaterThan(0.15);
    expect(made.sequence?.relative?.high).toBeLessThan(0.25);
  });

  it('on which the lift itself turns round contradict each other', () => {
    const cells = [
      ...daily(10, { base: [10_000, 1_000], a: [10_000, 1_200] }),
      ...daily(50, { base: [10_000, 1_000], a: [10_000, 800] }, { from: 10 }),
    ];
    const made = only(cells, { closedThrough: dayOf(59) });
    expect(made).toMatchObject({ favours: null, sequence: { crossed: true } });
  });
});

describe('values and ratios', () => {
  it('of values count how many equal ones would carry as much', () => {
    // 1,000 units of which 100 spent 10: Σy = 1,000, Σy² = 10,000, mean 1, variance 9.
    const made = only([cellOf('base', { n: 1_000, y: 1, yy: 9 }), cellOf('a', { n: 1_000, y: 1.1, yy: 9 })], {
      kind: 'value',
    });
    expect(made.controlArm.conversions).toBe(100);
    expect(made.absolute?.value).toBeCloseTo(0.1, 12);
    expect(made.absolute?.error).toBeCloseTo(Math.sqrt(18 / 999), 12);
  });

  it('divide sums, with the variance of the delta method', () => {
    const arm = { n: 1_000, y: 2, d: 4, yy: 1, dd: 2, yd: 0.5 };
    const made = only([cellOf('base', arm), cellOf('a', { ...arm, y: 2.2 })], { kind: 'ratio' });
    expect(made.controlArm.mean).toBe(0.5);
    expect(made.treatmentArm.mean).toBeCloseTo(0.55, 12);
    // s²_M/μ_D² + s²_D·μ_M²/μ_D⁴ − 2·cov·μ_M/μ_D³, as GrowthBook documents it.
    const variance = (m: number) => (1 / 16 + (2 * m * m) / 256 - (2 * 0.5 * m) / 64) / 999;
    expect(made.absolute?.error).toBeCloseTo(Math.sqrt(variance(2) + variance(2.2)), 12);
  });

  it('are narrower with what was known before, by the squared correlation', () => {
    // Correlation 0.8 within arms; the variant happened to get more active visitors, x̄ 2.1 against 2.
    const spread = { n: 4_000, yy: 1, xx: 4, xy: 1.6 };
    const cells = [cellOf('base', { ...spread, y: 3, x: 2 }), cellOf('a', { ...spread, y: 3.04, x: 2.1 })];
    const made = only(cells, { kind: 'value' });
    expect(made.adjustment?.theta).toBeCloseTo(0.4, 12);
    expect(made.adjustment?.reduction).toBeCloseTo(0.64, 12);
    // 0.04 − 0.4 · 0.1: the whole difference was there before.
    expect(made.absolute?.value).toBeCloseTo(0, 12);
    expect(made.absolute?.error).toBeCloseTo(Math.sqrt((2 * 0.36) / 3_999), 12);
    expect(made.treatmentArm.mean).toBeCloseTo(3.04, 12);
  });
});

describe('what cannot be compared', () => {
  it.each([
    ['nobody', [], []],
    ['only base', daily(9, { base: [500, 50] }), []],
    ['only a variant', daily(9, { a: [500, 50] }), ['one-sided']],
    ['one unit', daily(1, { a: [1, 1] }), ['one-sided']],
    ['no conversion at all', daily(9, { base: [500, 0], a: [500, 0] }), ['no-variation']],
    ['everyone converts', daily(9, { base: [500, 500], a: [500, 500] }), ['no-variation']],
    [
      'infinite values',
      [cellOf('base', { n: 5, y: 1, yy: Infinity }), cellOf('a', { n: 5, y: 1 })],
      ['bad-numbers'],
    ],
    [
      'values that are none',
      [cellOf('base', { n: 5, y: NaN }), cellOf('a', { n: 5, y: 1 })],
      ['bad-numbers'],
    ],
    [
      'numbers too large to be squared',
      [cellOf('base', { n: 5, y: 1e200, yy: 1e308 }), cellOf('a', { n: 5, y: -1e200, yy: 1e308 })],
      ['bad-numbers'],
    ],
  ])('%s: a problem with a code', (_what, cells, problems) => {
    const made = compareArms(inputOf(cells, { kind: cells.length === 2 ? 'value' : 'rate' }));
    expect(made.map(({ problem }) => problem)).toEqual(problems);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  it('no closed day', () => {
    const cells = daily(3, { base: [500, 50], a: [500, 50] });
    expect(only(cells, { closedThrough: null }).problem).toBe('no-closed-day');
    expect(only(cells, { closedThrough: '2025-12-31' }).problem).toBe('no-closed-day');
  });

  it('a ratio without a denominator', () => {
    const cells = [cellOf('base', { n: 9, y: 1, yy: 1 }), cellOf('a', { n: 9, y: 1, yy: 1 })];
    expect(only(cells, { kind: 'ratio' }).problem).toBe('no-denominator');
  });

  it('a thousand variants are a thousand comparisons', () => {
    const arms = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`v${n}`, [50, 5] as const]));
    const made = compareArms(inputOf(daily(3, { base: [500, 50], ...arms })));
    expect(made).toHaveLength(1_000);
    expect(made.every(({ gates }) => gates.some(({ code }) => code === 'conversions'))).toBe(true);
  });
});
