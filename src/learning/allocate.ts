import type { Goal } from '../model/goal';
import { isUsable, type Cohort } from './cohort';
import { decayed } from './decay';
import { arrivedShare } from './delay-curve';
import {
  pooledPrior,
  ratePosterior,
  reversed,
  simplified,
  valuePosteriors,
  type Posterior,
} from './posterior';
import { probabilityOfBest } from './probability-of-best';
import { ratioSums } from './ratio-sums';
import { unitsWithoutTrend } from './trend';
import { SHARE_FLOOR, wholeShares, withFloor } from './whole-shares';

/** Units that every arm must have before shares move. */
export const LEAST_UNITS = 100;

/** One arm that competes; base is one. */
export interface AllocationArm {
  readonly variant: string;
  readonly cohorts: readonly Cohort[];
}

/** How shares are made. */
export interface AllocationRules {
  readonly goal: Pick<Goal, 'kind' | 'direction' | 'windowDays'>;
  /** Least share of each arm, 0..1; 5 % by default. */
  readonly floor?: number;
  /** Days after which a unit counts half, in allocation only; absent = never. */
  readonly halfLifeDays?: number;
  /** See `delayCurve`; absent = cohorts wait until the goal's window has passed. */
  readonly delayCurve?: readonly number[];
}

export interface AllocationInput extends AllocationRules {
  readonly arms: readonly AllocationArm[];
}

/** Target shares in 1/10,000, or why they stay as they are. */
export type Allocation =
  | {
      readonly moved: true;
      /** Of every arm, base included; they add up to exactly 10,000. */
      readonly shares: ReadonlyMap<string, number>;
      /** Empty where the floors alone fill everything, so that nothing had to be computed. */
      readonly probabilityOfBest: ReadonlyMap<string, number>;
    }
  | {
      readonly moved: false;
      readonly code: 'too-few-arms' | 'too-few-units';
      /** The arms that are short of 100 units, with what they have. */
      readonly missing: readonly { readonly variant: string; readonly units: number }[];
    };

/**
 * Thompson shares of an `adaptive` experience: each arm gets the probability that it is the best one, mixed
 * with the floor. The job that calls this hands `shares` to `nextRanges`, which moves as few visitors as can be.
 *
 * Conversions that are still to come: with a delay curve a waiting unit counts for the share of conversions
 * that arrive by its age; without one it counts once its window has passed. Days that are good for all arms
 * favour none (`unitsWithoutTrend`). Never throws on numbers; cohorts with unusable ones are left out.
 */
export function allocate(input: AllocationInput): Allocation {
  const { arms } = input;
  if (arms.length < 2) return { moved: false, code: 'too-few-arms', missing: [] };
  const units = arms.map(({ variant, cohorts }) => ({
    variant,
    units: total(countable(cohorts, input), ({ n }) => n),
  }));
  const missing = units.filter((arm) => arm.units < LEAST_UNITS);
  if (missing.length > 0) return { moved: false, code: 'too-few-units', missing };

  const floor = input.floor ?? SHARE_FLOOR;
  const byVariant = (values: readonly number[]) =>
    new Map(arms.map(({ variant }, arm) => [variant, values[arm] ?? 0]));
  if (arms.length * floor >= 1) {
    return { moved: true, shares: wholeShares(byVariant(arms.map(() => 1))), probabilityOfBest: new Map() };
  }
  const weights = probabilityOfBest(posteriorsOf(input, arms));
  const probabilities = withFloor(weights, floor);
  return {
    moved: true,
    shares: wholeShares(byVariant(probabilities)),
    probabilityOfBest: byVariant(weights),
  };
}

/** Cohorts that may count yet, waiting units weighted by what has arrived of them. */
function countable(cohorts: readonly Cohort[], { goal, delayCurve }: AllocationRules): Cohort[] {
  return cohorts.filter(isUsable).flatMap((cohort) => {
    const arrived = arrivedShare(cohort.ageDays, goal.windowDays, delayCurve);
    if (arrived === 1) return [cohort];
    return arrived > 0 ? [{ ...cohort, n: cohort.n * arrived }] : [];
  });
}

/** What is believed of each arm, best = largest. */
export function posteriorsOf(rules: AllocationRules, arms: readonly AllocationArm[]): readonly Posterior[] {
  const { kind, direction } = rules.goal;
  const cohorts = arms.map((arm) => decayed(countable(arm.cohorts, rules), rules.halfLifeDays));
  const counted = kind === 'ratio' ? ratioSums(cohorts) : cohorts;
  const units = unitsWithoutTrend(
    counted.map((days) => days.map(({ ageDays, n, y }) => ({ day: ageDays, n, y }))),
  );
  const sums = counted.map((days, arm) => ({
    n: units[arm] ?? 0,
    y: total(days, ({ y }) => y),
    yy: total(days, ({ yy }) => yy),
  }));
  const posteriors = kind === 'rate' ? ratePosteriors(sums) : valuePosteriors(sums);
  return simplified(direction === 'down' ? posteriors.map(reversed) : posteriors);
}

function ratePosteriors(sums: readonly { readonly n: number; readonly y: number }[]): Posterior[] {
  const prior = pooledPrior(
    total(sums, ({ y }) => y),
    total(sums, ({ n }) => n),
  );
  return sums.map(({ n, y }) => ratePosterior(y, n, prior));
}

const total = <T>(items: readonly T[], term: (item: T) => number): number =>
  items.reduce((sum, item) => sum + term(item), 0);
