import { COMPARE_DEFAULTS } from '../statistics/compare-arms';

/** What the default does now. */
export type Baseline =
  | { readonly kind: 'rate'; /** Share of units that reach the goal, (0, 1). */ readonly rate: number }
  | {
      readonly kind: 'value';
      /** Per unit, above 0. */
      readonly mean: number;
      /** Standard deviation over units, above 0. */
      readonly spread: number;
    };

/** What a plan is made from. */
export interface PlannerInput {
  /** Units a day that take part, all arms together; above 0. */
  readonly dailyUnits: number;
  /** Parts of them, (0, 1): of the variant and of what it is compared with. Together at most 1. */
  readonly shares: { readonly variant: number; readonly control: number };
  readonly baseline: Baseline;
  /** Which way is better. */
  readonly direction: 'up' | 'down';
  /**
   * Variants that are compared with the control at once, from 1: each gets its part of alpha. For a `relevance`
   * of several variants as a whole it is 2, see `compareArms`.
   */
  readonly variants?: number;
  /** Chance of finding what is there, (0, 1); 0.8. */
  readonly power?: number;
  readonly alpha?: number;
  readonly tunedFor?: number;
}

/** Why there is no plan. */
export type PlannerProblem =
  /** A number is missing, not finite or outside its range. */
  | 'invalid'
  /** Not with this traffic: no effect that is possible shows in time, or the effect not within `LONGEST_PLAN` days. */
  | 'out-of-reach';

/** Chance of finding an effect that plans are made for. */
export const POWER = 0.8;

/** Are all numbers there, finite and in their ranges? */
export function isValidPlan({ dailyUnits, shares, baseline, ...options }: PlannerInput): boolean {
  const { variants = 1, power: wanted = POWER, alpha = COMPARE_DEFAULTS.alpha } = options;
  const { tunedFor = COMPARE_DEFAULTS.tunedFor } = options;
  return (
    isPositive(dailyUnits) &&
    isPositive(shares.variant) &&
    isPositive(shares.control) &&
    shares.variant + shares.control <= 1 + 1e-9 &&
    (baseline.kind === 'rate'
      ? isShare(baseline.rate)
      : isPositive(baseline.mean) && isPositive(baseline.spread)) &&
    Number.isInteger(variants) &&
    variants >= 1 &&
    isShare(wanted) &&
    isShare(alpha) &&
    isPositive(tunedFor)
  );
}

export const isPositive = (value: number): boolean => Number.isFinite(value) && value > 0;

const isShare = (value: number): boolean => value > 0 && value < 1;
