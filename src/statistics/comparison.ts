import type { Moments } from './moments';

/** How a goal is measured: share of units, value per unit, or Σy / Σd over units. */
export type GoalKind = 'rate' | 'value' | 'ratio';

/**
 * What the units of one arm did whose first exposure was on one day. Each key once.
 *
 * Arms are compared only inside a stratum (`period`, `group`): in one period the probabilities of the arms do
 * not change, in one group all units would have got the same variant.
 */
export interface ArmCell {
  /** Weights version. */
  readonly period: number;
  /** `relevance`: what the units would have got; `null` elsewhere. */
  readonly group: string | null;
  /** Variant code, or the code of the control. */
  readonly arm: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly moments: Moments;
}

export interface CompareInput {
  readonly cells: readonly ArmCell[];
  /** Arm that all others are compared with. */
  readonly control: string;
  readonly kind: GoalKind;
  /** Which way is better. */
  readonly direction: 'up' | 'down';
  /** Last day on which outcomes are complete; later cells are not looked at. `null`: none is. */
  readonly closedThrough: string | null;
  /** Also compare all variants together with the control, stratified by group: `relevance`. */
  readonly together: boolean;
  readonly settings?: Partial<CompareSettings>;
  /** So many goals of one kind are compared side by side, this being one: their sequences share alpha. Default 1. */
  readonly goals?: number;
}

/** What is fixed before the first look, and stays. */
export interface CompareSettings {
  /** Share of errors that is accepted over all variants and all looks together; 0.05. */
  readonly alpha: number;
  /** Units of both arms for which the confidence sequence is narrowest; 5,000. */
  readonly tunedFor: number;
  /** Standard deviation of the prior of the relative lift, for the shrunken lift; 0.1. */
  readonly priorSpread: number;
  /** Gates, see `unmetGates`. */
  readonly minUnits: number;
  readonly minConversions: number;
  readonly minDays: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A point with its standard error and the interval of one look that was fixed in advance. */
export interface Estimate extends Interval {
  readonly value: number;
  readonly error: number;
}

/** Both arms, over closed days. */
export interface ArmFigures {
  readonly units: number;
  /**
   * For a rate the units that reached the goal. Otherwise (Σy)² / Σy²: as many units with equal values would
   * carry the same information, and of a rate it is exactly their number.
   */
  readonly conversions: number;
  /** Per unit, for a ratio per denominator; weighted over periods like the other arm's, see `stratify`. */
  readonly mean: number;
}

/** An interval that holds at every look at once. */
export interface Sequence {
  /** Share of errors of this one comparison. */
  readonly alpha: number;
  readonly tunedFor: number;
  /** Treatment − control; the intersection over all looks so far. One point where the difference has moved since. */
  readonly absolute: Interval;
  /** Treatment / control − 1. `null`: the control's mean is too uncertain to divide by. */
  readonly relative: Interval | null;
  /** Smallest p so far, without correction for the number of comparisons. */
  readonly p: number;
  /** Looks contradict each other: the relative lift changed, or this is one of the errors that alpha allows. */
  readonly crossed: boolean;
  /** One look after each closed day, from the first with enough data; nested. */
  readonly looks: readonly SequenceLook[];
}

export interface SequenceLook {
  readonly day: string;
  readonly absolute: Interval;
  readonly relative: Interval | null;
  readonly p: number;
}

/** Something that must be there before a result is told. */
export interface Gate {
  readonly code: 'units' | 'conversions' | 'not-converted' | 'days';
  /** Arm that has least; `null`: all variants together, and for `days`, which no arm has of its own. */
  readonly arm: string | null;
  readonly has: number;
  readonly needs: number;
}

/** Why there are no numbers. */
export type ComparisonProblem =
  /** No day is closed yet, or nobody was seen on one. */
  | 'no-closed-day'
  /** No period has units in both arms. */
  | 'one-sided'
  /** All units of both arms did the same: nothing varies, so no interval can be made. */
  | 'no-variation'
  /** A ratio's denominator is not above zero. */
  | 'no-denominator'
  /** Numbers are not finite. */
  | 'bad-numbers';

/** One variant against the control. Plain JSON, no number in it is NaN or infinite. */
export interface Comparison {
  /** `null`: all variants together. */
  readonly variant: string | null;
  readonly control: string;
  readonly treatmentArm: ArmFigures;
  readonly controlArm: ArmFigures;
  /** Closed days on which units were first seen, of the periods in which both arms were there. */
  readonly days: number;
  readonly problem: ComparisonProblem | null;
  readonly absolute: Estimate | null;
  readonly relative: Estimate | null;
  /** Of one look that was fixed in advance: Welch, two-sided. */
  readonly p: number | null;
  /** The same after Holm, over the variants of this goal; `adjustFamily` does it over several goals. */
  readonly pAdjusted: number | null;
  readonly sequence: Sequence | null;
  /** Most likely relative lift: shrunk, and inside the sequence. */
  readonly likely: number | null;
  /** Below 100 conversions in an arm, of rates in one period. */
  readonly exact: ExactComparison | null;
  /** What the covariate did; `null`: not used. */
  readonly adjustment: Adjustment | null;
  /** Unmet ones; a verdict needs none. */
  readonly gates: readonly Gate[];
  /** By the sequence and the goal's direction; says nothing about gates. */
  readonly favours: 'treatment' | 'control' | null;
}

/** Of two rates with Beta(1, 1) priors. */
export interface ExactComparison {
  /** Probability that the treatment's rate is the higher one. */
  readonly higher: number;
  /** Expected rate that is lost by choosing the treatment, and the control, when a high rate is good. */
  readonly lossOfTreatment: number;
  readonly lossOfControl: number;
}

export interface Adjustment {
  /** Slope of the outcome on the covariate, pooled over arms and strata. */
  readonly theta: number;
  /** Share of the variance of the difference that is gone. */
  readonly reduction: number;
}
