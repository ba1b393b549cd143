/** Where the bit of each clause is, 32 to a word. */
export interface ClauseLayout {
  /** By clause, in the order given: its bit. */
  readonly bitOf: Int32Array;
  /** By bit: the rule of its clause; -1: of none. Whole words. */
  readonly rules: Int32Array;
  /** By word: the word of rules that has the same bits, where there is one; else -1. */
  readonly sameRules: Int32Array;
}

/** So many rules of a word must have a clause for it to be laid out by them: so words are at most twice as many. */
const ENOUGH_OF_A_WORD = 16;

/**
 * Lays out clauses so that a word of them can be said to match in one go. Where enough of 32 rules that follow each
 * other have a clause, the first clause of each has the bit of its rule. All other clauses are packed behind.
 *
 * @param ruleOf rules of the clauses, ascending
 */
export const clauseLayout = (ruleOf: Int32Array): ClauseLayout => {
  const bitOf = new Int32Array(ruleOf.length);
  const rules: number[] = [];
  const sameRules: number[] = [];
  const packed: number[] = [];
  let from = 0;
  while (from < ruleOf.length) {
    const word = ruleOf[from]! >>> 5;
    const firstOfRule: number[] = [];
    const further: number[] = [];
    let clause = from;
    for (; clause < ruleOf.length && ruleOf[clause]! >>> 5 === word; clause += 1) {
      const isFurther = clause > from && ruleOf[clause] === ruleOf[clause - 1];
      (isFurther ? further : firstOfRule).push(clause);
    }
    from = clause;
    if (firstOfRule.length < ENOUGH_OF_A_WORD) {
      packed.push(...firstOfRule, ...further);
      continue;
    }
    const start = rules.length;
    for (let bit = 0; bit < 32; bit += 1) rules.push(-1);
    for (const first of firstOfRule) {
      bitOf[first] = start + (ruleOf[first]! & 31);
      rules[bitOf[first]!] = ruleOf[first]!;
    }
    sameRules.push(word);
    packed.push(...further);
  }
  for (const clause of packed) {
    if (rules.length % 32 === 0) sameRules.push(-1);
    bitOf[clause] = rules.push(ruleOf[clause]!) - 1;
  }
  while (rules.length % 32 !== 0) rules.push(-1);
  return { bitOf, rules: Int32Array.from(rules), sameRules: Int32Array.from(sameRules) };
};
