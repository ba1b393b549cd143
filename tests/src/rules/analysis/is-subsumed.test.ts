import { ATTRIBUTE_CATALOGUE } from '../../../../src/context/attribute-catalogue';
import type { Rule } from '../../../../src/model/rule';
import { isSubsumed } from '../../../../src/rules/analysis/is-subsumed';
import { compileRule } from '../../../../src/rules/compile';

const catalogue = ATTRIBUTE_CATALOGUE;
const DE: Rule = { 'location.country': 'DE' };
const DACH: Rule = { 'location.country': ['DE', 'AT', 'CH'] };

describe('a rule is covered', () => {
  it.each<[string, Rule, Rule[], number[]]>([
    ['by a wider list', DE, [DACH], [0]],
    ['by everyone', DACH, [{ 'page.path': '/x' }, {}], [1]],
    [
      'by two together',
      DACH,
      [DE, { 'location.country': 'FR' }, { 'location.country': ['AT', 'CH'] }],
      [0, 2],
    ],
    ['by the first of two that would do', DE, [DACH, {}], [0]],
    ['by a rule and its negation', DACH, [{ userId: 'x' }, { $not: { userId: 'x' } }], [0, 1]],
    [
      'by a wider range',
      { 'session.durationMs': { $between: [3, 5] } },
      [{ 'session.durationMs': { $gt: 2 } }],
      [0],
    ],
    [
      'by a shorter beginning',
      { 'page.path': { $startsWith: '/shop/shoes' } },
      [{ 'page.path': { $matches: '/shop*' } }],
      [0],
    ],
    ['by an older version', { 'os.version': { $vgte: '13' } }, [{ 'os.version': { $vgt: '12.9' } }], [0]],
    ['by fewer items', { audiences: { $all: ['a', 'b'] } }, [{ audiences: { $contains: 'b' } }], [0]],
  ])('%s', (_name, rule, earlier, by) => {
    expect(isSubsumed(rule, earlier, { catalogue })).toEqual({
      answer: 'yes',
      reason: { code: 'covered', by },
    });
  });

  it('by none where nobody matches it in the first place', () => {
    expect(isSubsumed({ ...DE, $not: DACH }, [{}], { catalogue })).toMatchObject({
      answer: 'yes',
      reason: { code: 'nobody', because: { code: 'conditions-exclude' } },
    });
    expect(isSubsumed({ nonsense: 1 }, [], { catalogue })).toMatchObject({ reason: { code: 'nobody' } });
  });
});

describe('a rule is not covered', () => {
  it.each<[string, Rule, Rule[]]>([
    ['by nothing', DE, []],
    ['by a narrower rule', DACH, [DE]],
    ['by a rule that is not valid', DE, [{ nonsense: 1 }]],
    [
      'by what holds only where something is known',
      { 'location.country': { $ne: 'DE' } },
      [{ 'location.country': { $notNull: true } }],
    ],
    ['by a rule on something else', DE, [{ 'device.type': 'mobile' }, { 'device.type': { $notNull: true } }]],
  ])('%s, and who escapes is shown', (_name, rule, earlier) => {
    const answer = isSubsumed(rule, earlier, { catalogue });
    const witness = answer.answer === 'no' ? answer.witness : undefined;
    expect(compileRule(rule, catalogue)(witness)).toBe(true);
    for (const one of earlier) expect(compileRule(one, catalogue)(witness)).toBe(false);
  });

  it('for certain, where only values that nobody should send escape', () => {
    const answer = isSubsumed(
      { 'session.count': { $notNull: true } },
      [{ 'session.count': 0 }, { 'session.count': { $gte: 1 } }],
      { catalogue },
    );
    expect(answer).toMatchObject({
      answer: 'cannot-tell',
      reason: { code: 'covered-as-expected', by: [0, 1] },
    });
  });
});
