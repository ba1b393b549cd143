import type { AttributeValue } from '../context/attribute-value';
import { attributeReader, type AttributeReader, type ComputedInterests } from './attribute-reader';
import { compileNode, readAs, type NeedsConsent, type ValueSource } from './compile';
import type { Reading } from './reading';
import type { ConditionNode, RuleNode } from './rule-tree';

/** Rules that are asked together, by their position in the order they were given. */
export interface RuleSet {
  /** How many match. Their positions, ascending, are the first of `found`, valid until the next call. */
  match(reading: Reading): number;
  readonly found: Int32Array;
  /** The same as the names that the rules have. @param names by position */
  matchNamed(reading: Reading, names: readonly string[]): string[];
  /** Does one rule match? */
  holds(reading: Reading, rule: number): boolean;
}

/** What a rule set is made of. A rule that is `undefined` matches nobody. */
export interface RuleSetSource {
  readonly rules: readonly (RuleNode | undefined)[];
  readonly needsConsent: NeedsConsent;
}

/**
 * Rules asked one after another, one closure each: nothing is faster for a few. An attribute that several of them ask
 * for is read once per visitor, when the first of them comes to it.
 */
export const closureSet = ({ rules, needsConsent }: RuleSetSource): RuleSet => {
  const visitors = { count: 0 };
  const values = new Map<string, SharedValue>();
  const sharedOf = (condition: ConditionNode): SharedValue => {
    const type = readAs(condition);
    const key = JSON.stringify([condition.segments, type]);
    let shared = values.get(key);
    if (shared === undefined) {
      const read = attributeReader({ ...condition, type });
      values.set(key, (shared = new SharedValue(read, needsConsent(condition.segments), visitors)));
    }
    return shared;
  };
  const tests = rules.map((rule) => (rule === undefined ? () => false : compileNode(rule, sharedOf)));
  const found = new Int32Array(rules.length);
  /** Of `last`: 0 = not asked yet, 1 = holds, 2 = does not. A page asks the same rule for several entries. */
  const answers = new Uint8Array(rules.length);
  let last: Reading | undefined;
  const match = ({ context, interests, consent }: Reading): number => {
    let count = 0;
    visitors.count += 1;
    last = undefined;
    for (let rule = 0; rule < tests.length; rule += 1) {
      if (tests[rule]!(context, interests, !consent)) found[count++] = rule;
    }
    return count;
  };
  return {
    found,
    match,
    matchNamed: (reading, names) => namesOf(found, match(reading), names),
    holds: (reading, rule) => {
      if (reading !== last) {
        answers.fill(0);
        visitors.count += 1;
        last = reading;
      }
      const { context, interests, consent } = reading;
      if (answers[rule] === 0) answers[rule] = tests[rule]!(context, interests, !consent) ? 1 : 2;
      return answers[rule] === 1;
    },
  };
};

/** The names of the first `count` positions. */
export const namesOf = (positions: Int32Array, count: number, names: readonly string[]): string[] => {
  const named = new Array<string>(count);
  for (let at = 0; at < count; at += 1) named[at] = names[positions[at]!]!;
  return named;
};

/** Read once per visitor. A class, so that every condition calls the same method. */
class SharedValue implements ValueSource {
  /** Which visitor `value` is of: what was read for another one is not read yet. */
  private visitor = 0;
  private value: AttributeValue | undefined = undefined;

  /**
   * @param isStored missing without consent
   * @param visitors counts them
   */
  constructor(
    private readonly reader: AttributeReader,
    private readonly isStored: boolean,
    private readonly visitors: { readonly count: number },
  ) {}

  read(context: unknown, computed?: ComputedInterests, withoutConsent?: boolean): AttributeValue | undefined {
    if (this.visitor !== this.visitors.count) {
      this.value = withoutConsent && this.isStored ? undefined : this.reader(context, computed);
      this.visitor = this.visitors.count;
    }
    return this.value;
  }
}
