import { NO_SUMS, type RollupCell, type RollupSums } from '../../../src/events/rollup';
import { armCells, type ArmCellsQuery } from '../../../src/reports/arm-cells';
import { lastClosedDay } from '../../../src/reports/closed-days';

const cell = (sums: Partial<RollupSums>, more: Partial<RollupCell> = {}): RollupCell => ({
  ...{ experience: 'hero', variant: 'tv', wouldBe: 'tv', weightsVersion: 1, unitKind: 'visitor' },
  ...{ day: '2026-03-01', dimension: '', level: '', goal: '' },
  sums: { ...NO_SUMS, ...sums },
  ...more,
});
const QUERY: ArmCellsQuery = { unitKind: 'visitor', selection: 'split', goal: 'order' };

describe('rollups as the statistics read them', () => {
  it('join units, covariate and goal of the same arm and day', () => {
    const made = armCells(
      [
        // Two units with 1 and 3 views before; one of them ordered for 20.
        cell({ n: 2n, x: 40_000n, xx: 1_000_000_000n }),
        cell({ y: 200_000n, yy: 40_000_000_000n, xy: 6_000_000_000n }, { goal: 'order' }),
        cell({ y: 10_000n, yy: 100_000_000n }, { goal: 'interaction' }),
      ],
      QUERY,
    );
    expect(made).toEqual([
      {
        ...{ period: 1, group: null, arm: 'tv', day: '2026-03-01' },
        moments: { n: 2, y: 10, d: 0, x: 2, yy: 100, dd: 0, xx: 1, yd: 0, xy: 10 },
      },
    ]);
  });

  it('of a goal that nobody reached are zeros', () => {
    expect(armCells([cell({ n: 7n })], QUERY)[0]?.moments).toMatchObject({ n: 7, y: 0, yy: 0 });
  });

  it('leave out dimensions, other kinds of units, and sums without units', () => {
    const made = armCells(
      [
        cell({ n: 1n }, { dimension: 'device', level: 'phone' }),
        cell({ n: 1n }, { unitKind: 'page-visit' }),
        cell({ y: 10_000n }, { goal: 'order', variant: 'gone' }),
        cell({ n: -3n }, { variant: 'broken' }),
      ],
      QUERY,
    );
    expect(made).toEqual([]);
  });

  it('in relevance are grouped by what units would have got, without who would have got base', () => {
    const made = armCells(
      [
        cell({ n: 9n }),
        cell({ n: 1n }, { variant: 'base' }),
        cell({ n: 5n }, { variant: 'base', wouldBe: 'base' }),
        cell({ n: 5n }, { variant: 'shoes', wouldBe: 'tv' }),
      ],
      { ...QUERY, selection: 'relevance' },
    );
    expect(made.map(({ group, arm, moments }) => [group, arm, moments.n])).toEqual([
      ['tv', 'tv', 9],
      ['tv', 'base', 1],
    ]);
  });

  it('are the same however the cells are split', () => {
    const whole = armCells([cell({ n: 3n }), cell({ y: 7n, yy: 29n }, { goal: 'order' })], QUERY);
    const split = armCells(
      [
        cell({ y: 2n, yy: 4n }, { goal: 'order' }),
        cell({ n: 1n }),
        cell({ y: 5n, yy: 25n }, { goal: 'order' }),
        cell({ n: 2n }),
      ],
      QUERY,
    );
    expect(split).toEqual(whole);
  });
});

describe('a closed day', () => {
  it.each([
    ['2026-03-10', 7, '2026-03-02'],
    ['2026-03-10', 0, '2026-03-09'],
    ['2026-01-01', 1, '2025-12-30'],
    ['2026-03-10', 0.5, '2026-03-08'],
  ])('on %s, with a window of %d days, is %s at the latest', (today, windowDays, expected) => {
    expect(lastClosedDay(today, windowDays)).toBe(expected);
  });

  it.each(['', 'today', '2026-13-45', '2026-3-1'])('does not exist when today is "%s"', (today) => {
    expect(lastClosedDay(today, 7)).toBeNull();
  });
});
