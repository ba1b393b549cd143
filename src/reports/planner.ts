import { err, ok, type Result } from '../foundation/result';
import { COMPARE_DEFAULTS } from '../statistics/compare-arms';
import { boundary } from '../statistics/confidence-sequence';
import { normalCdf } from '../statistics/distributions';
import {
  type Baseline,
  isPositive,
  isValidPlan,
  type PlannerInput,
  type PlannerProblem,
  POWER,
} from './planner-input';

/** Days that a plan looks ahead at most. */
export const LONGEST_PLAN = 365;

/**
 * Chance that a true relative effect is found by the last of `days` daily looks: that the confidence sequence
 * then excludes zero, by the normal approximation; Φ(|δ|/se − boundary). Earlier looks can only add to it, so the
 * true chance is a little higher. It is planned for the sequence that decides, not for a test of one look, which
 * would promise a third less time than it takes.
 *
 * @param effect relative and unsigned: 0.1 = a tenth better. @param days with complete outcomes, from 1.
 * @returns 0 where the gates of a verdict cannot be expected to be met; NaN never.
 */
export function power(input: PlannerInput, days: number, effect: number): Result<number, PlannerProblem> {
  if (!isValidPlan(input) || !isPositive(days) || !isPositive(effect)) return err('invalid');
  return ok(powerAt(input, days, effect));
}

/**
 * Smallest relative effect that is found with the wanted chance within `days`.
 *
 * @param days with complete outcomes; a result of them is seen a goal's window later.
 */
export function smallestEffect(input: PlannerInput, days: number): Result<number, PlannerProblem> {
  if (!isValidPlan(input) || !isPositive(days)) return err('invalid');
  const wanted = input.power ?? POWER;
  // Not simply rising: a fall that leaves too few conversions for a verdict is never told, however large it is.
  const steps = effectSteps(largestEffect(input));
  const first = steps.findIndex((effect) => powerAt(input, days, effect) >= wanted);
  if (first < 0) return err('out-of-reach');
  let low = steps[first - 1] ?? 0;
  let high = steps[first] ?? 0;
  while (high - low > 1e-6 * high) {
    const middle = (low + high) / 2;
    if (powerAt(input, days, middle) >= wanted) high = middle;
    else low = middle;
  }
  return ok(high);
}

/** Fewest days with complete outcomes after which a relative effect is found with the wanted chance. */
export function daysForEffect(input: PlannerInput, effect: number): Result<number, PlannerProblem> {
  if (!isValidPlan(input) || !isPositive(effect)) return err('invalid');
  if (effect > largestEffect(input)) return err('invalid');
  const wanted = input.power ?? POWER;
  if (powerAt(input, LONGEST_PLAN, effect) < wanted) return err('out-of-reach');
  let low = 0;
  let high = LONGEST_PLAN;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (powerAt(input, middle, effect) >= wanted) high = middle;
    else low = middle;
  }
  return ok(high);
}

const SMALLEST_STEP = 1e-5;
const STEPS = 500;

/** From very small to the largest, each the same factor larger. */
const effectSteps = (largest: number): number[] =>
  Array.from({ length: STEPS + 1 }, (_, step) => SMALLEST_STEP * (largest / SMALLEST_STEP) ** (step / STEPS));

/** Gates are counts; a plan expects them to be met with two standard deviations to spare. */
const withRoom = (count: number): number => count + 2 * Math.sqrt(count);

function powerAt(input: PlannerInput, days: number, effect: number): number {
  const { baseline, shares, dailyUnits } = input;
  const variantUnits = days * dailyUnits * shares.variant;
  const controlUnits = days * dailyUnits * shares.control;
  const sign = input.direction === 'up' ? 1 : -1;
  const [mean, moved] = [meanOf(baseline), meanOf(baseline) * (1 + sign * effect)];
  if (!expectsGates(input, days, [variantUnits, moved], [controlUnits, mean])) return 0;
  const error = Math.sqrt(
    varianceAt(baseline, moved) / variantUnits + varianceAt(baseline, mean) / controlUnits,
  );
  const alpha = (input.alpha ?? COMPARE_DEFAULTS.alpha) / (input.variants ?? 1);
  const tunedFor = input.tunedFor ?? COMPARE_DEFAULTS.tunedFor;
  return normalCdf(Math.abs(moved - mean) / error - boundary(variantUnits + controlUnits, alpha, tunedFor));
}

function expectsGates(
  { baseline }: PlannerInput,
  days: number,
  ...arms: readonly (readonly [units: number, mean: number])[]
): boolean {
  const { minDays, minUnits, minConversions } = COMPARE_DEFAULTS;
  if (days < minDays) return false;
  return arms.every(([units, mean]) => {
    if (units < withRoom(minUnits)) return false;
    if (baseline.kind === 'value') return effectiveConversions(units, baseline) >= withRoom(minConversions);
    return units * Math.min(mean, 1 - mean) >= withRoom(minConversions);
  });
}

/** (Σy)² / Σy², as `ArmFigures.conversions` counts values. */
const effectiveConversions = (units: number, { mean, spread }: { mean: number; spread: number }): number =>
  units / (1 + (spread / mean) ** 2);

const meanOf = (baseline: Baseline): number => (baseline.kind === 'rate' ? baseline.rate : baseline.mean);

/** Values that grow spread more: by the same factor, as they do when every order grows. */
const varianceAt = (baseline: Baseline, mean: number): number =>
  baseline.kind === 'rate' ? mean * (1 - mean) : ((baseline.spread * mean) / baseline.mean) ** 2;

/** A rate cannot pass 1 nor anything fall below 0; nothing is planned that triples and more. */
function largestEffect({ baseline, direction }: PlannerInput): number {
  if (direction === 'down') return 1 - 1e-9;
  return baseline.kind === 'rate' ? Math.min(3, (1 - baseline.rate) / baseline.rate) : 3;
}
