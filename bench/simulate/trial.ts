import { nextRanges } from '../../src/decision/allocation/next-ranges';
import { sharesOfRanges } from '../../src/decision/allocation/shares';
import { allocate, type AllocationArm } from '../../src/learning/allocate';
import { cohortOf } from '../../src/learning/cohort';
import { BASE, FULL_SHARE } from '../../src/model/experience';
import type { ArmCell } from '../../src/statistics/comparison';
import { type Moments, NO_MOMENTS, rateMoments } from '../../src/statistics/moments';
import { binomialOf, type Random } from './random';

/** An imagined experience with a rate as its goal. */
export interface Trial {
  readonly selection: 'split' | 'adaptive';
  /** True rate of each arm, base first. */
  readonly rates: readonly number[];
  /** Units a day, all arms together. */
  readonly dailyUnits: number;
  readonly days: number;
  /** What a day multiplies all rates by; 1 by default. */
  readonly season?: (day: number) => number;
  /** Half-life of what allocation remembers. */
  readonly halfLifeDays?: number;
}

export interface TrialDay {
  /** Share of each arm on that day, of 1. */
  readonly shares: readonly number[];
  readonly units: readonly number[];
  readonly reached: readonly number[];
  /** True rates on that day. */
  readonly rates: readonly number[];
}

/** Four weeks with weekends at seven tenths, and 40 % less at the end than in the beginning. */
export const drifting = (day: number): number => (day % 7 >= 5 ? 0.7 : 1) * (1 - (0.4 * day) / 27);

/** Base, then v1, v2 and so on. */
export const armName = (arm: number): string => (arm === 0 ? BASE : `v${arm}`);

/** Day names in order. */
export const dayName = (day: number): string => DAY_NAMES[day] ?? '';

const DAY_NAMES = Array.from({ length: 366 }, (_, day) =>
  new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
);

/**
 * One run, day by day. Outcomes are drawn as daily totals, which for independent units is the same as drawing
 * each. In `adaptive` the shares of the next day come from `allocate` and `nextRanges`, as the job does it.
 */
export function runTrial(trial: Trial, random: Random): TrialDay[] {
  const arms = trial.rates.length;
  let ranges = nextRanges([], evenShares(arms));
  const days: TrialDay[] = [];
  const moments: Moments[][] = [];
  for (let day = 0; day < trial.days; day += 1) {
    const widths = sharesOfRanges(ranges);
    const shares = trial.rates.map((_, arm) => (widths.get(armName(arm)) ?? 0) / FULL_SHARE);
    const units = multinomial(trial.dailyUnits, shares, random);
    const rates = trial.rates.map((rate) => rate * (trial.season?.(day) ?? 1));
    const reached = units.map((n, arm) => binomialOf(n, rates[arm] ?? 0, random));
    days.push({ shares, units, reached, rates });
    moments.push(units.map((n, arm) => rateMoments(n, reached[arm] ?? 0)));
    if (trial.selection === 'adaptive') {
      const made = allocate({
        goal: { kind: 'rate', direction: 'up', windowDays: 1 },
        arms: trial.rates.map((_, arm) => allocationArm(moments, arm)),
        ...(trial.halfLifeDays && { halfLifeDays: trial.halfLifeDays }),
      });
      if (made.moved) ranges = nextRanges(ranges, made.shares);
    }
  }
  return days;
}

const evenShares = (arms: number): Map<string, number> =>
  new Map(
    Array.from({ length: arms - 1 }, (_, index) => [armName(index + 1), Math.floor(FULL_SHARE / arms)]),
  );

const allocationArm = (days: readonly (readonly Moments[])[], arm: number): AllocationArm => ({
  variant: armName(arm),
  cohorts: days.map((arms, day) => cohortOf(arms[arm] ?? NO_MOMENTS, days.length - day)),
});

function multinomial(total: number, shares: readonly number[], random: Random): number[] {
  let left = total;
  let rest = 1;
  return shares.map((share, arm) => {
    const n = arm === shares.length - 1 ? left : binomialOf(left, Math.min(1, share / rest), random);
    left -= n;
    rest -= share;
    return n;
  });
}

/** A run as rollups have it: in `adaptive` every day has a weights version of its own. */
export const cellsOf = (days: readonly TrialDay[], selection: Trial['selection']): ArmCell[] =>
  days.flatMap(({ units, reached }, day) =>
    units.map((n, arm) => ({
      period: selection === 'adaptive' ? day + 1 : 1,
      group: null,
      arm: armName(arm),
      day: dayName(day),
      moments: rateMoments(n, reached[arm] ?? 0),
    })),
  );
