import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttributeDeclaration, AttributeType } from '../../../src/context/attributes';
import type { VisitorContext } from '../../../src/model/visitor-context';
import type { Rule } from '../../../src/model/rule';
import { compileRule } from '../../../src/rules/compile';
import { describeRule } from '../../../src/rules/describe';
import { explainRule } from '../../../src/rules/explain';
import { OPERATOR_NAMES } from '../../../src/rules/operator-names';
import { validateRule } from '../../../src/rules/validate';

interface EvaluationCase {
  says: string;
  rule: Rule;
  context: VisitorContext;
  types?: Record<string, AttributeType>;
  matched: boolean;
}

interface RefusalCase {
  says: string;
  rule: unknown;
  types?: Record<string, AttributeType>;
  code: string;
  path: (string | number)[];
}

const read = <T>(file: string): T[] =>
  JSON.parse(readFileSync(join(__dirname, `${file}.json`), 'utf8')) as T[];

const catalogueOf = (types: Record<string, AttributeType> | undefined): AttributeDeclaration[] | undefined =>
  types && Object.entries(types).map(([path, type]) => ({ path, type, consent: 'request' }));

const FILES = ['equality', 'order', 'text', 'lists', 'versions', 'groups'];
const CASES = FILES.flatMap((file) => read<EvaluationCase>(file));

describe.each(FILES)('the rule language agrees with its corpus: %s', (file) => {
  it.each(read<EvaluationCase>(file).map((one) => [one.says, one.matched, one] as const))(
    '%s: %s',
    (_says, matched, { rule, context, types }) => {
      const catalogue = catalogueOf(types);
      const stored = validateRule(rule, catalogue);
      if (!stored.ok) throw new Error(JSON.stringify(stored.error));
      expect(compileRule(rule, catalogue)(context)).toBe(matched);
      expect(compileRule(stored.value, catalogue)(context)).toBe(matched);
      expect(compileRule({ $not: rule }, catalogue)(context)).toBe(!matched);
      expect(explainRule(rule, context, catalogue).matched).toBe(matched);
      expect(describeRule(rule, 'en', catalogue ? { catalogue } : {})).not.toBe(
        describeRule({ a: {} }, 'en'),
      );
    },
  );
});

describe('the rule language refuses at save', () => {
  it.each(read<RefusalCase>('refused').map((one) => [one.says, one] as const))(
    '%s',
    (_says, { rule, types, code, path }) => {
      const catalogue = catalogueOf(types);
      const stored = validateRule(rule, catalogue);
      expect(stored).toMatchObject({
        ok: false,
        error: [{ code, path, message: expect.stringMatching(/\w.+\.$/s) }],
      });
      expect(compileRule(rule as Rule, catalogue)({ a: 1 })).toBe(false);
      expect(compileRule({ $not: rule } as Rule, catalogue)({ a: 1 })).toBe(false);
    },
  );
});

it('the corpus asks every operator with a present, a missing and an unfit value', () => {
  const asked = (outcome: (one: EvaluationCase) => boolean): Set<string> =>
    new Set(
      CASES.filter(outcome).flatMap(({ rule }) =>
        Object.values(rule).flatMap((value) => Object.keys(value ?? {})),
      ),
    );
  expect(CASES.length).toBeGreaterThanOrEqual(150);
  for (const operator of OPERATOR_NAMES) {
    expect(asked((one) => one.matched)).toContain(operator);
    expect(asked((one) => !one.matched)).toContain(operator);
    expect(asked((one) => Object.keys(one.context).length === 0)).toContain(operator);
  }
});
