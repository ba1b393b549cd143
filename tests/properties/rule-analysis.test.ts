import fc from 'fast-check';
import { LIMITS } from '../../src/foundation/limits';
import type { Rule } from '../../src/model/rule';
import { analyse } from '../../src/rules/analysis/analyse';
import { describeReason } from '../../src/rules/analysis/describe-reason';
import { isSatisfiable } from '../../src/rules/analysis/is-satisfiable';
import { isSubsumed } from '../../src/rules/analysis/is-subsumed';
import { attributesOf } from '../../src/rules/attributes-of';
import { compileRule } from '../../src/rules/compile';
import type { RuleNode } from '../../src/rules/rule-tree';
import { validateRule } from '../../src/rules/validate';
import { CATALOGUE, validRules } from './rules-arbitraries';

const RUNS = { seed: 20_261, numRuns: 800 };
const BRUTE_FORCE = 1_500;

const TEXTS = ['a', 'A', 'ab', 'ba', 'abc', 'DE', '5', '', 'z', 'aba', 'de', '1.2', '2026-03-01'];
const NUMBERS = [0, 1, 2, 5, -1, 0.5, 3, 99, 1.5];
const DAYS = ['2026-03-01', '2026-03-01T12:00:00Z', '2026-03-02', '2025-12-31', '2030-01-01', '1999-01-01'];
const VERSIONS = ['1', '1.2', '1.2.0', '1.10.0-beta.2', '2.0', '1.10.0', '0.1', '1.5', '3'];
const ITEMS = ['a', 'A', 'ab', 'DE', 'z'];
const LISTS = [
  [],
  ...ITEMS.map((item) => [item]),
  ...ITEMS.flatMap((one) => ITEMS.map((other) => [one, other])),
  ['a', 'ab', 'DE'],
  ['a', 'a', 'a', 'abc'],
];

/** Every value that can make a difference to the few values of the rules, and some beyond them. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  text: [...TEXTS, ...VERSIONS],
  count: NUMBERS,
  flag: [true, false],
  day: DAYS,
  'app.version': VERSIONS,
  tags: LISTS,
  'interests.tv': NUMBERS,
  'traits.odd': [...TEXTS, ...NUMBERS, true, false, ...DAYS, ...LISTS],
  toString: TEXTS,
};

const place = (context: Record<string, unknown>, path: string, value: unknown): void => {
  const [root = '', leaf] = path.split('.');
  if (value === undefined) return;
  if (leaf === undefined) context[root] = value;
  else context[root] = { ...(context[root] as object | undefined), [leaf]: value };
};

/** All contexts over the values of some attributes, missing ones included; of too many a fixed choice. */
const contextsOver = (rules: readonly Rule[]): Record<string, unknown>[] => {
  const attributes = [...new Set(rules.flatMap((rule) => attributesOf(rule)))];
  const choices = attributes.map((path) => [undefined, ...(VALUES[path] ?? [])]);
  const total = choices.reduce((product, values) => product * values.length, 1);
  const stride = total <= BRUTE_FORCE ? 1 : Math.ceil(total / BRUTE_FORCE) | 1;
  const contexts: Record<string, unknown>[] = [];
  for (let position = 0; position < total; position += stride) {
    const context: Record<string, unknown> = {};
    let rest = position;
    choices.forEach((values, index) => {
      place(context, attributes[index] ?? '', values[rest % values.length]);
      rest = Math.floor(rest / values.length);
    });
    contexts.push(context);
  }
  return contexts;
};

const catalogues = fc.constantFrom(CATALOGUE, undefined);
const isValid = (rule: Rule, catalogue: typeof CATALOGUE | undefined): boolean =>
  validateRule(rule, catalogue).ok;

/** Several rules that must hold together, so that they often exclude each other. */
const together: fc.Arbitrary<Rule> = fc
  .array(validRules, { minLength: 2, maxLength: 6 })
  .map((rules) => ({ $and: rules }));

/** The same with all conditions on one attribute. */
const onOneAttribute: fc.Arbitrary<Rule> = fc
  .tuple(
    fc.constantFrom(...CATALOGUE.map(({ path }) => path)),
    fc.array(validRules, { minLength: 30, maxLength: 60 }),
  )
  .map(([path, rules]) => ({
    $and: rules.filter((rule) => attributesOf(rule).every((attribute) => attribute === path)).slice(0, 5),
  }));

const rulesToAnalyse = fc.oneof(validRules, together, onOneAttribute);

/** Of 1,000 answers so many may be open. Only text that meets a pattern *and* an order of versions or dates leaves one. */
const OPEN_PER_THOUSAND = 10;

describe('for any rule', () => {
  it('a witness matches, where nobody is said to match no context does, and hardly an answer is open', () => {
    const answers = { yes: 0, no: 0, 'cannot-tell': 0 };
    fc.assert(
      fc.property(rulesToAnalyse, catalogues, (rule, catalogue) => {
        fc.pre(isValid(rule, catalogue));
        const budget = { left: LIMITS.ruleAnalysisSteps };
        const answer = isSatisfiable(rule, catalogue ? { catalogue, budget } : { budget });
        const matches = compileRule(rule, catalogue);
        answers[answer.answer] += 1;
        expect(budget.left).toBeGreaterThan(0);
        if (answer.answer === 'yes') expect(matches(answer.witness)).toBe(true);
        if (answer.answer === 'no') expect(contextsOver([rule]).filter((one) => matches(one))).toEqual([]);
        if (answer.answer === 'cannot-tell') {
          expect(answer.reason).toEqual({ code: 'undecided', cause: 'text-and-order' });
        }
      }),
      RUNS,
    );
    expect(answers.no).toBeGreaterThan(RUNS.numRuns / 10);
    expect(answers.yes).toBeGreaterThan(RUNS.numRuns / 10);
    expect(answers['cannot-tell'] * 1_000).toBeLessThanOrEqual(RUNS.numRuns * OPEN_PER_THOUSAND);
  });

  it('a conflict is minimal: it matches nobody, and without any one of its parts somebody', () => {
    fc.assert(
      fc.property(rulesToAnalyse, (rule) => {
        fc.pre(isValid(rule, CATALOGUE));
        const answer = isSatisfiable(rule, { catalogue: CATALOGUE });
        fc.pre(answer.answer === 'no' && answer.reason.code !== 'rule-invalid');
        const { parts } = answer.reason as { parts: readonly RuleNode[] };
        const ask = (trees: readonly RuleNode[]) =>
          analyse(
            trees.map((tree) => ({ tree, holds: true })),
            { catalogue: CATALOGUE },
          ).answer;
        expect(ask(parts)).toBe('no');
        for (const part of parts) expect(ask(parts.filter((one) => one !== part))).not.toBe('no');
        for (const locale of ['en', 'de'] as const) {
          expect(describeReason(answer.reason, locale)).toMatch(/^(Nobody|Niemand) .+\.$/);
        }
      }),
      { ...RUNS, numRuns: 200 },
    );
  });

  it('who is said to be covered always is, by what is named, and who is not is shown', () => {
    const earlierRules = fc.array(validRules, { maxLength: 4 });
    const answers = { yes: 0, no: 0, 'cannot-tell': 0 };
    fc.assert(
      fc.property(rulesToAnalyse, earlierRules, catalogues, (rule, earlier, catalogue) => {
        fc.pre([rule, ...earlier].every((one) => isValid(one, catalogue)));
        const answer = isSubsumed(rule, earlier, catalogue ? { catalogue } : {});
        const matches = compileRule(rule, catalogue);
        const covers = earlier.map((one) => compileRule(one, catalogue));
        const escapes = (context: unknown, from = covers): boolean =>
          matches(context) && !from.some((cover) => cover(context));
        answers[answer.answer] += 1;
        if (answer.answer === 'no') expect(escapes(answer.witness)).toBe(true);
        if (answer.answer === 'yes') {
          const by = answer.reason.code === 'covered' ? answer.reason.by.map((index) => covers[index]!) : [];
          expect(contextsOver([rule, ...earlier]).filter((one) => escapes(one, by))).toEqual([]);
        }
      }),
      RUNS,
    );
    expect(answers.yes).toBeGreaterThan(RUNS.numRuns / 10);
    expect(answers.no).toBeGreaterThan(RUNS.numRuns / 10);
    expect(answers['cannot-tell'] * 1_000).toBeLessThanOrEqual(RUNS.numRuns * OPEN_PER_THOUSAND);
  });
});
