import {
  type ExactSums,
  mergeMoments,
  momentsOf,
  NO_MOMENTS,
  rateMoments,
} from '../../../src/statistics/moments';

const sumsOf = (units: readonly { y: number; d?: number; x?: number }[]): ExactSums => {
  const sum = (term: (unit: { y: bigint; d: bigint; x: bigint }) => bigint) =>
    units.reduce((all, { y, d = 0, x = 0 }) => all + term({ y: BigInt(y), d: BigInt(d), x: BigInt(x) }), 0n);
  return {
    n: BigInt(units.length),
    y: sum(({ y }) => y),
    yy: sum(({ y }) => y * y),
    d: sum(({ d }) => d),
    dd: sum(({ d }) => d * d),
    yd: sum(({ y, d }) => y * d),
    x: sum(({ x }) => x),
    xx: sum(({ x }) => x * x),
    xy: sum(({ x, y }) => x * y),
  };
};

describe('moments of exact sums', () => {
  it('are means and central moments with divisor n, in units of the goal', () => {
    const made = momentsOf(
      sumsOf([
        { y: 10_000, d: 20_000, x: 0 },
        { y: 30_000, d: 20_000, x: 40_000 },
      ]),
      10_000,
    );
    expect(made).toEqual({ n: 2, y: 2, d: 2, x: 2, yy: 1, dd: 0, xx: 4, yd: 0, xy: 2 });
  });

  it('keep a small spread around a large mean, where floating point would keep none', () => {
    // 0.0001 and 0.0003 above one hundred million: (Σy²)/n − mean² in floating point has no correct digit.
    const base = 1_000_000_000_000;
    const made = momentsOf(sumsOf([{ y: base + 1 }, { y: base + 3 }]), 10_000);
    expect(made.yy).toBe(1e-8);
  });

  it('of nobody are nothing', () => {
    expect(momentsOf(sumsOf([]), 10_000)).toEqual(NO_MOMENTS);
    expect(rateMoments(0, 0)).toEqual(NO_MOMENTS);
  });

  it('of a rate follow from its counts', () => {
    const units = Array.from({ length: 20 }, (_, index) => ({ y: index < 3 ? 10_000 : 0 }));
    const { n, y, yy } = momentsOf(sumsOf(units), 10_000);
    const counted = rateMoments(20, 3);
    expect([n, y]).toEqual([counted.n, counted.y]);
    expect(yy).toBeCloseTo(counted.yy, 15);
  });

  it('of two sets are the moments of their union', () => {
    const first = [
      { y: 1, d: 4, x: 2 },
      { y: 7, d: 1, x: 9 },
      { y: -3, d: 2, x: 0 },
    ];
    const second = [
      { y: 100, d: 3, x: 5 },
      { y: 6, d: 8, x: 1 },
    ];
    const merged = mergeMoments(momentsOf(sumsOf(first), 1), momentsOf(sumsOf(second), 1));
    const whole = momentsOf(sumsOf([...first, ...second]), 1);
    for (const [name, value] of Object.entries(whole)) {
      expect(merged[name as keyof typeof whole]).toBeCloseTo(value, 10);
    }
    expect(mergeMoments(NO_MOMENTS, whole)).toBe(whole);
    expect(mergeMoments(whole, NO_MOMENTS)).toBe(whole);
  });
});
