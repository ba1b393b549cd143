import type { PairEstimate } from '../../../src/statistics/pair-estimate';
import { runningSequence } from '../../../src/statistics/running-sequence';
import { dayOf } from './compare-tools';

const arm = (mean: number, variance: number) => ({ mean, variance, spread: 0.1, dof: 1_000, units: 1_000 });
const look = (index: number, difference: number, error: number, clock: number) => ({
  day: dayOf(index),
  pair: {
    treatment: arm(0.1 + difference, (error * error) / 2),
    control: arm(0.1, (error * error) / 2),
    ...{ theta: 0, shared: 0, clock },
  } satisfies PairEstimate,
});

describe('the running sequence', () => {
  it('of no look is none', () => {
    expect(runningSequence([], 0.05, 5_000)).toBeNull();
  });

  it('keeps a bound that later looks would move away again', () => {
    const made = runningSequence([look(0, 0.02, 0.004, 4_000), look(1, 0.01, 0.004, 5_000)], 0.05, 5_000);
    const [first, second] = made?.looks ?? [];
    expect(first?.absolute.low).toBeGreaterThan(0);
    expect(second?.absolute.low).toBe(first?.absolute.low);
    expect(second?.absolute.high).toBeLessThan(first?.absolute.high ?? 0);
    expect(second?.p).toBe(first?.p);
    expect(made?.crossed).toBe(false);
  });

  it('says when looks contradict each other, and stays at the nearest point', () => {
    const made = runningSequence([look(0, 0.02, 0.001, 4_000), look(1, -0.02, 0.001, 8_000)], 0.05, 5_000);
    const [first] = made?.looks ?? [];
    expect(made?.crossed).toBe(true);
    expect(made?.absolute).toEqual({ low: first?.absolute.low, high: first?.absolute.low });
  });

  it('has no relative lift as long as the mean of the control could be zero', () => {
    const made = runningSequence([look(0, 0.02, 0.05, 4_000), look(1, 0.02, 0.01, 8_000)], 0.05, 5_000);
    expect(made?.looks.map(({ relative }) => relative === null)).toEqual([true, false]);
  });

  it('has zero in the relative lift exactly where it is in the difference', () => {
    for (const difference of [0.0301, 0.0303, 0.0305, 0.0307, 0.0309]) {
      const made = runningSequence([look(0, difference, 0.01, 5_000)], 0.05, 5_000);
      const has = (interval: { low: number; high: number } | null | undefined) =>
        interval !== null && interval !== undefined && interval.low <= 0 && interval.high >= 0;
      expect(has(made?.relative)).toBe(has(made?.absolute));
    }
  });
});
