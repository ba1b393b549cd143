import type { Comparison, CompareInput, CompareSettings } from './comparison';

/** Settings that are used where none are given; DESIGN of each in `CompareSettings`. */
export const COMPARE_DEFAULTS: CompareSettings = {
  alpha: 0.05,
  tunedFor: 5_000,
  priorSpread: 0.1,
  minUnits: 100,
  minConversions: 25,
  minDays: 7,
};

/**
 * Every variant against the control, over the closed days: estimates, the interval of one look, the confidence
 * sequence with all its looks, and what is missing. Never throws; what cannot be computed has a `problem`.
 */
export function compareArms(_input: CompareInput): Comparison[] {
  return [];
}
