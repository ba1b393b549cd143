import { nextRanges } from '../../../../src/decision/allocation/next-ranges';
import {
  sharesAfterAdding,
  sharesAfterRemoving,
  sharesOf,
  sharesOfRanges,
} from '../../../../src/decision/allocation/shares';
import { variant } from '../../manifest/records';

const shares = (of: Record<string, number>) => new Map(Object.entries(of));
const sorted = (of: ReadonlyMap<string, number>) => Object.fromEntries([...of].sort());

describe('nextRanges', () => {
  it('gives base the rest, first, and the others in the order of their codes', () => {
    expect(nextRanges([], shares({ b: 2_000, a: 3_000 }))).toEqual([
      { variant: 'base', from: 0, to: 5_000 },
      { variant: 'a', from: 5_000, to: 8_000 },
      { variant: 'b', from: 8_000, to: 10_000 },
    ]);
  });

  it('moves only what a variant gives up', () => {
    const before = nextRanges([], shares({ a: 5_000 }));
    expect(nextRanges(before, shares({ a: 7_000 }))).toEqual([
      { variant: 'base', from: 0, to: 3_000 },
      { variant: 'a', from: 3_000, to: 10_000 },
    ]);
    expect(nextRanges(before, shares({ a: 4_000 }))).toEqual([
      { variant: 'base', from: 0, to: 5_000 },
      { variant: 'a', from: 5_000, to: 9_000 },
      { variant: 'base', from: 9_000, to: 10_000 },
    ]);
  });

  it('leaves everything where it is when nothing changes', () => {
    const before = nextRanges(nextRanges([], shares({ a: 2_500, b: 2_500 })), shares({ a: 1_000, b: 4_000 }));
    expect(nextRanges(before, sharesOfRanges(before))).toEqual(before);
  });

  it('closes gaps and overlaps that previous ranges should not have had', () => {
    const broken = [
      { variant: 'a', from: 1_000, to: 4_000 },
      { variant: 'base', from: 3_000, to: 20_000 },
    ];
    const next = nextRanges(broken, shares({ a: 5_000 }));
    expect(next[0]?.from).toBe(0);
    expect(next.at(-1)?.to).toBe(10_000);
    expect(sorted(sharesOfRanges(next))).toEqual({ a: 5_000, base: 5_000 });
  });

  it.each([[{ a: 10_001 }], [{ a: -1 }], [{ a: 0.5 }], [{ a: Number.NaN }], [{ a: 6_000, b: 6_000 }]])(
    'refuses shares that cannot be: %j',
    (impossible) => {
      expect(() => nextRanges([], shares(impossible))).toThrow(RangeError);
    },
  );
});

describe('shares', () => {
  it('are those of the enabled variants, base having the rest', () => {
    const variants = [variant('a', { share: 3_000 }), variant('b', { share: 1_000, enabled: false })];
    expect(sorted(sharesOf({ variants }))).toEqual({ a: 3_000, base: 7_000 });
  });

  it('of a variant that joins come from all others in proportion', () => {
    expect(sorted(sharesAfterAdding(shares({ base: 6_000, a: 4_000 }), 'b', 5_000))).toEqual({
      a: 2_000,
      b: 5_000,
      base: 3_000,
    });
  });

  it('of a variant that is switched off go to all others in proportion', () => {
    expect(sorted(sharesAfterRemoving(shares({ base: 2_000, a: 3_000, b: 5_000 }), 'b'))).toEqual({
      a: 6_000,
      base: 4_000,
    });
  });

  it('stay whole and complete where proportions do not divide', () => {
    const after = sharesAfterRemoving(shares({ base: 3_333, a: 3_333, b: 3_334 }), 'b');
    expect(sorted(after)).toEqual({ a: 5_000, base: 5_000 });
    const thirds = sharesAfterAdding(shares({ base: 5_000, a: 5_000 }), 'b', 3_333);
    expect(sorted(thirds)).toEqual({ a: 3_334, b: 3_333, base: 3_333 });
  });

  it('give what rounding leaves over to who lost most by it', () => {
    expect(sorted(sharesAfterAdding(shares({ base: 9_999, a: 1 }), 'b', 3_333))).toEqual({
      a: 1,
      b: 3_333,
      base: 6_666,
    });
  });

  it('go to base when nobody else has any', () => {
    expect(sorted(sharesAfterRemoving(shares({ base: 0, a: 10_000 }), 'a'))).toEqual({ base: 10_000 });
  });
});
