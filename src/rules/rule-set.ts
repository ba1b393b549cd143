import { compileNode, type NeedsConsent } from './compile';
import type { Reading } from './reading';
import type { RuleNode } from './rule-tree';

/** Rules that are asked together, by their position in the order they were given. */
export interface RuleSet {
  /** How many match. Their positions, ascending, are the first of `found`, valid until the next call. */
  match(reading: Reading): number;
  readonly found: Int32Array;
  /** Does one rule match? */
  holds(reading: Reading, rule: number): boolean;
}

/** What a rule set is made of. A rule that is `undefined` matches nobody. */
export interface RuleSetSource {
  readonly rules: readonly (RuleNode | undefined)[];
  readonly needsConsent: NeedsConsent;
}

/** Rules asked one after another, one closure each: nothing is faster for a few. */
export const closureSet = ({ rules, needsConsent }: RuleSetSource): RuleSet => {
  const tests = rules.map((rule) => (rule === undefined ? () => false : compileNode(rule, needsConsent)));
  const found = new Int32Array(rules.length);
  /** Of `last`: 0 = not asked yet, 1 = holds, 2 = does not. A page asks the same rule for several entries. */
  const answers = new Uint8Array(rules.length);
  let last: Reading | undefined;
  return {
    found,
    match: ({ context, interests, consent }) => {
      let count = 0;
      for (let rule = 0; rule < tests.length; rule += 1) {
        if (tests[rule]!(context, interests, !consent)) found[count++] = rule;
      }
      return count;
    },
    holds: (reading, rule) => {
      if (reading !== last) answers.fill(0);
      last = reading;
      const { context, interests, consent } = reading;
      if (answers[rule] === 0) answers[rule] = tests[rule]!(context, interests, !consent) ? 1 : 2;
      return answers[rule] === 1;
    },
  };
};
