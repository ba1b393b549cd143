import fc from 'fast-check';
import type { Rule } from '../../src/model/rule';
import { compileRule } from '../../src/rules/compile';
import { describeRule } from '../../src/rules/describe';
import { explainRule } from '../../src/rules/explain';
import { OPERATORS, oppositeOf } from '../../src/rules/operators';
import { OPERATOR_NAMES } from '../../src/rules/operator-names';
import { validateRule } from '../../src/rules/validate';
import { anyJson, CATALOGUE, contexts, validRules } from './rules-arbitraries';

const RUNS = { seed: 20_260, numRuns: 400 };
const catalogues = fc.constantFrom(CATALOGUE, undefined);
const computed = fc.constantFrom(undefined, new Map([['tv', 0.5]]), new Map<string, number>());
const valid = (rule: unknown, catalogue?: typeof CATALOGUE): Rule => {
  const stored = validateRule(rule, catalogue);
  if (!stored.ok) throw new Error(JSON.stringify(stored.error));
  return stored.value;
};

/** Does this rule, made for the typed catalogue, also pass without one? Order of an undeclared text does not. */
const passes = (rule: unknown, catalogue: typeof CATALOGUE | undefined): boolean =>
  validateRule(rule, catalogue).ok;

describe('for any rule and any context', () => {
  it('the compiled rule and the explanation agree', () => {
    fc.assert(
      fc.property(validRules, contexts, catalogues, computed, (rule, context, catalogue, interests) => {
        const matched = compileRule(rule, catalogue)(context, interests);
        expect(explainRule(rule, context, catalogue, interests).matched).toBe(matched);
      }),
      RUNS,
    );
  });

  it('$not is the exact negation, and twice $not is nothing', () => {
    fc.assert(
      fc.property(validRules, contexts, catalogues, (rule, context, catalogue) => {
        fc.pre(passes({ $not: { $not: rule } }, catalogue));
        const matched = compileRule(rule, catalogue)(context);
        expect(compileRule({ $not: rule }, catalogue)(context)).toBe(!matched);
        expect(compileRule({ $not: { $not: rule } }, catalogue)(context)).toBe(matched);
      }),
      RUNS,
    );
  });

  it('$nor is the negation of $or, and $or that of $and of negations', () => {
    fc.assert(
      fc.property(validRules, validRules, contexts, (left, right, context) => {
        const wrapped = { $not: { $and: [{ $not: left }, { $not: right }] } };
        fc.pre(passes(wrapped, CATALOGUE) && passes({ $or: [left, right] }, CATALOGUE));
        const either = compileRule({ $or: [left, right] }, CATALOGUE)(context);
        expect(compileRule({ $nor: [left, right] }, CATALOGUE)(context)).toBe(!either);
        expect(compileRule(wrapped, CATALOGUE)(context)).toBe(either);
        expect(compileRule({ $or: [right, left] }, CATALOGUE)(context)).toBe(either);
      }),
      RUNS,
    );
  });

  it('a negative operator is the exact negation of its positive one', () => {
    const pairs = OPERATOR_NAMES.flatMap((name) =>
      OPERATORS[name].negates ? [[name, OPERATORS[name].negates] as const] : [],
    );
    expect(pairs).toHaveLength(7);
    const operandOf: Record<string, unknown> = { $in: ['a', 'DE'], $notNull: true, $veq: '1.2' };
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        contexts,
        fc.constantFrom('text', 'tags', 'traits.odd', 'app.version'),
        (pair, context, path) => {
          const [negative, positive] = pair;
          const operand = operandOf[positive] ?? 'a';
          const matched = compileRule({ [path]: { [positive]: operand } })(context);
          expect(compileRule({ [path]: { [negative]: operand } })(context)).toBe(!matched);
          expect(oppositeOf(positive)).toBe(negative);
        },
      ),
      RUNS,
    );
  });

  it('it neither throws nor changes a prototype', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    fc.assert(
      fc.property(validRules, anyJson, anyJson, (rule, context, broken) => {
        expect(typeof compileRule(rule, CATALOGUE)(context)).toBe('boolean');
        expect(typeof compileRule(broken as Rule)(context)).toBe('boolean');
        expect(typeof explainRule(broken as Rule, context).matched).toBe('boolean');
      }),
      RUNS,
    );
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  });
});

describe('for any rule', () => {
  it('validation gives what it accepts again, unchanged and of the same meaning', () => {
    fc.assert(
      fc.property(validRules, contexts, (rule, context) => {
        const stored = valid(rule, CATALOGUE);
        expect(valid(stored, CATALOGUE)).toStrictEqual(stored);
        expect(JSON.parse(JSON.stringify(stored))).toStrictEqual(stored);
        expect(compileRule(stored, CATALOGUE)(context)).toBe(compileRule(rule, CATALOGUE)(context));
      }),
      RUNS,
    );
  });

  it('a key that reaches a prototype is refused wherever it stands', () => {
    const poison = fc.constantFrom(
      '__proto__',
      'constructor',
      'prototype',
      'a.__proto__',
      'constructor.name',
    );
    fc.assert(
      fc.property(validRules, poison, fc.constantFrom('$and', '$or', '$nor'), (rule, key, group) => {
        const poisoned = Object.fromEntries([[key, 1]]);
        for (const place of [{ [group]: [rule, poisoned] }, { $not: poisoned }, { a: poisoned }]) {
          const stored = validateRule(place);
          expect(stored.ok ? [] : stored.error.map(({ code }) => code)).toContain('key-forbidden');
          expect(compileRule(place as Rule)({})).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('anything else is accepted or refused with codes, paths and sentences, and never throws', () => {
    fc.assert(
      fc.property(anyJson, catalogues, (input, catalogue) => {
        const stored = validateRule(input, catalogue);
        if (stored.ok) expect(valid(stored.value, catalogue)).toStrictEqual(stored.value);
        else for (const issue of stored.error) expect(issue.message).toMatch(/\w.*[.…]$/);
      }),
      RUNS,
    );
  });

  it('there is a sentence in both languages', () => {
    fc.assert(
      fc.property(fc.oneof(validRules, anyJson), catalogues, (rule, catalogue) => {
        for (const locale of ['en', 'de'] as const) {
          const sentence = describeRule(rule as Rule, locale, catalogue ? { catalogue } : {});
          expect(sentence.trim().length).toBeGreaterThan(0);
          expect(sentence).not.toMatch(/undefined|\[object/);
        }
      }),
      { ...RUNS, numRuns: 150 },
    );
  });
});
