import { evaluateHostile } from '../../bench/exactness/evaluations';
import { operatorRule } from '../../bench/exactness/operator-rules';
import { comparePairs } from '../../bench/exactness/pairs';
import { watchSharedObjects } from '../../bench/exactness/pollution';
import { FEW, FUZZ_ATTRIBUTES } from '../../bench/exactness/vocabulary';
import { disagreement } from '../../bench/exactness/agreement';
import { seeded } from '../../bench/generate/random';
import { ATTRIBUTE_CATALOGUE } from '../../src/context/attribute-catalogue';
import type { Rule } from '../../src/model/rule';
import { OPERATOR_NAMES } from '../../src/rules/operator-names';
import { validateRule } from '../../src/rules/validate';

/** The short form of `npm run fuzz`, which compares a million pairs and evaluates ten million times. */
const SEED = 20_261_122;

describe('for random and hostile contexts', () => {
  it.each([
    [1, 300, 30],
    [10, 500, 50],
    [16, 250, 50],
    [17, 600, 50],
    [100, 150, 75],
    [1_000, 10, 10],
  ])('%i rules answer alike through index, closures and explain', (rules, pairs, contextsEach) => {
    const result = comparePairs(SEED, [{ rules, pairs, contextsEach }]);
    expect(result.disagreements).toEqual([]);
    expect(result.pairs).toBe(pairs);
    expect(result.withMatches).toBeGreaterThan(pairs / 10);
    expect(result.writes).toBe(0);
  });

  it('no evaluation throws, pollutes what all objects share, or writes to its context', () => {
    const result = evaluateHostile(SEED, 100_000);
    expect(result.throws).toEqual([]);
    expect(result.pollution).toEqual([]);
    expect(result.writes).toBe(0);
    expect(result.evaluations).toBeGreaterThanOrEqual(100_000);
  });
});

describe('the comparison itself', () => {
  it('asks every operator, in rules that are valid but for the broken ones', () => {
    const random = seeded(SEED);
    const catalogue = [...FUZZ_ATTRIBUTES, ...ATTRIBUTE_CATALOGUE];
    const rules = Array.from({ length: 2_000 }, (): Rule => operatorRule(random, FEW));
    const valid = rules.flatMap((rule) => {
      const stored = validateRule(rule, catalogue);
      return stored.ok ? [JSON.stringify(stored.value)] : [];
    });
    expect(valid.length).toBeGreaterThan(1_900);
    const unasked = OPERATOR_NAMES.filter((name) => !valid.some((text) => text.includes(`"${name}":`)));
    expect(unasked).toEqual([]);
  });

  it('notices one match too many, one too few, and an explanation that says otherwise', () => {
    const answers =
      (...codes: string[]) =>
      () =>
        codes;
    const alike = {
      index: answers('a'),
      unsampled: answers('a'),
      closures: answers('a'),
      explained: answers('a'),
    };
    expect(disagreement(alike, {})).toBeUndefined();
    expect(disagreement({ ...alike, index: answers('a', 'b') }, {})).toContain('index');
    expect(disagreement({ ...alike, unsampled: answers() }, {})).toContain('without a sample');
    expect(disagreement({ ...alike, explained: answers('b') }, {})).toContain('explain');
  });

  it('notices a polluted prototype', () => {
    const changed = watchSharedObjects();
    Object.defineProperty(Object.prototype, 'polluted', { value: true, configurable: true });
    try {
      expect(changed()).toEqual(['Object.prototype[polluted]']);
    } finally {
      delete (Object.prototype as { polluted?: boolean }).polluted;
    }
    expect(changed()).toEqual([]);
  });
});
