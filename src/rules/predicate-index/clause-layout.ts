/** Where the bit of each clause is, 32 to a word. */
export interface ClauseLayout {
  /** By clause, in the order given: its bit. */
  readonly bitOf: Int32Array;
  /** By bit: the rule of its clause; -1: of none. Whole words. */
  readonly rules: Int32Array;
  /** By word: the word of rules that has the same bits, where there is one; else -1. */
  readonly sameRules: Int32Array;
}

/** With fewer clauses in a word of rules, its empty bits would cost more than it saves. */
const ENOUGH_OF_A_WORD = 16;

/**
 * Lays out clauses so that a word of them can be said to match in one go: where enough of 32 rules that follow each
 * other have a clause, those have the bits that their rules have among all. The others are packed behind them.
 *
 * @param ruleOf rules of the clauses, ascending
 */
export const clauseLayout = (ruleOf: Int32Array): ClauseLayout => {
  const bitOf = new Int32Array(ruleOf.length);
  const rules: number[] = [];
  const sameRules: number[] = [];
  const packed: number[] = [];
  for (let from = 0, behind = 0; from < ruleOf.length; from = behind) {
    const word = ruleOf[from]! >>> 5;
    const firsts: number[] = [];
    const others: number[] = [];
    for (; behind < ruleOf.length && ruleOf[behind]! >>> 5 === word; behind += 1) {
      (behind > from && ruleOf[behind] === ruleOf[behind - 1] ? others : firsts).push(behind);
    }
    if (firsts.length < ENOUGH_OF_A_WORD) {
      for (let clause = from; clause < behind; clause += 1) packed.push(clause);
      continue;
    }
    const start = rules.length;
    for (let bit = 0; bit < 32; bit += 1) rules.push(-1);
    for (const clause of firsts) {
      bitOf[clause] = start + (ruleOf[clause]! & 31);
      rules[bitOf[clause]!] = ruleOf[clause]!;
    }
    sameRules.push(word);
    packed.push(...others);
  }
  for (const clause of packed) {
    if (rules.length % 32 === 0) sameRules.push(-1);
    bitOf[clause] = rules.push(ruleOf[clause]!) - 1;
  }
  while (rules.length % 32 !== 0) rules.push(-1);
  return { bitOf, rules: Int32Array.from(rules), sameRules: Int32Array.from(sameRules) };
};
