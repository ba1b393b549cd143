/** Why this was chosen; a closed list. */
export const DECISION_REASONS = [
  'forced',
  'holdout',
  'audience',
  'affinity',
  'order',
  'split',
  'adaptive',
  'base-no-match',
  'base-not-running',
  'base-no-consent',
  'error',
] as const;

export type DecisionReason = (typeof DECISION_REASONS)[number];

/** The answer of the engine for one experience. */
export interface Decision {
  readonly experience: string;
  /** Variant code or `base`. */
  readonly variant: string;
  /** What it would have been without the holdout; equals `variant` otherwise. */
  readonly wouldBe: string;
  readonly reason: DecisionReason;
  /** Probability of this answer for this unit, (0, 1]. */
  readonly propensity: number;
  readonly weightsVersion: number;
  readonly manifestVersion: number;
}
