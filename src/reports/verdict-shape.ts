import type { GoalKind } from '../statistics/comparison';

/** How an amount is meant: share of the default's figure, units of 100 that reach the goal, or per unit. */
export type AmountScale = 'relative' | 'per-100' | 'per-unit';

/** Whom a verdict speaks of. */
export interface VerdictSubject {
  /** Variant code; `null`: the whole personalization against its control group. */
  readonly variant: string | null;
}

/** What amounts of a verdict are in. */
export interface VerdictMeasure {
  readonly scale: AmountScale;
  /** ISO 4217, of `per-unit`; `null`: none. */
  readonly currency: string | null;
  /** `up`: more is better. Amounts below are not signed: which way they point follows from code and direction. */
  readonly direction: 'up' | 'down';
}

type Stated<Code extends string, Values extends object> = { readonly code: Code; readonly values: Values };

/** How long until what is missing is there, in days; `null`: longer than a year, or not at all at this traffic. */
interface Missing extends VerdictSubject {
  readonly has: number;
  readonly needs: number;
  readonly daysLeft: number | null;
}

/**
 * The result of a personalization: one of a closed list, with the figures of its sentence (`verdictSentence`).
 * Decided by the confidence sequence over closed days, never by a probability or a p of one look.
 */
export type Verdict =
  // Nothing to compare.
  | Stated<'no-goal', { readonly goal: string }>
  | Stated<'no-control-group', Record<never, never>>
  | Stated<'one-sided', VerdictSubject>
  | Stated<'no-variants', Record<never, never>>
  // Not enough data.
  | Stated<'no-closed-day', { readonly windowDays: number }>
  | Stated<'more-units', Missing>
  | Stated<'more-conversions', Missing>
  | Stated<'more-not-converted', Missing>
  | Stated<'more-days', { readonly has: number; readonly needs: number; readonly daysLeft: number }>
  | Stated<
      'undecided',
      VerdictSubject &
        VerdictMeasure & {
          /** Treatment against control; negative is less. */
          readonly from: number;
          readonly to: number;
          readonly daysLeft: number | null;
        }
    >
  // Withheld.
  | Stated<
      'withheld-sample-ratio',
      { readonly arm: string; readonly expected: number; readonly seen: number }
    >
  | Stated<'withheld-multiple', { readonly share: number; readonly most: number }>
  | Stated<'withheld-changed', VerdictSubject>
  // Cannot be calculated.
  | Stated<'no-variation', VerdictSubject>
  | Stated<'no-denominator', VerdictSubject>
  | Stated<'bad-numbers', VerdictSubject>
  // Results.
  | Stated<
      'guardrail-dropped',
      VerdictSubject & VerdictMeasure & { readonly goal: string; readonly atLeast: number }
    >
  | Stated<'better', VerdictSubject & VerdictMeasure & { readonly atLeast: number; readonly likely: number }>
  | Stated<'worse', VerdictSubject & VerdictMeasure & { readonly atLeast: number; readonly likely: number }>
  | Stated<'no-harm', VerdictSubject & VerdictMeasure & { readonly atMost: number }>
  | Stated<'no-difference', VerdictSubject & VerdictMeasure & { readonly atMost: number }>;

export type VerdictCode = Verdict['code'];

/** A goal as verdicts need it. */
export interface VerdictGoal {
  readonly code: string;
  readonly kind: GoalKind;
  readonly direction: 'up' | 'down';
  readonly currency: string | null;
}
