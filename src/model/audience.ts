import type { Rule } from './rule';

/** A named rule. Names are of people's making: they leave the server only in explanations for permitted callers. */
export interface Audience {
  readonly code: string;
  readonly name: string;
  readonly rule: Rule;
  /** Experiences that touch an internal audience are left out of the public manifest. */
  readonly internal?: boolean;
}
