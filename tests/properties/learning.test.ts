import fc from 'fast-check';
import { nextRanges } from '../../src/decision/allocation/next-ranges';
import { sharesOfRanges } from '../../src/decision/allocation/shares';
import { allocate, type AllocationInput } from '../../src/learning/allocate';
import { allocateSegments } from '../../src/learning/allocate-segments';
import type { Cohort } from '../../src/learning/cohort';
import { delayCurve } from '../../src/learning/delay-curve';
import { policyEstimate } from '../../src/learning/importance-weighting';
import { poolSegments } from '../../src/learning/partial-pooling';
import { unitsWithoutTrend } from '../../src/learning/trend';

const SEED = { seed: 20261122, numRuns: 300 };

const odd = fc.constantFrom(NaN, Infinity, -Infinity, -1, 0, 1e300, 1e-300);
const count = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 5000 }) },
  { weight: 1, arbitrary: odd },
);

/** Counts as they may be, and as they must not be. */
const cohort: fc.Arbitrary<Cohort> = fc.record({
  ageDays: fc.oneof(fc.integer({ min: 0, max: 20 }), odd),
  n: count,
  y: count,
  yy: count,
  d: count,
  dd: count,
  yd: count,
});

/** Possible counts of a rate. */
const sound: fc.Arbitrary<Cohort> = fc
  .record({
    ageDays: fc.integer({ min: 7, max: 30 }),
    n: fc.integer({ min: 100, max: 5000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ ageDays, n, share }) => {
    const y = Math.floor(n * share);
    return { ageDays, n, y, yy: y, d: 0, dd: 0, yd: 0 };
  });

const rules = fc.record(
  {
    goal: fc.record({
      kind: fc.constantFrom('rate' as const, 'value' as const, 'ratio' as const),
      direction: fc.constantFrom('up' as const, 'down' as const),
      windowDays: fc.constant(7),
    }),
    halfLifeDays: fc.oneof(fc.constant(14), odd),
    delayCurve: fc.oneof(
      fc.constant([0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 1]),
      fc.array(fc.double(), { maxLength: 8 }),
    ),
  },
  { requiredKeys: ['goal'] },
);

const armsOf = (days: fc.Arbitrary<Cohort>) =>
  fc
    .array(fc.array(days, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 })
    .map((all) => all.map((cohorts, arm) => ({ variant: arm === 0 ? 'base' : `v${arm}`, cohorts })));

const total = (shares: ReadonlyMap<string, number>) =>
  [...shares.values()].reduce((sum, share) => sum + share, 0);

describe('shares from any counts', () => {
  it('are whole, at least the floor, and 10,000 together; or they stay as they are', () => {
    fc.assert(
      fc.property(rules, armsOf(cohort), (how, arms) => {
        const made = allocate({ ...how, arms });
        if (!made.moved) return;
        expect(total(made.shares)).toBe(10_000);
        for (const share of made.shares.values()) {
          expect(Number.isInteger(share)).toBe(true);
          expect(share).toBeGreaterThanOrEqual(500);
        }
      }),
      SEED,
    );
  });

  it('become ranges that realise them', () => {
    fc.assert(
      fc.property(armsOf(sound), (arms) => {
        const made = allocate({ goal: { kind: 'rate', direction: 'up', windowDays: 7 }, arms });
        if (!made.moved) return;
        const ranges = nextRanges([{ variant: 'base', from: 0, to: 10_000 }], made.shares);
        expect(Object.fromEntries(sharesOfRanges(ranges))).toEqual(Object.fromEntries(made.shares));
      }),
      SEED,
    );
  });

  it('do not depend on the order of arms or cohorts', () => {
    fc.assert(
      fc.property(armsOf(sound), (arms) => {
        const goal = { kind: 'rate', direction: 'up', windowDays: 7 } as const;
        const turned: AllocationInput['arms'] = [...arms]
          .reverse()
          .map((arm) => ({ ...arm, cohorts: [...arm.cohorts].reverse() }));
        const [a, b] = [allocate({ goal, arms }), allocate({ goal, arms: turned })];
        expect(a.moved).toBe(b.moved);
        if (!a.moved || !b.moved) return;
        // Sums in another order differ in the last digit, which may turn one share of 10,000 over.
        for (const [variant, share] of a.shares) {
          expect(Math.abs(share - (b.shares.get(variant) ?? 0))).toBeLessThanOrEqual(1);
        }
      }),
      SEED,
    );
  });

  it('of segments are like those of one', () => {
    fc.assert(
      fc.property(rules, fc.array(armsOf(cohort), { maxLength: 4 }), (how, segments) => {
        const made = allocateSegments(
          how,
          segments.map((arms, index) => ({ segment: `s${index}`, arms })),
        );
        for (const one of made.values()) if (one.moved) expect(total(one.shares)).toBe(10_000);
      }),
      SEED,
    );
  });
});

describe('estimates of any numbers', () => {
  it('of other shares are finite or refused', () => {
    const cell = fc.record({
      variant: fc.constantFrom('base', 'a', 'b'),
      propensity: fc.oneof(fc.double({ min: 0.01, max: 1, noNaN: true }), odd),
      ...{ n: count, y: count, yy: count },
    });
    const target = fc.dictionary(
      fc.constantFrom('base', 'a', 'b'),
      fc.oneof(fc.double({ min: 0, max: 1 }), odd),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), target, (cells, shares) => {
        const made = policyEstimate(cells, new Map(Object.entries(shares)));
        const numbers = made.ok
          ? [made.value.ips, made.value.snips, made.value.aipw].flatMap((one) => [
              one.mean,
              one.standardError,
            ])
          : [made.effectiveUnits, made.meanWeight];
        expect(numbers.every(Number.isFinite)).toBe(true);
      }),
      SEED,
    );
  });

  it('of delays rise to one', () => {
    const cohorts = fc.array(
      fc.record({
        ageDays: fc.oneof(fc.integer({ min: 0, max: 12 }), odd),
        byDelay: fc.array(count, { maxLength: 9 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(cohorts, fc.integer({ min: 1, max: 9 }), (all, windowDays) => {
        const curve = delayCurve(all, windowDays);
        expect(curve).toHaveLength(windowDays);
        expect(curve.at(-1)).toBe(1);
        curve.forEach((share, day) => {
          expect(share).toBeGreaterThanOrEqual(day === 0 ? 0 : (curve[day - 1] ?? 0));
          expect(share).toBeLessThanOrEqual(1);
        });
      }),
      SEED,
    );
  });

  it('of segments lie between the segment and the common mean', () => {
    const estimate = fc.record({
      mean: fc.double({ min: -100, max: 100, noNaN: true }),
      variance: fc.double({ min: 1e-6, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(estimate, { minLength: 1, maxLength: 8 }), (segments) => {
        const pooled = poolSegments(segments);
        if (!pooled) throw new Error('nothing pooled');
        pooled.segments.forEach(({ mean }, index) => {
          const ends = [pooled.mean, segments[index]?.mean ?? 0];
          expect(mean).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-9);
          expect(mean).toBeLessThanOrEqual(Math.max(...ends) + 1e-9);
        });
      }),
      SEED,
    );
  });

  it('of units without their trend keep their number', () => {
    const days = fc.array(
      fc.record({ day: fc.integer({ min: 0, max: 5 }), n: fc.nat(5000), y: fc.nat(500) }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 5 }), (arms) => {
        const units = arms.flat().reduce((sum, { n }) => sum + n, 0);
        const adjusted = unitsWithoutTrend(arms);
        expect(adjusted.every((n) => Number.isFinite(n) && n >= 0)).toBe(true);
        expect(Math.abs(adjusted.reduce((sum, n) => sum + n, 0) - units)).toBeLessThanOrEqual(
          1e-6 * (units + 1),
        );
      }),
      SEED,
    );
  });
});
