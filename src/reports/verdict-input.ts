import type { Selection } from '../model/experience';
import type { Unit } from '../model/visitor-context';
import type { Comparison } from '../statistics/comparison';
import type { Verdict, VerdictGoal } from './verdict-shape';

/** What makes a result untrustworthy as a whole. */
export type Withheld = Extract<Verdict, { readonly code: 'withheld-sample-ratio' | 'withheld-multiple' }>;

/** A goal that must not drop, compared like the experience's own. */
export interface ComparedGuardrail {
  readonly goal: VerdictGoal;
  readonly comparisons: readonly Comparison[];
}

export interface VerdictInput {
  /** Code, when the goal does not exist any more. */
  readonly goal: VerdictGoal | string;
  readonly selection: Selection;
  readonly unitKind: Unit['kind'];
  /** Days after the first exposure in which the goal counts. */
  readonly windowDays: number;
  /** See `compareArms`. */
  readonly comparisons: readonly Comparison[];
  readonly guardrails: readonly ComparedGuardrail[];
  /** The first one counts. */
  readonly withheld: readonly Withheld[];
  /** Largest difference that is called none, and largest harm that is tolerable; relative, 0.1. */
  readonly negligible?: number;
}
