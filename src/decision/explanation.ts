import type { RuleOutcome } from '../rules/explain';
import type { Decision } from '../model/decision';

/** One step of the pipeline: what was looked at and what it said. */
export interface TraceStep {
  readonly step:
    | 'forced'
    | 'running'
    | 'schedule'
    | 'consent'
    | 'takes-part'
    | 'eligible'
    | 'selection'
    | 'holdout'
    | 'error';
  readonly outcome: 'passed' | 'decided';
  /** Closed code of what happened, for example `audience-matched`. */
  readonly code: string;
  /** Figures behind it: bucket, range, affinities by variant code, candidates. Plain JSON. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Rule trees with the actual values, where a rule was asked. */
  readonly rules?: readonly {
    readonly audience: string;
    readonly name?: string;
    readonly outcome: RuleOutcome;
  }[];
}

/** Why this variant, step by step. */
export interface Explanation {
  readonly decision: Decision;
  readonly trace: readonly TraceStep[];
}
