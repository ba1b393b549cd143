import fc from 'fast-check';
import { NO_SUMS, type RollupCell } from '../../src/events/rollup';
import { DEFAULT_GOAL, type Goal } from '../../src/model/goal';
import { daysForEffect, power, smallestEffect } from '../../src/reports/planner';
import type { PlannerInput } from '../../src/reports/planner-input';
import { report, type ReportOptions } from '../../src/reports/report';
import { verdictSentence } from '../../src/reports/verdict-sentence';
import type { Verdict } from '../../src/reports/verdict-shape';

const SEED = { seed: 20261122, numRuns: 300 };
const dayAt = (index: number) => new Date(Date.UTC(2026, 2, 1 + index)).toISOString().slice(0, 10);

const GOALS: readonly Goal[] = [
  { ...DEFAULT_GOAL, windowDays: 1 },
  { ...DEFAULT_GOAL, code: 'spent', event: 'spent', kind: 'value', currency: 'coins', windowDays: 2 },
  { ...DEFAULT_GOAL, code: 'items', event: 'items', kind: 'ratio', denominator: 'view', direction: 'down' },
];

/** A sentence: in both languages, with a full stop, and with no number in it that is none. */
function expectSentence(verdict: Verdict | null): void {
  if (!verdict) throw new Error('no verdict');
  for (const locale of ['en', 'de'] as const) {
    const sentence = verdictSentence(verdict, locale);
    expect(sentence).toMatch(/^\S.*\.$/);
    expect(sentence).not.toMatch(/NaN|∞|Infinity|undefined|null|\[object/);
  }
}

describe('the verdict of any rollups', () => {
  const huge = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  const sum = fc.oneof(fc.constant(0n), fc.bigInt({ min: -50n, max: 20_000n }), huge);
  const arm = fc.constantFrom('base', 'a', 'b');
  const cell: fc.Arbitrary<RollupCell> = fc.record({
    experience: fc.constant('hero'),
    variant: arm,
    wouldBe: arm,
    weightsVersion: fc.integer({ min: 0, max: 2 }),
    unitKind: fc.constantFrom('visitor' as const, 'visitor' as const, 'page-visit' as const),
    day: fc.integer({ min: 0, max: 13 }).map(dayAt),
    dimension: fc.constant(''),
    level: fc.constant(''),
    goal: fc.constantFrom('', '', 'interaction', 'spent', 'items'),
    sums: fc.record({
      ...{ n: sum, multiple: sum, y: sum, yy: sum, d: sum, dd: sum, yd: sum, x: sum, xx: sum, xy: sum },
    }),
  });
  const options = fc.record({
    selection: fc.constantFrom('relevance' as const, 'split' as const, 'adaptive' as const),
    goal: fc.constantFrom('interaction', 'spent', 'items', 'removed'),
    holdout: fc.integer({ min: 0, max: 10_000 }),
  });

  it('is a sentence in both languages', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), options, (cells, { holdout, ...rest }) => {
        const asked: ReportOptions = {
          experience: 'hero',
          ...rest,
          goals: GOALS,
          guardrails: ['spent', 'items'],
          today: dayAt(14),
          weightsVersions: [{ version: 1, holdout, ranges: [{ variant: 'a', from: 0, to: holdout }] }],
        };
        const made = report({ cells, days: [] }, asked);
        expectSentence(made.verdict);
        for (const kind of made.unitKinds) {
          expectSentence(kind.verdict);
          kind.variantVerdicts.forEach(({ verdict }) => expectSentence(verdict));
        }
        // Numbers that are none would be `null` on their way to the panel.
        expect(JSON.parse(JSON.stringify(made))).toEqual(made);
      }),
      SEED,
    );
  });
});

describe('the verdict where counting went as badly as it can', () => {
  const SCALE = 10_000n;
  const cells = (
    variant: string,
    day: number,
    n: number,
    reached: number,
    goal = 'interaction',
  ): RollupCell[] => {
    const key = {
      ...{ experience: 'hero', variant, wouldBe: variant, weightsVersion: 1, unitKind: 'visitor' as const },
      ...{ day: dayAt(day), dimension: '', level: '' },
    };
    const y = BigInt(reached) * SCALE;
    return [
      { ...key, goal: '', sums: { ...NO_SUMS, n: BigInt(n) } },
      { ...key, goal, sums: { ...NO_SUMS, y, yy: y * SCALE } },
    ];
  };
  const verdictOf = (all: readonly RollupCell[], more: Partial<ReportOptions> = {}) => {
    const options: ReportOptions = {
      ...{ experience: 'hero', selection: 'split', goal: 'interaction', goals: GOALS, today: dayAt(20) },
      ...more,
    };
    const { verdict } = report({ cells: all, days: [] }, options);
    expectSentence(verdict);
    return verdict?.code;
  };
  const days = (rates: Record<string, readonly [number, number]>, length = 10) =>
    Array.from({ length }, (_, day) =>
      Object.entries(rates).flatMap(([variant, [n, reached]]) => cells(variant, day, n, reached)),
    ).flat();

  it.each<[string, string | undefined, string | undefined]>([
    ['no events', verdictOf([]), 'no-variants'],
    ['one event', verdictOf(cells('a', 1, 1, 1)), 'one-sided'],
    ['all in one variant', verdictOf(days({ a: [500, 50] })), 'one-sided'],
    ['only the default', verdictOf(days({ base: [500, 50] })), 'no-variants'],
    ['no control group', verdictOf(days({ a: [500, 50] }), { selection: 'relevance' }), 'no-control-group'],
    ['zero conversions', verdictOf(days({ base: [500, 0], a: [500, 0] })), 'more-conversions'],
    ['everyone converts', verdictOf(days({ base: [500, 500], a: [500, 500] })), 'more-not-converted'],
    ['too few days', verdictOf(days({ base: [500, 50], a: [500, 50] }, 3)), 'more-days'],
    [
      'nothing closed yet',
      verdictOf(days({ base: [9, 1], a: [9, 1] }), { today: dayAt(0) }),
      'no-closed-day',
    ],
    ['a removed goal', verdictOf(days({ base: [500, 50], a: [500, 50] }), { goal: 'removed' }), 'no-goal'],
    [
      'negative counts, which are left out',
      verdictOf([...days({ base: [500, 50], a: [500, 50] }), ...cells('a', 3, -9_000, -900)]),
      'undecided',
    ],
  ])('%s', (_what, code, expected) => {
    expect(code).toBe(expected);
  });

  it('of a variant that was removed while running still speaks of what was counted', () => {
    const all = days({ base: [2000, 200], a: [2000, 300], gone: [1000, 100] });
    const { unitKinds } = report(
      { cells: all, days: [] },
      {
        ...{ experience: 'hero', selection: 'split', goal: 'interaction', goals: GOALS, today: dayAt(20) },
        weightsVersions: [],
      },
    );
    expect(unitKinds[0]?.variantVerdicts.map(({ variant }) => variant)).toEqual(['a', 'gone']);
    expect(unitKinds[0]?.verdict).toMatchObject({ code: 'better', values: { variant: 'a' } });
  });

  it('of 1,000 variants is one sentence', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`v${index}`, [200, 20] as const]),
    );
    expect(verdictOf(days({ base: [2000, 200], ...many }, 8))).toBe('undecided');
  });

  it('says the same of the same numbers in money', () => {
    const spent = (variant: string, mean: number) =>
      Array.from({ length: 10 }, (_, day) => {
        const [unit, goal] = cells(variant, day, 1000, 0, 'spent');
        if (!unit || !goal) throw new Error('no cells');
        const y = BigInt(1000 * mean) * SCALE;
        return [
          unit,
          { ...goal, sums: { ...NO_SUMS, y, yy: BigInt(1000 * mean * mean * 4) * SCALE * SCALE } },
        ];
      }).flat();
    expect(verdictOf([...spent('base', 10), ...spent('a', 12)], { goal: 'spent', currency: 'coins' })).toBe(
      'better',
    );
  });
});

describe('a plan of any numbers', () => {
  const number = fc.oneof(
    fc.double(),
    fc.constantFrom(0, 1, 0.5, -1, 1e-300, 1e300),
    fc.double({ min: 0, max: 1 }),
  );
  const input: fc.Arbitrary<PlannerInput> = fc.record(
    {
      dailyUnits: fc.oneof(number, fc.double({ min: 1, max: 1e6, noNaN: true })),
      shares: fc.record({ variant: number, control: number }),
      baseline: fc.oneof(
        fc.record({ kind: fc.constant('rate' as const), rate: number }),
        fc.record({ kind: fc.constant('value' as const), mean: number, spread: number }),
      ),
      direction: fc.constantFrom('up' as const, 'down' as const),
      variants: fc.integer({ min: -1, max: 50 }),
      power: number,
    },
    { requiredKeys: ['dailyUnits', 'shares', 'baseline', 'direction'] },
  );

  it('is a number or a reason, never NaN', () => {
    fc.assert(
      fc.property(input, fc.oneof(number, fc.integer({ min: 1, max: 400 })), (plan, asked) => {
        for (const made of [
          smallestEffect(plan, asked),
          daysForEffect(plan, asked),
          power(plan, asked, asked),
        ]) {
          if (made.ok) expect(Number.isFinite(made.value)).toBe(true);
          else expect(['invalid', 'out-of-reach']).toContain(made.error);
        }
      }),
      SEED,
    );
  });
});
