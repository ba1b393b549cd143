import type { ArmCell, CompareInput } from '../../../src/statistics/comparison';
import { type Moments, NO_MOMENTS, rateMoments } from '../../../src/statistics/moments';

/** `YYYY-MM-DD` of a day counted from 1 March 2026. */
export const dayOf = (index: number): string =>
  new Date(Date.UTC(2026, 2, 1 + index)).toISOString().slice(0, 10);

/** The same counts on each of so many days. */
export const daily = (
  days: number,
  arms: Readonly<Record<string, readonly [n: number, reached: number]>>,
  more: Partial<ArmCell> & { from?: number } = {},
): ArmCell[] => {
  const { from = 0, ...rest } = more;
  return Array.from({ length: days }, (_, index) =>
    Object.entries(arms).map(([arm, [n, reached]]) => ({
      ...{ period: 1, group: null, arm, day: dayOf(from + index), moments: rateMoments(n, reached) },
      ...rest,
    })),
  ).flat();
};

export const cellOf = (arm: string, moments: Partial<Moments>, more: Partial<ArmCell> = {}): ArmCell => ({
  period: 1,
  group: null,
  arm,
  day: dayOf(0),
  moments: { ...NO_MOMENTS, ...moments },
  ...more,
});

export const inputOf = (cells: readonly ArmCell[], more: Partial<CompareInput> = {}): CompareInput => ({
  cells,
  control: 'base',
  kind: 'rate',
  direction: 'up',
  closedThrough: '2027-01-01',
  together: false,
  ...more,
});
