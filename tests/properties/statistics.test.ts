import fc from 'fast-check';
import type { Participation } from '../../src/events/participation';
import {
  addSums,
  difference,
  NO_SUMS,
  type RollupCell,
  rollupCells,
  rollupKeyText,
} from '../../src/events/rollup';
import type { AllocationRange, Selection } from '../../src/model/experience';
import { DEFAULT_GOAL, type Goal } from '../../src/model/goal';
import { report, type ReportOptions } from '../../src/reports/report';
import { compareArms } from '../../src/statistics/compare-arms';
import type { ArmCell, CompareInput, Comparison, Interval } from '../../src/statistics/comparison';
import { holm } from '../../src/statistics/holm';
import { type Moments, NO_MOMENTS, rateMoments } from '../../src/statistics/moments';

const SEED = { seed: 20261122, numRuns: 200 };
const dayAt = (index: number) => new Date(Date.UTC(2026, 2, 1 + index)).toISOString().slice(0, 10);
const day = fc.integer({ min: 0, max: 13 }).map(dayAt);

/** What `JSON.stringify` would quietly turn into `null`. */
const notFinite = (value: unknown, path = ''): string[] =>
  typeof value === 'number'
    ? Number.isFinite(value)
      ? []
      : [path]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}.${key}`))
      : [];

const GOALS: readonly Goal[] = [
  { ...DEFAULT_GOAL, windowDays: 1 },
  {
    ...DEFAULT_GOAL,
    code: 'spent',
    event: 'spent',
    kind: 'value',
    currency: 'EUR',
    scope: 'visitor',
    windowDays: 2,
  },
  {
    ...DEFAULT_GOAL,
    code: 'items',
    event: 'items',
    kind: 'ratio',
    denominator: 'view',
    direction: 'down',
    windowDays: 0,
  },
];
const OPTIONS = {
  ...{ experience: 'hero', goal: 'interaction', guardrails: ['spent', 'items', 'removed'], goals: GOALS },
  today: dayAt(14),
};
const SELECTIONS = ['relevance', 'split', 'adaptive'] as const satisfies readonly Selection[];

describe('a report of any rollups', () => {
  const huge = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  const sum = fc.oneof(fc.constant(0n), fc.bigInt({ min: -50n, max: 2_000n }), huge);
  const arm = fc.constantFrom('base', 'a', 'b', '');
  const cell: fc.Arbitrary<RollupCell> = fc.record({
    experience: fc.constant('hero'),
    variant: arm,
    wouldBe: arm,
    weightsVersion: fc.integer({ min: 0, max: 3 }),
    unitKind: fc.constantFrom('visitor' as const, 'page-visit' as const),
    day,
    dimension: fc.constantFrom('', '', '', 'device'),
    level: fc.constant(''),
    goal: fc.constantFrom('', '', 'interaction', 'spent', 'items', 'removed', 'unknown'),
    sums: fc.record({
      ...{ n: sum, multiple: sum, y: sum, yy: sum, d: sum, dd: sum, yd: sum, x: sum, xx: sum, xy: sum },
    }),
  });
  const range: fc.Arbitrary<AllocationRange> = fc.record({
    variant: arm,
    from: fc.integer({ min: -5, max: 10_000 }),
    to: fc.integer({ min: -5, max: 10_000 }),
  });
  const options: fc.Arbitrary<ReportOptions> = fc
    .record({
      selection: fc.constantFrom(...SELECTIONS),
      today: fc.constantFrom(dayAt(14), dayAt(3), '', 'never'),
      globalHoldout: fc.constantFrom(0, 500, 10_000),
      weightsVersions: fc.array(
        fc.record(
          {
            version: fc.integer({ min: 0, max: 3 }),
            ranges: fc.array(range, { maxLength: 4 }),
            holdout: fc.constantFrom(0, 1_000, 10_000),
            globalHoldout: fc.constantFrom(0, 2_000, 10_000),
          },
          { requiredKeys: ['version', 'ranges', 'holdout'] },
        ),
        { maxLength: 4 },
      ),
    })
    .map((some) => ({ ...OPTIONS, ...some }));

  it('never throws, and has no number that is none', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), options, (cells, some) => {
        const made = report({ cells, days: [] }, some);
        expect(notFinite(made)).toEqual([]);
        // A whole number of the rollups would throw here.
        expect(() => JSON.stringify(made)).not.toThrow();
      }),
      { ...SEED, numRuns: 500 },
    );
  });

  it('never throws where the counts are sound but degenerate', () => {
    const counts = fc.record({
      arm: fc.constantFrom('base', 'a', 'b'),
      period: fc.integer({ min: 1, max: 3 }),
      day,
      n: fc.constantFrom(0, 1, 2, 100, 1_000_000_000),
      part: fc.constantFrom(0, 0.5, 1),
      value: fc.constantFrom(0, 1, -1, 1e-9, 1e15),
    });
    fc.assert(
      fc.property(
        fc.array(counts, { maxLength: 30 }),
        fc.constantFrom('rate' as const, 'value' as const, 'ratio' as const),
        fc.boolean(),
        (all, kind, together) => {
          const cells = all.map(({ arm: code, period, day: on, n, part, value }): ArmCell => {
            const reached = Math.floor(n * part);
            const rate = rateMoments(n, reached);
            const moments: Moments =
              kind === 'rate'
                ? rate
                : { ...rate, y: rate.y * value, yy: rate.yy * value * value, d: part, x: part };
            return { period, group: null, arm: code, day: on, moments };
          });
          const made = compareArms({
            ...{ cells, control: 'base', kind, direction: 'up', closedThrough: dayAt(12), together },
          });
          expect(notFinite(made)).toEqual([]);
          for (const { problem, absolute } of made) expect(absolute === null).toBe(problem !== null);
        },
      ),
      { ...SEED, numRuns: 500 },
    );
  });
});

describe('a reported value', () => {
  const participation: fc.Arbitrary<Participation> = fc
    .record({
      wouldBe: fc.constantFrom('a', 'b'),
      held: fc.boolean(),
      weightsVersion: fc.integer({ min: 1, max: 3 }),
      day,
      viewsBefore: fc.option(fc.integer({ min: 0, max: 9 })),
      multiple: fc.boolean(),
      reached: fc.boolean(),
      spent: fc.integer({ min: -50_000, max: 900_000 }),
      items: fc.integer({ min: 0, max: 30_000 }),
      views: fc.integer({ min: 0, max: 30_000 }),
    })
    .map(({ wouldBe, held, reached, spent, items, views, ...rest }) => ({
      ...{ experience: 'hero', unitKind: 'visitor', propensity: 0.5, dimensions: {}, at: 0 },
      ...{ seen: [], days: [], closesAt: 0, wouldBe, variant: held ? 'base' : wouldBe },
      ...rest,
      goals: {
        interaction: { y: reached ? 10_000 : 0, d: 0 },
        spent: { y: spent, d: 0 },
        items: { y: items, d: views },
      },
    }));

  /** Sums as the database keeps them: each key once, moved by differences. */
  const stored = (moves: readonly (readonly RollupCell[])[]): RollupCell[] => {
    const cells = new Map<string, RollupCell>();
    for (const cell of moves.flat()) {
      const key = rollupKeyText(cell);
      cells.set(key, { ...cell, sums: addSums(cells.get(key)?.sums ?? NO_SUMS, cell.sums) });
    }
    return [...cells.values()];
  };

  it.each(SELECTIONS)(
    'of %s is the same when events are replayed, split or come in another order',
    (selection) => {
      const told = fc.array(participation, { minLength: 1, maxLength: 120, size: 'max' }).chain((units) =>
        fc.record({
          units: fc.constant(units),
          // What was thought of each unit before its last event came.
          earlier: fc.array(fc.option(participation), { minLength: units.length, maxLength: units.length }),
          order: fc.shuffledSubarray(
            units.map((_, index) => index),
            { minLength: units.length },
          ),
        }),
      );
      // Gates low enough that the sequences are there to be compared.
      const options: ReportOptions = {
        ...OPTIONS,
        selection,
        settings: { minUnits: 4, minConversions: 2, minDays: 2 },
      };
      let sequences = 0;
      fc.assert(
        fc.property(told, ({ units, earlier, order }) => {
          const once = report({ cells: stored([units.flatMap(rollupCells)]), days: [] }, options);
          const moves = order.flatMap((index) => {
            const before = earlier[index] ?? null;
            const last = units[index] ?? null;
            return [difference(null, before), difference(before, last), difference(last, last)];
          });
          expect(report({ cells: stored(moves), days: [] }, options)).toEqual(once);
          // Nor does it matter whether cells of one key were added up before.
          const apart = order.flatMap((index) => rollupCells(units[index] as Participation));
          expect(report({ cells: apart, days: [] }, options)).toEqual(once);
          sequences += JSON.stringify(once).split('"looks"').length - 1;
        }),
        { ...SEED, numRuns: 15 },
      );
      expect(sequences).toBeGreaterThan(50);
    },
  );
});

describe('comparisons', () => {
  const counted = fc.record({
    arm: fc.constantFrom('base', 'a'),
    period: fc.integer({ min: 1, max: 3 }),
    day,
    n: fc.integer({ min: 50, max: 3_000 }),
    mean: fc.double({ min: 0.05, max: 2, noNaN: true }),
    spread: fc.double({ min: 0.1, max: 3, noNaN: true }),
    x: fc.double({ min: 0, max: 3, noNaN: true }),
    correlation: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
  });
  const cells: fc.Arbitrary<ArmCell[]> = fc.array(counted, { minLength: 4, maxLength: 40 }).map((all) =>
    all.map(({ arm, period, day: on, n, mean, spread, x, correlation }) => ({
      ...{ period, group: null, arm, day: on },
      moments: { ...NO_MOMENTS, n, y: mean, yy: spread * spread, x, xx: 1, xy: correlation * spread },
    })),
  );
  const compare = (all: readonly ArmCell[], more: Partial<CompareInput> = {}): Comparison | undefined =>
    compareArms({
      ...{
        cells: all,
        control: 'base',
        kind: 'value',
        direction: 'up',
        closedThrough: dayAt(13),
        together: false,
      },
      ...more,
    })[0];
  const close = (actual: number, expected: number, scale: number) =>
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * (Math.abs(scale) + Math.abs(expected)));
  const inside = (inner: Interval, outer: Interval) =>
    expect(inner.low >= outer.low && inner.high <= outer.high).toBe(true);

  it('have looks that only narrow, and a later day never changes an earlier look', () => {
    let looks = 0;
    fc.assert(
      fc.property(cells, day, (all, until) => {
        const whole = compare(all)?.sequence?.looks ?? [];
        const early = compare(all, { closedThrough: until })?.sequence?.looks ?? [];
        expect(whole.slice(0, early.length)).toEqual(early);
        looks += whole.length;
        whole.slice(1).forEach((look, index) => {
          const before = whole[index] as (typeof whole)[number];
          inside(look.absolute, before.absolute);
          if (before.relative && look.relative) inside(look.relative, before.relative);
          expect(before.relative !== null && look.relative === null).toBe(false);
          expect(look.p).toBeLessThanOrEqual(before.p);
        });
      }),
      SEED,
    );
    expect(looks).toBeGreaterThan(500);
  });

  it('are the other way round when the arms change places', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const one = compare(all);
        const other = compare(all.map((cell) => ({ ...cell, arm: cell.arm === 'base' ? 'a' : 'base' })));
        fc.pre(one?.absolute != null && other?.absolute != null);
        const { absolute, sequence } = one as Comparison & {
          absolute: Interval & { value: number; error: number };
        };
        close(other?.absolute?.value ?? NaN, -absolute.value, absolute.error);
        close(other?.absolute?.low ?? NaN, -absolute.high, absolute.error);
        close(other?.p ?? NaN, one?.p ?? NaN, 1);
        if (sequence) close(other?.sequence?.absolute.low ?? NaN, -sequence.absolute.high, absolute.error);
        if (one?.favours) expect(other?.favours).toBe(one.favours === 'treatment' ? 'control' : 'treatment');
      }),
      SEED,
    );
  });

  it('follow the unit of money: cents or euros are the same result', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(0.01, 100, 7), (all, scale) => {
        const one = compare(all);
        const other = compare(
          all.map(({ moments, ...cell }) => ({
            ...cell,
            moments: {
              ...moments,
              y: moments.y * scale,
              yy: moments.yy * scale * scale,
              xy: moments.xy * scale,
            },
          })),
        );
        fc.pre(one?.absolute != null && one.relative != null);
        const { absolute, relative, sequence, p } = one as any;
        close(other?.absolute?.value ?? NaN, absolute.value * scale, absolute.error * scale);
        close(other?.absolute?.error ?? NaN, absolute.error * scale, 0);
        close(other?.relative?.low ?? NaN, relative.low, relative.error);
        close(other?.p ?? NaN, p, 1);
        if (sequence)
          close(other?.sequence?.absolute.low ?? NaN, sequence.absolute.low * scale, absolute.error * scale);
      }),
      SEED,
    );
  });

  it('are more certain with more of the same', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 2, max: 50 }), (all, times) => {
        const one = compare(all);
        const more = compare(
          all.map((cell) => ({ ...cell, moments: { ...cell.moments, n: cell.moments.n * times } })),
        );
        fc.pre(one?.absolute != null);
        expect(more?.absolute?.error).toBeLessThan(one?.absolute?.error ?? 0);
        const [first, larger] = [
          one?.sequence?.looks[0],
          more?.sequence?.looks.find(({ day: on }) => on === one?.sequence?.looks[0]?.day),
        ];
        if (first && larger) {
          const width = ({ low, high }: Interval) => high - low;
          expect(width(larger.absolute)).toBeLessThan(width(first.absolute));
        }
      }),
      SEED,
    );
  });

  it('have zero in the relative lift of a look exactly where it is in the difference', () => {
    fc.assert(
      fc.property(cells, (all) => {
        const look = compare(all)?.sequence?.looks[0];
        fc.pre(look?.relative != null);
        const has = ({ low, high }: Interval) => low <= 0 && high >= 0;
        expect(has(look?.relative as Interval)).toBe(has(look?.absolute as Interval));
      }),
      SEED,
    );
  });
});

describe('adjusted p values', () => {
  it('are never smaller than the raw ones, keep their order, and do not depend on it', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (values) => {
        const adjusted = holm(values) as number[];
        adjusted.forEach((p, index) => {
          expect(p).toBeGreaterThanOrEqual(values[index] as number);
          adjusted.forEach((other, at) => {
            if ((values[index] as number) < (values[at] as number)) expect(p).toBeLessThanOrEqual(other);
          });
        });
        expect([...(holm([...values].reverse()) as number[])].reverse()).toEqual(adjusted);
      }),
      SEED,
    );
  });
});
