import fc from 'fast-check';
import { widthOf } from '../../src/decision/allocation/find-range';
import { nextRanges } from '../../src/decision/allocation/next-ranges';
import { sharesAfterAdding, sharesAfterRemoving } from '../../src/decision/allocation/shares';
import type { AllocationRange } from '../../src/model/experience';
import { engineOf, experience, NOW, settings, variant, visitor } from '../src/manifest/records';

const SEED = { seed: 20261121, numRuns: 200 };

/** Shares of up to five variants that fit into 10,000. */
const shares = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 5 })
  .map((cuts) => [...cuts].sort((a, b) => a - b))
  .map((cuts) => new Map(cuts.map((cut, n) => [`v${n}`, cut - (cuts[n - 1] ?? 0)])));

const history = fc.array(shares, { minLength: 1, maxLength: 6 });

const ownerAt = (ranges: readonly AllocationRange[], position: number) =>
  ranges.find(({ from, to }) => position >= from && position < to)?.variant;

describe('nextRanges', () => {
  it('cover [0, 10,000) without gap or overlap, each variant as wide as its share', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let ranges: AllocationRange[] = [];
        for (const step of steps) {
          ranges = nextRanges(ranges, step);
          expect(ranges[0]?.from).toBe(0);
          expect(ranges.at(-1)?.to).toBe(10_000);
          ranges.slice(1).forEach((range, n) => expect(range.from).toBe(ranges[n]?.to));
          expect(ranges.every(({ from, to }) => to > from)).toBe(true);
          for (const [code, share] of step) expect(widthOf(ranges, code)).toBe(share);
        }
      }),
      SEED,
    );
  });

  it('move no unit more than the shares demand: Σ max(0, new − old)', () => {
    fc.assert(
      fc.property(history, shares, (steps, next) => {
        const before = steps.reduce<AllocationRange[]>((ranges, step) => nextRanges(ranges, step), []);
        const after = nextRanges(before, next);
        const borders = [...new Set([...before, ...after].flatMap(({ from, to }) => [from, to]))].sort(
          (a, b) => a - b,
        );
        const moved = borders.slice(1).reduce((sum, to, n) => {
          const from = borders[n]!;
          return ownerAt(before, from) === ownerAt(after, from) ? sum : sum + to - from;
        }, 0);
        const variants = new Set([...before, ...after].map(({ variant: code }) => code));
        const least = [...variants].reduce(
          (sum, code) => sum + Math.max(0, widthOf(after, code) - widthOf(before, code)),
          0,
        );
        expect(moved).toBe(least);
      }),
      SEED,
    );
  });
});

describe('shares', () => {
  it('after adding or removing a variant are whole, complete, and the others keep their proportions', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 10_000 }), (of, share) => {
        const total = [...of.values()].reduce((sum, one) => sum + one, 0);
        const all = new Map([['base', 10_000 - total], ...of]);
        const added = sharesAfterAdding(all, 'new', share);
        const removed = sharesAfterRemoving(added, 'new');
        for (const after of [added, removed]) {
          const values = [...after.values()];
          expect(values.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
          expect(values.reduce((sum, one) => sum + one, 0)).toBe(10_000);
        }
        for (const [code, one] of all) {
          expect(Math.abs(added.get(code)! - (one * (10_000 - share)) / 10_000)).toBeLessThanOrEqual(1);
        }
      }),
      SEED,
    );
  });
});

describe('over 40,000 units', () => {
  const UNITS = 40_000;
  const countBy = (decide: (id: string) => string) => {
    const counts = new Map<string, number>();
    for (let n = 0; n < UNITS; n += 1) {
      const key = decide(`unit-${n}`);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return (key: string) => (counts.get(key) ?? 0) / UNITS;
  };

  it('a split gives each variant its share within half a point', () => {
    const first = nextRanges([], new Map(Object.entries({ a: 2_000, b: 3_000 })));
    const ranges = nextRanges(first, new Map(Object.entries({ a: 2_500, b: 500, c: 1_000 })));
    const engine = engineOf([
      experience('x', { selection: 'split', ranges, variants: ['a', 'b', 'c'].map((code) => variant(code)) }),
    ]);
    const share = countBy((id) => engine.decide('x', { context: visitor(id), now: NOW }).variant);
    for (const [code, expected] of Object.entries({ base: 0.6, a: 0.25, b: 0.05, c: 0.1 })) {
      expect(Math.abs(share(code) - expected)).toBeLessThan(0.005);
    }
  });

  it('the holdout holds its share within half a point, independent of the global one', () => {
    const engine = engineOf(
      [experience('x', { holdout: 1_000, variants: [variant('a', { audiences: ['german'] })] })],
      { settings: { ...settings, globalHoldout: 500 } },
    );
    const share = countBy(
      (id) => engine.decide('x', { context: visitor(id, { location: { country: 'DE' } }), now: NOW }).reason,
    );
    expect(Math.abs(share('holdout') - (1 - 0.9 * 0.95))).toBeLessThan(0.005);
  });
});
