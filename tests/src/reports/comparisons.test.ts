import { NO_SUMS, type RollupCell } from '../../../src/events/rollup';
import { DEFAULT_GOAL, type Goal } from '../../../src/model/goal';
import { report, type ReportOptions } from '../../../src/reports/report';
import { expectValid } from '../../api/api-description';

const ORDER: Goal = { ...DEFAULT_GOAL, code: 'order', event: 'order', scope: 'visitor', windowDays: 3 };
const BOUNCE: Goal = { ...DEFAULT_GOAL, code: 'bounce', event: 'bounce', direction: 'down', windowDays: 1 };
const OPTIONS: ReportOptions = {
  ...{ experience: 'hero', selection: 'split', goal: 'order', guardrails: ['bounce'] },
  ...{ goals: [ORDER, BOUNCE, DEFAULT_GOAL], today: '2026-03-20' },
  weightsVersions: [
    {
      ...{ version: 1, holdout: 0 },
      ranges: [
        { variant: 'base', from: 0, to: 5_000 },
        { variant: 'a', from: 5_000, to: 10_000 },
      ],
    },
  ],
};

/** Cells of an arm on so many days from 1 March: units, and how many reached each goal. */
const cells = (
  days: number,
  variant: string,
  n: number,
  reached: Readonly<Record<string, number>>,
  more: Partial<RollupCell> = {},
): RollupCell[] =>
  Array.from({ length: days }, (_, index) => {
    const key = {
      ...{ experience: 'hero', variant, wouldBe: variant, weightsVersion: 1, unitKind: 'visitor' as const },
      ...{ day: `2026-03-${String(index + 1).padStart(2, '0')}`, dimension: '', level: '' },
      ...more,
    };
    const units: RollupCell = { ...key, goal: '', sums: { ...NO_SUMS, n: BigInt(n) } };
    const goals = Object.entries(reached).map(([goal, count]): RollupCell => {
      const y = BigInt(count) * 10_000n;
      return { ...key, goal, sums: { ...NO_SUMS, y, yy: y * 10_000n } };
    });
    return [units, ...goals];
  }).flat();

const split = (more: Partial<RollupCell> = {}) => [
  ...cells(18, 'base', 500, { order: 50, bounce: 100 }, more),
  ...cells(18, 'a', 500, { order: 60, bounce: 140 }, more),
];
const visitors = (all: readonly RollupCell[], options: Partial<ReportOptions> = {}) =>
  report({ cells: all, days: [] }, { ...OPTIONS, ...options }).unitKinds[0];

describe('the comparisons of a report', () => {
  it('are of the goal first, then of the guardrails, each over its own closed days', () => {
    const made = visitors(split())?.comparisons;
    expect(
      made?.map(({ goal, role, direction, closedThrough }) => [goal, role, direction, closedThrough]),
    ).toEqual([
      ['order', 'goal', 'up', '2026-03-16'],
      ['bounce', 'guardrail', 'down', '2026-03-18'],
    ]);
    expect(
      made?.map(({ comparisons }) =>
        comparisons.map(({ variant, days, favours }) => [variant, days, favours]),
      ),
    ).toEqual([[['a', 16, 'treatment']], [['a', 18, 'control']]]);
  });

  it('adjust p over variants and guardrails, not over the goal', () => {
    const made = visitors(split(), { guardrails: ['bounce', 'interaction'] })?.comparisons;
    const [order, bounce] = made ?? [];
    expect(order?.comparisons[0]?.pAdjusted).toBe(order?.comparisons[0]?.p);
    // Nobody interacted: nothing to adjust for.
    expect(bounce?.comparisons[0]?.pAdjusted).toBe(bounce?.comparisons[0]?.p);
    const both = visitors(
      [...split(), ...cells(18, 'a', 0, { interaction: 9 }), ...cells(18, 'base', 0, { interaction: 10 })],
      { guardrails: ['bounce', 'interaction'] },
    )?.comparisons[1]?.comparisons[0];
    expect(both?.pAdjusted).toBeCloseTo(2 * (both?.p ?? NaN), 20);
  });

  it('are none as long as nobody says what day it is, or what the goals are', () => {
    const { today: _today, ...undated } = OPTIONS;
    const { goals: _goals, ...unknown } = OPTIONS;
    for (const options of [undated, unknown]) {
      expect(report({ cells: split(), days: [] }, options).unitKinds[0]?.comparisons).toEqual([]);
    }
  });

  it('of a goal that was removed, or that a page visit cannot reach, say so', () => {
    expect(visitors(split(), { goals: [BOUNCE] })?.comparisons[0]).toMatchObject({
      ...{ goal: 'order', problem: 'no-goal', kind: null, comparisons: [] },
    });
    const page = visitors(split({ unitKind: 'page-visit' }))?.comparisons;
    expect(page?.map(({ goal, problem }) => [goal, problem])).toEqual([
      ['order', 'not-measurable'],
      ['bounce', null],
    ]);
  });

  it('of a variant that was removed speak of the days on which it was there', () => {
    const second = { weightsVersion: 2, wouldBe: 'x' };
    const made = visitors([
      ...split(),
      ...cells(18, 'gone', 200, { order: 20 }),
      ...cells(18, 'base', 900, { order: 900 }, second),
    ]);
    const [a, gone] = made?.comparisons[0]?.comparisons ?? [];
    expect([a?.variant, gone?.variant]).toEqual(['a', 'gone']);
    expect(gone).toMatchObject({ problem: null, controlArm: { units: 8_000 } });
  });

  it('are the same for any order of the cells, and plain JSON', () => {
    const made = visitors(split());
    expect(visitors([...split()].reverse())).toEqual(made);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });
});

describe('a report on its way to the panel', () => {
  it.each([
    ['of a split', split(), {}],
    ['of relevance', split({ wouldBe: 'a' }), { selection: 'relevance' as const }],
    ['of nothing', [], {}],
    ['of two units', cells(1, 'a', 2, { order: 1 }), {}],
    ['of a goal that is gone', split(), { goals: [] }],
  ])('%s is what the API describes', (_what, all, options) => {
    const made = report({ cells: all, days: [] }, { ...OPTIONS, ...options });
    expectValid('ResultResponse', { data: { ...made, name: 'Hero', status: 'running' } });
  });
});

describe('the health of a report', () => {
  it('holds the split against the ranges of its weights version', () => {
    expect(visitors(split())?.health.sampleRatio).toMatchObject({ mismatch: false });
    const off = [...cells(18, 'base', 400, {}), ...cells(18, 'a', 500, {})];
    expect(visitors(off)?.health.sampleRatio).toMatchObject({ mismatch: true });
    expect(visitors(off, { weightsVersions: [] })?.health.sampleRatio).toMatchObject({
      p: null,
      mismatch: false,
    });
  });

  it('in relevance holds shown against held out, under both holdouts', () => {
    const shown = (n: number, held: number) => [
      ...cells(18, 'tv', n, {}),
      ...cells(18, 'base', held, {}, { wouldBe: 'tv' }),
      ...cells(18, 'base', 5_000, {}),
    ];
    const options = (holdout: number, globalHoldout: number): Partial<ReportOptions> => ({
      ...{ selection: 'relevance', globalHoldout },
      weightsVersions: [{ version: 1, holdout, ranges: [] }],
    });
    expect(visitors(shown(900, 100), options(1_000, 0))?.health.sampleRatio.mismatch).toBe(false);
    expect(visitors(shown(900, 100), options(2_000, 0))?.health.sampleRatio.mismatch).toBe(true);
    // 0.9 · 0.95 = 0.855 are shown.
    expect(visitors(shown(855, 145), options(1_000, 500))?.health.sampleRatio.mismatch).toBe(false);
    expect(visitors(shown(900, 0), options(0, 0))?.health.sampleRatio.p).toBeNull();
  });

  it('counts units with multiple exposure, from one in a hundred and ten of them', () => {
    const some = (n: bigint, multiple: bigint) =>
      cells(1, 'a', 0, {}).map((one) => ({ ...one, sums: { ...NO_SUMS, n, multiple } }));
    const of = (n: bigint, multiple: bigint) => visitors(some(n, multiple))?.health.multipleExposure;
    expect(of(1_000n, 10n)).toEqual({ units: 1_000, multiple: 10, share: 0.01, tooMany: true });
    expect(of(1_001n, 10n)?.tooMany).toBe(false);
    expect(of(100n, 9n)?.tooMany).toBe(false);
  });
});
