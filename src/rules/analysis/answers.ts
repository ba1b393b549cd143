import type { UnknownCause } from './found';
import type { RuleNode } from '../rule-tree';

/** Conditions that cannot be true together: without any one of them the others could. Plain data. */
export interface Conflict {
  /** Joined by *and*; a part is a condition, its negation or a group. */
  readonly parts: readonly RuleNode[];
  /** Dotted paths of the attributes that they are about, each once. */
  readonly attributes: readonly string[];
}

/**
 * Why nobody can match, closed:
 * - `rule-invalid`: the rule is not valid, so it matches nobody.
 * - `never-true`: one condition that no value answers.
 * - `conditions-exclude`: conditions that exclude each other.
 * - `needs-consent`: they could be true together, but one needs stored facts and another needs them unknown.
 */
export type NobodyReason =
  | { readonly code: 'rule-invalid' }
  | ({ readonly code: 'never-true' | 'conditions-exclude' | 'needs-consent' } & Conflict);

/**
 * Why there is no answer, closed:
 * - `undecided`: see `UNKNOWN_CAUSES`.
 * - `unexpected-values-only`: only with values that devices and sites should never send, such as −1 visits, because of
 *   this conflict; nothing checks that they do not. `witness` is such a context.
 */
export type OpenReason =
  | { readonly code: 'undecided'; readonly cause: UnknownCause }
  | ({ readonly code: 'unexpected-values-only'; readonly witness: Witness } & Conflict);

/**
 * A visitor context as `compileRule` reads it, with interests as a plain record of `p` by tag: for the engine they stand
 * in a profile, and with the same numbers as `visit` and `lasting` scores of this moment they are the same.
 */
export type Witness = Readonly<Record<string, unknown>>;

/** Can anybody match? */
export type Satisfiability =
  | { readonly answer: 'yes'; readonly witness: Witness }
  | { readonly answer: 'no'; readonly reason: NobodyReason }
  | { readonly answer: 'cannot-tell'; readonly reason: OpenReason };

/** Why a coverage is open; `covered-as-expected`: only unexpected values, such as those of `witness`, escape these. */
export type OpenCoverage =
  | Extract<OpenReason, { code: 'undecided' }>
  | { readonly code: 'covered-as-expected'; readonly by: readonly number[]; readonly witness: Witness };

/**
 * Does everyone who matches a rule match one of the earlier ones? *No* comes with somebody who matches the rule alone.
 * `covered`: by the earlier rules at these positions together, none of which is needless; `nobody`: nobody matches
 * the rule in the first place.
 */
export type Subsumption =
  | {
      readonly answer: 'yes';
      readonly reason:
        | { readonly code: 'covered'; readonly by: readonly number[] }
        | { readonly code: 'nobody'; readonly because: NobodyReason };
    }
  | { readonly answer: 'no'; readonly witness: Witness }
  | { readonly answer: 'cannot-tell'; readonly reason: OpenCoverage };
