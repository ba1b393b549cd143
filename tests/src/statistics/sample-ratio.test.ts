import {
  logBayesFactor,
  MISMATCH_P,
  sampleRatio,
  type SplitPeriod,
} from '../../../src/statistics/sample-ratio';
import { dayOf } from './compare-tools';

const EVEN = new Map([
  ['base', 0.5],
  ['a', 0.5],
]);

const period = (
  number: number,
  expected: ReadonlyMap<string, number> | null,
  counts: readonly (readonly [base: number, a: number])[],
  from = 0,
): SplitPeriod => ({
  period: number,
  expected,
  days: counts.map(([base, a], index) => ({
    day: dayOf(from + index),
    units: new Map([
      ['base', base],
      ['a', a],
    ]),
  })),
});

describe('the sample-ratio test', () => {
  it('finds nothing wrong with what was promised', () => {
    const made = sampleRatio([
      period(1, EVEN, [
        [500, 510],
        [498, 505],
        [521, 500],
      ]),
    ]);
    expect(made).toMatchObject({ mismatch: false, periods: [{ period: 1 }] });
    expect(made.p).toBeGreaterThan(0.5);
    expect(made.periods[0]?.arms).toEqual([
      { arm: 'a', units: 1_515, expected: 1_517 },
      { arm: 'base', units: 1_519, expected: 1_517 },
    ]);
  });

  it('finds a split that is off by a tenth', () => {
    const made = sampleRatio([period(1, EVEN, Array(7).fill([900, 1_100]))]);
    expect(made.p).toBeLessThan(MISMATCH_P);
    expect(made.mismatch).toBe(true);
  });

  it('never takes back what it found: the smallest p of all days counts', () => {
    const bad = Array(5).fill([900, 1_100]);
    const evenedOut = Array(5).fill([1_100, 900]);
    const p = sampleRatio([period(1, EVEN, bad)]).p ?? NaN;
    expect(sampleRatio([period(1, EVEN, [...bad, ...evenedOut])]).p).toBeCloseTo(p, 15);
  });

  it('holds each weights version against its own shares', () => {
    const uneven = new Map([
      ['base', 0.1],
      ['a', 0.9],
    ]);
    const made = sampleRatio([
      period(1, EVEN, Array(5).fill([500, 500])),
      period(2, uneven, Array(5).fill([100, 900]), 5),
    ]);
    expect(made.mismatch).toBe(false);
    expect(made.periods.map(({ p }) => p)).toEqual([1, 1]);
  });

  it('adds up, over the versions, evidence that no version has enough of', () => {
    const off = (number: number) =>
      period(
        number,
        EVEN,
        [
          [950, 1_050],
          [940, 1_060],
        ],
        2 * number,
      );
    const periods = Array.from({ length: 8 }, (_, index) => off(index));
    const made = sampleRatio(periods);
    expect(made.periods.every(({ p }) => p !== null && p > MISMATCH_P)).toBe(true);
    expect(made.mismatch).toBe(true);
  });

  it('calls units of an arm that was promised none impossible', () => {
    const none = new Map([
      ['base', 1],
      ['a', 0],
    ]);
    const made = sampleRatio([period(1, none, [[500, 1]])]);
    expect(made).toMatchObject({ p: 0, mismatch: true });
    expect(sampleRatio([period(1, none, [[500, 0]])])).toMatchObject({ p: 1, mismatch: false });
  });

  it('cannot check what is not known any more, and says so', () => {
    expect(sampleRatio([])).toEqual({ p: null, mismatch: false, periods: [] });
    const made = sampleRatio([period(1, null, [[1, 999]])]);
    expect(made).toMatchObject({ p: null, mismatch: false, periods: [{ p: null }] });
    expect(made.periods[0]?.arms[0]).toEqual({ arm: 'a', units: 999, expected: null });
  });

  it('does not depend on the order in which days and versions are told', () => {
    const days = period(1, EVEN, [
      [5, 9],
      [50, 20],
      [400, 700],
    ]);
    const other = period(2, EVEN, [[7, 3]], 1);
    const turned = { ...days, days: [...days.days].reverse() };
    expect(sampleRatio([other, turned])).toEqual(sampleRatio([days, other]));
  });

  it('has a Bayes factor of 1 before anything was seen', () => {
    expect(logBayesFactor(new Map(), EVEN)).toBeCloseTo(0, 12);
  });
});
