import type { EventDayCell } from '../../../src/events/event-day';
import { NO_SUMS, type RollupCell, type RollupSums } from '../../../src/events/rollup';
import { report } from '../../../src/reports/report';

const cell = (
  variant: string,
  wouldBe: string,
  sums: Partial<RollupSums>,
  more: Partial<RollupCell> = {},
): RollupCell => ({
  experience: 'hero',
  variant,
  wouldBe,
  weightsVersion: 1,
  unitKind: 'visitor',
  day: '2026-03-01',
  dimension: '',
  level: '',
  goal: '',
  sums: { ...NO_SUMS, ...sums },
  ...more,
});

const day = (
  variant: string,
  wouldBe: string,
  measure: EventDayCell['measure'],
  count: number,
  more: Partial<EventDayCell> = {},
): EventDayCell => ({
  experience: 'hero',
  variant,
  wouldBe,
  unitKind: 'visitor',
  day: '2026-03-01',
  measure,
  goal: '',
  count: BigInt(count),
  value: 0n,
  ...more,
});

const OPTIONS = { experience: 'hero', selection: 'relevance', goal: 'order' } as const;

describe('a report', () => {
  it('compares a variant with those held out from the same variant, and with nobody else', () => {
    const made = report(
      {
        cells: [
          cell('tv', 'tv', { n: 90n }),
          cell('base', 'tv', { n: 10n }),
          cell('shoes', 'shoes', { n: 50n }),
          cell('tv', 'tv', { n: 5n }, { day: '2026-03-02', weightsVersion: 2 }),
        ],
        days: [day('tv', 'tv', 'exposure', 120), day('base', 'base', 'reach', 70)],
      },
      OPTIONS,
    );
    expect(made.comparison).toBe('holdout');
    const [visitors] = made.unitKinds;
    expect(visitors?.reach).toBe(70);
    expect(
      visitors?.groups.map(({ wouldBe, comparable, arms }) => [
        wouldBe,
        comparable,
        arms.map((arm) => [arm.variant, arm.heldOut, arm.units]),
      ]),
    ).toEqual([
      ['shoes', false, [['shoes', false, 50]]],
      [
        'tv',
        true,
        [
          ['base', true, 10],
          ['tv', false, 95],
        ],
      ],
    ]);
  });

  it('cannot compare where nobody was held out', () => {
    const made = report({ cells: [cell('tv', 'tv', { n: 9n })], days: [] }, OPTIONS);
    expect(made.comparison).toBe('none');
  });

  it('sets the variants of a split side by side, base first', () => {
    const made = report(
      { cells: [cell('a', 'a', { n: 5n }), cell('base', 'base', { n: 6n })], days: [] },
      { ...OPTIONS, selection: 'split' },
    );
    expect(made.comparison).toBe('variants');
    expect(made.unitKinds[0]?.groups).toHaveLength(1);
    expect(made.unitKinds[0]?.groups[0]?.arms.map((arm) => [arm.variant, arm.heldOut, arm.units])).toEqual([
      ['base', false, 6],
      ['a', false, 5],
    ]);
  });

  it('never adds visitors and page visits up', () => {
    const made = report(
      { cells: [cell('a', 'a', { n: 5n }), cell('a', 'a', { n: 7n }, { unitKind: 'page-visit' })], days: [] },
      OPTIONS,
    );
    expect(made.unitKinds.map(({ unitKind, groups }) => [unitKind, groups[0]?.arms[0]?.units])).toEqual([
      ['visitor', 5],
      ['page-visit', 7],
    ]);
  });

  it('leaves the slices by dimension out of the totals', () => {
    const slice = cell('a', 'a', { n: 5n }, { dimension: 'device', level: 'phone' });
    const made = report({ cells: [cell('a', 'a', { n: 5n }), slice], days: [] }, OPTIONS);
    expect(made.unitKinds[0]?.groups[0]?.arms[0]?.units).toBe(5);
  });

  it('shows what nobody vouches for apart', () => {
    const made = report(
      { cells: [], days: [day('a', 'a', 'unverified', 3), day('a', 'a', 'exposure', 2)] },
      OPTIONS,
    );
    expect(made.unitKinds[0]?.unverified).toBe(3);
    expect(made.unitKinds[0]?.groups[0]?.arms[0]).toMatchObject({ exposures: 2, unverified: 3, units: 0 });
  });

  it('sets nobody against those who would have got base, vouched for or not', () => {
    const made = report({ cells: [], days: [day('base', 'base', 'unverified', 4)] }, OPTIONS);
    expect(made.unitKinds).toMatchObject([{ unitKind: 'visitor', groups: [], reach: 0, unverified: 4 }]);
  });

  it('counts interactions, conversions and value in all and by day', () => {
    const goal = (name: string, count: number, value: number, on = '2026-03-01') =>
      day('a', 'a', 'goal', count, { goal: name, value: BigInt(value), day: on });
    const made = report(
      {
        cells: [
          cell('a', 'a', { n: 4n, multiple: 1n }),
          cell('a', 'a', { y: 120_000n, yy: 1n, d: 20_000n }, { goal: 'order' }),
        ],
        days: [goal('interaction', 6, 0), goal('order', 1, 90_000), goal('order', 2, 110_000, '2026-03-03')],
      },
      OPTIONS,
    );
    const arm = made.unitKinds[0]?.groups[0]?.arms[0];
    expect(arm).toMatchObject({ units: 4, multiple: 1, interactions: 6, conversions: 3, value: 20 });
    expect(arm?.goals).toEqual([
      { goal: 'interaction', events: 6, total: 0, denominator: 0 },
      { goal: 'order', events: 3, total: 12, denominator: 2 },
    ]);
    expect(
      arm?.days.map(({ day: on, units, conversions, value }) => [on, units, conversions, value]),
    ).toEqual([
      ['2026-03-01', 4, 1, 9],
      ['2026-03-03', 0, 2, 11],
    ]);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  it('of nothing has no numbers', () => {
    expect(report({ cells: [], days: [] }, OPTIONS)).toEqual({
      ...OPTIONS,
      currency: null,
      comparison: 'none',
      verdict: null,
      unitKinds: [],
    });
  });
});
