import type { Decision } from '../model/decision';
import type { DecisionReason } from '../model/decision';
import { BASE } from '../model/experience';
import type { DecisionWorld, PreparedExperience } from './decision-world';
import type { TraceStep } from './explanation';
import type { Placement } from './placement';
import type { Situation } from './situation';

/** What a step may decide; the rest of a decision is the same for all steps. */
export type StepVerdict = Pick<Decision, 'variant' | 'wouldBe' | 'reason' | 'propensity'>;

/** What a step says. The first verdict ends the pipeline; what is only for explanations is made on demand. */
export interface StepReport {
  /** Closed code of what happened. */
  readonly code: string;
  readonly verdict?: StepVerdict;
  readonly details?: () => NonNullable<TraceStep['details']>;
  /** Audiences that were asked. */
  readonly audiences?: () => readonly string[];
}

/** A named step of the pipeline. */
export interface Step {
  readonly name: Exclude<TraceStep['step'], 'error'>;
  readonly run: (frame: Frame) => StepReport;
}

/** The decision under way: what is asked, and what earlier steps found. */
export interface Frame {
  readonly prepared: PreparedExperience;
  readonly world: DecisionWorld;
  /** Made at first use, inside the pipeline, so that a hostile context ends as base. */
  readonly situation: () => Situation;
  readonly locale: string | undefined;
  readonly forced: { readonly experience: string; readonly variant: string } | undefined;
  /** An attribute that this experience fills of the entry is taken by one that started before it. */
  readonly taken: Taken | undefined;
  /** Set by *takes-part*. */
  placement?: Placement;
  /** Set by *selection*: what is shown unless the holdout says otherwise. */
  selected?: { readonly variant: string; readonly reason: DecisionReason };
}

/** Who fills an attribute first. */
export interface Taken {
  readonly by: string;
  readonly attribute: string;
}

/** Base, for one of the reasons that need no draw. */
export const baseBecause = (reason: DecisionReason): StepVerdict => ({
  variant: BASE,
  wouldBe: BASE,
  reason,
  propensity: 1,
});
