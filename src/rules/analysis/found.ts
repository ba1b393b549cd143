import type { AttributeValue } from '../../context/attribute-value';

/**
 * Why an analysis ends without an answer, closed:
 * - `too-many-steps`: the bound of `LIMITS.ruleAnalysisSteps` was reached.
 * - `text-and-order`: one text must fit a pattern and an order of versions or dates.
 * - `letter-case`: case is ignored in letters whose small form depends on their neighbours (the Greek sigma) or that
 *   take two places (Deseret and its like).
 * - `version-too-long`: the version between two others would be longer than a version may be.
 * - `not-confirmed`: what was found did not pass the compiled rule; a mistake of the analysis, never of the rule.
 */
export const UNKNOWN_CAUSES = [
  'too-many-steps',
  'text-and-order',
  'letter-case',
  'version-too-long',
  'not-confirmed',
] as const;

export type UnknownCause = (typeof UNKNOWN_CAUSES)[number];

/** A value that answers all demands (absent = the attribute is missing), the certainty that there is none, or neither. */
export type Found<T = AttributeValue | undefined> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause };

export const NONE = { kind: 'none' } as const;
export const found = <T>(value: T): { readonly kind: 'value'; readonly value: T } => ({
  kind: 'value',
  value,
});
export const unknown = (cause: UnknownCause): { readonly kind: 'unknown'; readonly cause: UnknownCause } => ({
  kind: 'unknown',
  cause,
});

/** Steps that are left; what works in a loop takes from it, so that no rule can make an analysis endless. */
export interface StepBudget {
  left: number;
}

/** Takes steps; false once there are none left. */
export const spend = (budget: StepBudget, steps = 1): boolean => {
  budget.left -= steps;
  return budget.left >= 0;
};

/** The first value that any of the ways finds; an open question only where none of them does. */
export const firstFound = <T>(ways: readonly (() => Found<T>)[]): Found<T> => {
  let open: Found<T> = NONE;
  for (const way of ways) {
    const answer = way();
    if (answer.kind === 'value') return answer;
    if (answer.kind === 'unknown') open = answer;
  }
  return open;
};
