import type { Unit } from '../model/visitor-context';
import type { GoalKind } from '../statistics/comparison';

/** How an amount is meant: share of the other side's figure, units of 100 that reach the goal, or per unit. */
export type AmountScale = 'relative' | 'per-100' | 'per-unit';

/** Whom a verdict speaks of. */
export interface VerdictSubject {
  /** Variant code; `null`: the whole personalization; `base`: what variants are compared with. */
  readonly variant: string | null;
  /** What that is: the default, or in `relevance` the control group, who see it. */
  readonly against: 'default' | 'control-group';
  readonly unitKind: Unit['kind'];
}

/** What amounts of a verdict are in. */
export interface VerdictMeasure {
  readonly scale: AmountScale;
  /** ISO 4217, of `per-unit`; `null`: none. */
  readonly currency: string | null;
  /** `up`: more is better. Amounts are not signed where code and direction say which way they point. */
  readonly direction: 'up' | 'down';
}

/** Something that is counted and not enough yet. */
export interface VerdictMissing extends VerdictSubject {
  readonly has: number;
  readonly needs: number;
  /** Until it is enough; `null`: longer than a year, or never at this traffic. */
  readonly daysLeft: number | null;
}

interface Effect extends VerdictSubject, VerdictMeasure {
  /** The end of the confidence sequence that is nearer to zero. */
  readonly atLeast: number;
  /** Inside the sequence; of a relative effect the shrunken estimate, else the plain one. */
  readonly likely: number;
}

interface Limit extends VerdictSubject, VerdictMeasure {
  readonly atMost: number;
}

/** The figures of each sentence; see `verdictSentence` for the sentences. */
export interface VerdictValues {
  // Nothing to compare.
  'no-goal': { readonly goal: string };
  /** Only a recognised visitor can reach the goal, and these are page visits. */
  'not-measurable': { readonly goal: string };
  'no-variants': Pick<VerdictSubject, 'unitKind'>;
  'no-control-group': Pick<VerdictSubject, 'unitKind'>;
  'one-sided': VerdictSubject;
  // Not enough data.
  'no-closed-day': Pick<VerdictSubject, 'unitKind'> & { readonly windowDays: number };
  'more-units': VerdictMissing;
  'more-conversions': VerdictMissing;
  'more-not-converted': VerdictMissing;
  'more-days': { readonly has: number; readonly needs: number; readonly daysLeft: number };
  undecided: VerdictSubject &
    VerdictMeasure & {
      /** Against the other side; negative is less. */
      readonly from: number;
      readonly to: number;
      readonly daysLeft: number | null;
    };
  // Withheld. Shares 0..1.
  'withheld-sample-ratio': VerdictSubject & { readonly expected: number; readonly seen: number };
  'withheld-multiple': Pick<VerdictSubject, 'unitKind'> & { readonly share: number; readonly most: number };
  'withheld-changed': VerdictSubject;
  // Cannot be calculated.
  'no-variation': VerdictSubject;
  'no-denominator': VerdictSubject;
  'bad-numbers': VerdictSubject;
  // Results.
  'guardrail-dropped': VerdictSubject & VerdictMeasure & { readonly goal: string; readonly atLeast: number };
  better: Effect;
  worse: Effect;
  'no-harm': Limit;
  'no-difference': Limit;
}

export type VerdictCode = keyof VerdictValues;

/**
 * The result of a personalization: one of a closed list, with the figures of its sentence. Decided by the
 * confidence sequence over closed days, never by a probability or by the p of one look. Plain JSON.
 */
export type Verdict = {
  readonly [Code in VerdictCode]: { readonly code: Code; readonly values: VerdictValues[Code] };
}[VerdictCode];

/** A goal as verdicts need it. */
export interface VerdictGoal {
  readonly code: string;
  readonly kind: GoalKind;
  readonly direction: 'up' | 'down';
  readonly currency: string | null;
}
