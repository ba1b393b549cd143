import {
  exampleOf,
  EXAMPLE_OPERANDS,
  STARTERS,
  withCondition,
} from '../../admin/src/pages/audiences/rule-examples';
import { ATTRIBUTE_CATALOGUE } from '../../src/context/attribute-catalogue';
import { OPERATOR_NAMES } from '../../src/rules/operator-names';
import { OPERATORS } from '../../src/rules/operators';
import { validateRule } from '../../src/rules/validate';

const issuesOf = (rule: unknown) => {
  const result = validateRule(rule, ATTRIBUTE_CATALOGUE);
  return result.ok ? [] : result.error;
};

describe('examples of rules', () => {
  it.each(ATTRIBUTE_CATALOGUE.map((declaration) => [declaration.path, declaration] as const))(
    'can be inserted for %s as they are',
    (_path, declaration) => {
      const { attribute, condition } = exampleOf(declaration);
      expect(issuesOf({ [attribute]: condition })).toEqual([]);
    },
  );

  it.each(OPERATOR_NAMES)('show %s with an operand that it takes', (name) => {
    expect(validateRule({ 'traits.example': { [name]: EXAMPLE_OPERANDS[OPERATORS[name].operand] } }).ok).toBe(
      true,
    );
  });

  it.each(STARTERS.map(({ id, rule }) => [id, rule] as const))(
    'begin with %s, which is valid',
    (_id, rule) => {
      expect(issuesOf(rule)).toEqual([]);
    },
  );
});

describe('inserting a condition', () => {
  const condition = { attribute: 'locale', condition: { $eq: 'de' } };

  it('adds it beside what is there', () => {
    expect(withCondition({ timezone: 'UTC' }, condition)).toEqual({ timezone: 'UTC', locale: { $eq: 'de' } });
  });

  it('keeps a condition on the same attribute, in a group', () => {
    const once = withCondition({ locale: { $ne: 'fr' } }, condition);
    expect(once).toEqual({ $and: [{ locale: { $ne: 'fr' } }, { locale: { $eq: 'de' } }] });
    expect(withCondition(once, condition)).toEqual({
      $and: [{ locale: { $ne: 'fr' } }, { locale: { $eq: 'de' } }],
      locale: { $eq: 'de' },
    });
  });

  it('begins a rule where there is none', () => {
    expect(withCondition([], condition)).toEqual({ locale: { $eq: 'de' } });
  });
});
