import type { BenchAudience } from '../generate/bench-rule';
import type { BenchContext } from '../generate/contexts';

/** Codes of the audiences that match, in the order in which the audiences were given. */
export type Matched = readonly string[];

/** Rules that were loaded once and are asked for many contexts. */
export interface LoadedRules {
  /**
   * Turns a context into the evaluator's own form, outside all timing, and gives the question that is timed: which
   * of all audiences match? Every evaluator answers with the same list of codes.
   */
  readonly ask: (context: BenchContext) => () => Matched | Promise<Matched>;
}

/**
 * One way to evaluate rules: ours, a peer's, or a floor that shows what is possible.
 *
 * Those that answer rule by rule each write their own loop over the rules, although the loops look alike: a shared
 * one would be called with the functions of all of them, so that V8 could inline none, which costs the fast ones most.
 */
export interface Evaluator {
  readonly name: string;
  readonly kind: 'ours' | 'peer' | 'floor';
  /** npm package whose installed version the table prints. */
  readonly package?: string;
  /** Compiles rules with `new Function`, which many edge runtimes and content security policies forbid. */
  readonly generatesCode: boolean;
  /** What is not like for like; the table prints it. */
  readonly notEquivalent: string;
  readonly load: (audiences: readonly BenchAudience[]) => LoadedRules;
}
