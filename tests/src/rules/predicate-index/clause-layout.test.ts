import fc from 'fast-check';
import { clauseLayout } from '../../../../src/rules/predicate-index/clause-layout';

/** Rules of clauses, ascending: some rules have none, some have several, and whole stretches have few. */
const ruleOf = fc
  .array(fc.record({ gap: fc.oneof(fc.nat(2), fc.nat(90)), run: fc.nat(70) }), { maxLength: 8 })
  .map((stretches) => {
    const rules: number[] = [];
    let rule = 0;
    for (const { gap, run } of stretches) {
      rule += gap;
      for (let at = 0; at < run; at += 1) {
        rules.push(rule);
        if (at % 5 > 0) rule += 1;
      }
    }
    return Int32Array.from(rules);
  });

describe('where the bits of clauses are', () => {
  it('is a bit for each clause, which tells its rule, and no rule for all other bits', () => {
    fc.assert(
      fc.property(ruleOf, (given) => {
        const { bitOf, rules, sameRules } = clauseLayout(given);
        expect(new Set(bitOf).size).toBe(given.length);
        expect([...bitOf].map((bit) => rules[bit])).toEqual([...given]);
        expect(rules.filter((rule) => rule >= 0)).toHaveLength(given.length);
        expect(rules).toHaveLength(32 * sameRules.length);
      }),
    );
  });

  it('is the bit of the rule itself wherever a word says that it is one of rules', () => {
    fc.assert(
      fc.property(ruleOf, (given) => {
        const { rules, sameRules } = clauseLayout(given);
        for (const [bit, rule] of rules.entries()) {
          const word = sameRules[bit >>> 5]!;
          if (rule >= 0 && word >= 0) expect(rule).toBe(32 * word + (bit % 32));
        }
      }),
    );
  });

  it('takes at most twice the words that the clauses need', () => {
    fc.assert(
      fc.property(ruleOf, (given) => {
        const { sameRules } = clauseLayout(given);
        expect(sameRules.length).toBeLessThanOrEqual(2 * Math.ceil(given.length / 32));
      }),
    );
  });

  it('follows the rules where every second one has a clause', () => {
    const { sameRules } = clauseLayout(Int32Array.from({ length: 32 }, (_, at) => 2 * at));
    expect([...sameRules]).toEqual([0, 1]);
  });

  it('packs the clauses of fewer rules, however many clauses they have', () => {
    const fifteen = Int32Array.from({ length: 15 }, (_, at) => 2 * at);
    expect([...clauseLayout(fifteen).sameRules]).toEqual([-1]);
    const twoEach = Int32Array.from({ length: 32 }, (_, at) => (at < 16 ? at >>> 1 : 32 + ((at - 16) >>> 1)));
    expect([...clauseLayout(twoEach).sameRules]).toEqual([-1]);
  });

  it('packs the second clause of a rule, and those of rules that are far apart', () => {
    const everyFourth = Array.from({ length: 8 }, (_, at) => 64 + 4 * at);
    const { rules, sameRules } = clauseLayout(
      Int32Array.from([0, 0, ...Array.from({ length: 31 }, (_, at) => at + 1), ...everyFourth]),
    );
    expect([...sameRules]).toEqual([0, -1]);
    expect([...rules.subarray(32, 41)]).toEqual([0, ...everyFourth]);
  });
});
