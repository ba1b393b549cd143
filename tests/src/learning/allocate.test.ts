import { allocate, type AllocationInput } from '../../../src/learning/allocate';
import { allocateSegments } from '../../../src/learning/allocate-segments';
import type { Cohort } from '../../../src/learning/cohort';

const cohort = (ageDays: number, n: number, y: number, more: Partial<Cohort> = {}): Cohort => ({
  ageDays,
  n,
  y,
  yy: y,
  d: 0,
  dd: 0,
  yd: 0,
  ...more,
});

const RATE = { kind: 'rate', direction: 'up', windowDays: 7 } as const;
const input = (arms: Record<string, Cohort[]>, more: Partial<AllocationInput> = {}): AllocationInput => ({
  goal: RATE,
  arms: Object.entries(arms).map(([variant, cohorts]) => ({ variant, cohorts })),
  ...more,
});
const sharesOf = (made: AllocationInput) => {
  const allocation = allocate(made);
  if (!allocation.moved) throw new Error(allocation.code);
  return Object.fromEntries(allocation.shares);
};

describe('shares of an auto-optimised personalization', () => {
  it('favour the better variant, keep a floor of 5 % and add up to 10,000', () => {
    const shares = sharesOf(
      input({ base: [cohort(8, 2000, 40)], a: [cohort(8, 2000, 160)], b: [cohort(8, 2000, 30)] }),
    );
    expect(shares).toEqual({ base: 500, a: 9000, b: 500 });
  });

  it('stay as they are until every arm has 100 units whose outcome is known', () => {
    const made = allocate(input({ base: [cohort(8, 500, 10)], a: [cohort(8, 99, 20), cohort(2, 50, 9)] }));
    expect(made).toEqual({
      moved: false,
      code: 'too-few-units',
      missing: [{ variant: 'a', units: 99 }],
    });
  });

  it('need something to choose from', () => {
    expect(allocate(input({ base: [cohort(8, 500, 10)] }))).toMatchObject({
      moved: false,
      code: 'too-few-arms',
    });
  });

  it('are even when the floors alone fill everything, however many variants there are', () => {
    const arms = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`v${index}`, [cohort(9, 100, index % 7)]]),
    );
    const shares = Object.values(sharesOf(input(arms)));
    expect(new Set(shares)).toEqual(new Set([10]));
  });

  it('turn to the lower rate where the goal should go down', () => {
    const goal = { ...RATE, direction: 'down' as const };
    const shares = sharesOf(input({ base: [cohort(8, 2000, 160)], a: [cohort(8, 2000, 40)] }, { goal }));
    expect(shares).toEqual({ base: 500, a: 9500 });
  });

  it('wait for conversions that are still to come, unless it is known how they arrive', () => {
    // The young cohort of `a` has seen half of its conversions: counted in full it would look half as good.
    const arms = {
      base: [cohort(8, 1000, 100), cohort(1, 1000, 50)],
      a: [cohort(8, 1000, 100), cohort(1, 9000, 450)],
    };
    expect(sharesOf(input(arms))).toEqual({ base: 5000, a: 5000 });
    const curve = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1];
    expect(sharesOf(input(arms, { delayCurve: curve }))).toEqual({ base: 5000, a: 5000 });
  });

  it('do not favour an arm for having been shown on good days', () => {
    // Both convert 10 % on the weekend and 2 % otherwise; `a` was shown five times as often on the weekend.
    const arms = {
      base: [cohort(9, 5000, 100), cohort(8, 1000, 100)],
      a: [cohort(9, 1000, 20), cohort(8, 5000, 500)],
    };
    expect(sharesOf(input(arms))).toEqual({ base: 5000, a: 5000 });
  });

  it('forget with the half-life, and only then follow a change', () => {
    const arms = {
      base: [cohort(100, 20_000, 2000), cohort(8, 3000, 240)],
      a: [cohort(100, 20_000, 1800), cohort(8, 3000, 300)],
    };
    expect(sharesOf(input(arms)).base).toBeGreaterThan(7000);
    expect(sharesOf(input(arms, { halfLifeDays: 14 })).a).toBeGreaterThan(9000);
  });

  it('follow the value per unit where that is the goal', () => {
    const goal = { kind: 'value', direction: 'up', windowDays: 7 } as const;
    const sums = (n: number, mean: number) => cohort(8, n, n * mean, { yy: n * (mean * mean + 400) });
    const shares = sharesOf(input({ base: [sums(3000, 5)], a: [sums(3000, 7)] }, { goal }));
    expect(shares.a).toBeGreaterThan(9400);
  });

  it('follow a ratio by its numerator over its denominator, not by its numerator', () => {
    const goal = { kind: 'ratio', direction: 'up', windowDays: 7 } as const;
    // Every unit alike up to noise: base 2 of 4, a 3 of 9, so base has the better ratio and the smaller numerator.
    const arm = (y: number, d: number) =>
      cohort(8, 1000, 1000 * y, {
        yy: 1000 * (y * y + 1),
        d: 1000 * d,
        dd: 1000 * (d * d + 1),
        yd: 1000 * y * d,
      });
    const shares = sharesOf(input({ base: [arm(2, 4)], a: [arm(3, 9)] }, { goal }));
    expect(shares.base).toBe(9500);
  });

  it('leave out numbers that nothing can be learned from', () => {
    const bad = [cohort(8, NaN, 3), cohort(8, 50, Infinity), cohort(-1, 50, 3), cohort(8, -5, 0)];
    const shares = sharesOf(input({ base: [...bad, cohort(8, 500, 0)], a: [cohort(8, 500, 0)] }));
    expect(shares).toEqual({ base: 5000, a: 5000 });
  });
});

describe('shares by segment', () => {
  const segment = (name: string, base: readonly [number, number], a: readonly [number, number]) => ({
    segment: name,
    arms: [
      { variant: 'base', cohorts: [cohort(8, ...base)] },
      { variant: 'a', cohorts: [cohort(8, ...a)] },
    ],
  });
  const shareOfA = (made: ReturnType<typeof allocateSegments>, name: string) => {
    const one = made.get(name);
    return one?.moved ? one.shares.get('a') : undefined;
  };

  it('differ where the data say so', () => {
    const made = allocateSegments({ goal: RATE }, [
      segment('phone', [5000, 250], [5000, 500]),
      segment('desktop', [5000, 500], [5000, 250]),
    ]);
    expect(shareOfA(made, 'phone')).toBe(9500);
    expect(shareOfA(made, 'desktop')).toBe(500);
  });

  it('let a small segment follow the others instead of dealing it evenly', () => {
    const made = allocateSegments({ goal: RATE }, [
      segment('phone', [5000, 250], [5000, 400]),
      segment('tablet', [5000, 260], [5000, 410]),
      segment('watch', [20, 1], [20, 1]),
    ]);
    expect(shareOfA(made, 'watch')).toBeGreaterThan(8000);
  });
});
