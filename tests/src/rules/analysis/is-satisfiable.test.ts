import { ATTRIBUTE_CATALOGUE } from '../../../../src/context/attribute-catalogue';
import { LIMITS } from '../../../../src/foundation/limits';
import type { Rule } from '../../../../src/model/rule';
import { isSatisfiable } from '../../../../src/rules/analysis/is-satisfiable';
import { compileRule } from '../../../../src/rules/compile';

const catalogue = ATTRIBUTE_CATALOGUE;
const PATH = 'page.path';
const VERSION = 'os.version';
const TRAIT = 'traits.plan';
const LIST = 'audiences';

/** Conditions on one attribute that nobody can meet together. */
const IMPOSSIBLE: readonly (readonly [name: string, rule: Rule])[] = [
  ['$eq and $ne', { [PATH]: { $eq: '/a', $ne: '/a' } }],
  ['$eq and another $eq', { $and: [{ [PATH]: '/a' }, { [PATH]: '/b' }] }],
  ['$eqi and $nei', { [PATH]: { $eqi: '/A', $nei: '/a' } }],
  ['$eqi and $ne of every case', { [PATH]: { $eqi: 'a', $notIn: ['a', 'A'] } }],
  ['$in and $notIn', { [PATH]: { $in: ['/a', '/b'], $notIn: ['/b', '/a'] } }],
  ['$notNull and $null', { $and: [{ [PATH]: { $notNull: true } }, { [PATH]: { $null: true } }] }],
  ['$null and $eq', { [PATH]: { $null: true, $eq: '/a' } }],
  ['$lt and $gte', { 'session.durationMs': { $lt: 3, $gte: 3 } }],
  ['$lte and $gt', { 'session.durationMs': { $lte: 3, $gt: 3 } }],
  ['$between and $lt', { 'session.durationMs': { $between: [3, 5], $lt: 3 } }],
  ['$between and all but its only value', { 'screen.width': { $between: [3, 3], $ne: 3 } }],
  ['neighbouring numbers', { 'screen.width': { $gt: 1, $lt: 1 + Number.EPSILON } }],
  ['a number and a text', { $and: [{ [TRAIT]: { $gt: 3 } }, { [TRAIT]: { $startsWith: 'a' } }] }],
  ['a number and a list', { [TRAIT]: { $gt: 3, $size: 2 } }],
  ['dates in the wrong order', { [TRAIT]: { $gt: '2026-03-01', $lt: '2026-03-01T00:00:00.001Z' } }],
  ['a date and a text that is none', { [TRAIT]: { $gt: '2026-03-01', $startsWith: 'b' } }],
  ['yes and no', { $and: [{ 'preferences.saveData': true }, { 'preferences.saveData': false }] }],
  ['known, but neither yes nor no', { 'preferences.saveData': { $notNull: true, $notIn: [true, false] } }],
  ['$contains and $notContains of a part', { [PATH]: { $contains: 'shop', $notContains: 'hop' } }],
  ['$contains and $notContainsi', { [PATH]: { $contains: 'SHOP', $notContainsi: 'shop' } }],
  [
    '$startsWith and another $startsWith',
    { $and: [{ [PATH]: { $startsWith: '/a' } }, { [PATH]: { $startsWith: '/b' } }] },
  ],
  ['$startsWith and $notContains', { [PATH]: { $startsWith: '/shop', $notContains: 'sh' } }],
  ['$startsWithi and $matches', { [PATH]: { $startsWithi: '/SHOP', $matches: '/blog/*' } }],
  ['$endsWith and $endsWithi', { [PATH]: { $endsWith: 'x', $endsWithi: 'Y' } }],
  ['$matches and $matches', { $and: [{ [PATH]: { $matches: 'a*b' } }, { [PATH]: { $matches: '*c' } }] }],
  ['$eq and $matches', { [PATH]: { $eq: '/shop', $matches: '/shop/*' } }],
  ['a text between two pieces that overlap', { [PATH]: { $in: ['aba', 'ab'], $matches: 'ab*ba' } }],
  ['texts longer than any', { [PATH]: { $startsWith: 'a'.repeat(200), $endsWith: 'b'.repeat(200) } }],
  ['$vgt and $vlte', { [VERSION]: { $vgt: '12.4', $vlte: '12.4.0' } }],
  ['$veq and $vne', { [VERSION]: { $veq: '1.2', $vne: '1.2.0' } }],
  ['neighbouring versions', { [VERSION]: { $vgt: '1.2-a', $vlt: '1.2-a.0' } }],
  ['a version before the first', { [VERSION]: { $vlt: '0-0' } }],
  ['a version that is no version', { [VERSION]: { $startsWith: 'x' } }],
  ['$eq and $vgt', { [VERSION]: { $eq: '1.2', $vgt: '1.2' } }],
  ['a version order of a text that is no version', { [PATH]: { $vgte: '1', $startsWith: '/' } }],
  ['$contains and $notContains of a list', { [LIST]: { $contains: 'a', $notContains: 'a' } }],
  ['$all and $notIn', { [LIST]: { $all: ['a', 'b'], $notIn: ['b'] } }],
  ['$all and too small a $size', { [LIST]: { $all: ['a', 'b', 'c'], $size: { $lt: 3 } } }],
  ['$in and an empty list', { [LIST]: { $in: ['a'], $size: 0 } }],
  ['$containsi and no item with such a letter', { [LIST]: { $containsi: 'A', $notIn: ['a', 'A'] } }],
  ['$elemMatch of what excludes itself', { [LIST]: { $elemMatch: { $eq: 'a', $ne: 'a' } } }],
  [
    '$elemMatch and no such item',
    { [LIST]: { $elemMatch: { $in: ['ab', 'ac'] }, $not: { $elemMatch: { $startsWith: 'a' } } } },
  ],
  ['too large a $size', { [LIST]: { $size: { $gt: LIMITS.contextListItems } } }],
  ['interest above all', { 'interests.tv': { $gt: 50 } }],
  ['interest below none', { 'interests.tv': { $lt: 0 } }],
];

/** Conditions that look as if they excluded each other, and do not. */
const POSSIBLE: readonly (readonly [name: string, rule: Rule])[] = [
  ['everyone', {}],
  ['$ne of everything that is named', { [PATH]: { $notIn: ['/a', '/b'] } }],
  ['a negation is true of what is missing', { [PATH]: { $null: true, $ne: '/a' } }],
  ['$eqi and $ne of one case', { [PATH]: { $eqi: 'a', $ne: 'a' } }],
  ['a letter with more than two cases', { [PATH]: { $eqi: 'k', $notIn: ['k', 'K'] } }],
  [
    'a capital that folds to two units',
    { [PATH]: { $containsi: 'i', $notContains: 'i', $not: { $contains: 'I' } } },
  ],
  ['overlapping texts', { [PATH]: { $startsWith: 'abab', $endsWith: 'babc', $notContains: 'ababa' } }],
  ['patterns that leave room', { [PATH]: { $matches: '/*/b/*', $startsWithi: '/A/', $notContains: '/a/' } }],
  ['beginning and end of one text', { [PATH]: { $startsWith: 'a'.repeat(200), $endsWith: 'a'.repeat(200) } }],
  ['both ends of $between', { 'screen.width': { $between: [3, 3] } }],
  ['between two numbers', { 'screen.width': { $gt: 1, $lt: 1 + 2 * Number.EPSILON } }],
  ['the largest number', { [TRAIT]: { $gte: Number.MAX_VALUE } }],
  ['between two versions', { [VERSION]: { $vgt: '12.4', $vlt: '12.4.1' } }],
  ['before a release', { [VERSION]: { $vlt: '12.4', $vgt: '12.3.999' } }],
  ['a version in another spelling', { [VERSION]: { $veq: '1.2', $notIn: ['1.2', '1.2.0', 'v1.2'] } }],
  ['a version order and a beginning', { [VERSION]: { $vgte: '12.4', $startsWith: '12.', $ne: '12.4' } }],
  ['a version order and an end', { [VERSION]: { $vgt: '2', $endsWith: '-beta' } }],
  ['a text that is no version', { [PATH]: { $vne: '1', $notContains: '1' } }],
  ['a moment', { [TRAIT]: { $between: ['2026-03-01', '2026-03-01'] } }],
  [
    'a moment in another spelling',
    { [TRAIT]: { $between: ['2026-03-01', '2026-03-01'], $ne: '2026-03-01' } },
  ],
  ['one item for two needs', { [LIST]: { $containsi: 'A', $in: ['a', 'b'], $size: 1 } }],
  ['one value twice', { [LIST]: { $in: ['a'], $notContains: 'b', $size: 7 } }],
  ['not all of them', { [LIST]: { $contains: 'a', $not: { $all: ['a', 'b'] } } }],
  ['a list of an undeclared fact', { [TRAIT]: { $elemMatch: { $gt: 3, $lt: 5 }, $size: { $lte: 1 } } }],
  ['full interest', { 'interests.tv': { $gte: 1 } }],
];

describe('nobody can match', () => {
  it.each(IMPOSSIBLE)('%s', (_name, rule) => {
    const answer = isSatisfiable(rule, { catalogue });
    expect(answer).toMatchObject({
      answer: 'no',
      reason: { code: expect.stringMatching(/^(never-true|conditions-exclude)$/) },
    });
  });
});

describe('somebody can match', () => {
  it.each(POSSIBLE)('%s', (_name, rule) => {
    const answer = isSatisfiable(rule, { catalogue });
    expect(answer.answer).toBe('yes');
    expect(answer.answer === 'yes' && compileRule(rule, catalogue)(answer.witness)).toBe(true);
  });
});

describe('what the engine guarantees', () => {
  it('without consent nothing stored is known, so a rule that needs both matches nobody', () => {
    const rule = { 'consent.personalization': false, 'session.count': { $gte: 3 } };
    expect(isSatisfiable(rule, { catalogue })).toMatchObject({
      answer: 'no',
      reason: { code: 'needs-consent' },
    });
    expect(isSatisfiable({ 'consent.gpc': true, userId: { $notNull: true } }, { catalogue }).answer).toBe(
      'no',
    );
    expect(isSatisfiable({ 'consent.gpc': true, userId: { $null: true } }, { catalogue }).answer).toBe('yes');
    expect(
      isSatisfiable({ 'consent.personalization': false, 'device.type': 'tv' }, { catalogue }).answer,
    ).toBe('yes');
  });

  it('a witness of stored facts has given consent', () => {
    const answer = isSatisfiable({ 'session.count': 3 }, { catalogue });
    expect(answer).toMatchObject({ witness: { session: { count: 3 }, consent: { personalization: true } } });
  });

  it('a rule without a catalogue promises nothing of its values', () => {
    expect(isSatisfiable({ 'interests.tv': { $gt: 50 } }).answer).toBe('yes');
    expect(isSatisfiable({ 'consent.personalization': false, 'session.count': 3 }).answer).toBe('yes');
  });

  it('what has a value has no parts', () => {
    expect(isSatisfiable({ 'a.b': 1, a: { $notNull: true } }).answer).toBe('no');
    expect(isSatisfiable({ 'a.b': 1, a: { $null: true } }).answer).toBe('yes');
    expect(isSatisfiable({ 'a.b': 1, ab: 1 }).answer).toBe('yes');
  });
});

describe('values that nobody should send', () => {
  it.each<[string, Rule]>([
    ['fewer than no visits', { 'session.count': { $lt: 0 } }],
    ['half a visit', { 'session.count': { $gt: 2, $lt: 3 } }],
    [
      'a device that is on no list',
      { 'device.type': { $notNull: true, $notIn: ['mobile', 'tablet', 'desktop', 'tv', 'bot', 'kiosk'] } },
    ],
    ['a country that is no code', { 'location.country': { $startsWith: 'de' } }],
    ['a place beyond the pole', { 'location.latitude': { $gt: 90 } }],
  ])('are not ruled out, and said to be unexpected: %s', (_name, rule) => {
    const answer = isSatisfiable(rule, { catalogue });
    expect(answer).toMatchObject({ answer: 'cannot-tell', reason: { code: 'unexpected-values-only' } });
    const witness = answer.answer === 'cannot-tell' && 'witness' in answer.reason && answer.reason.witness;
    expect(compileRule(rule, catalogue)(witness)).toBe(true);
  });
});

describe('the conflict', () => {
  const conflictOf = (rule: Rule) => {
    const answer = isSatisfiable(rule, { catalogue });
    return answer.answer === 'no' && answer.reason.code !== 'rule-invalid' ? answer.reason : undefined;
  };

  it('is the smallest part of the rule that excludes itself', () => {
    const rule = {
      'device.type': 'mobile',
      'session.count': { $gte: 5 },
      $or: [{ 'location.country': 'DE' }, { 'location.country': 'AT' }],
      $and: [{ [PATH]: { $startsWith: '/shop' } }, { 'session.count': { $lt: 3 } }],
    };
    expect(conflictOf(rule)).toMatchObject({
      code: 'conditions-exclude',
      attributes: ['session.count'],
      parts: [
        { kind: 'condition', operator: '$gte', operand: 5 },
        { kind: 'condition', operator: '$lt', operand: 3 },
      ],
    });
  });

  it('can run through several attributes', () => {
    const rule = {
      $or: [{ 'location.country': 'DE' }, { 'device.type': 'tv' }],
      'location.country': 'AT',
      'device.type': { $ne: 'tv' },
      userId: 'x',
    };
    expect(conflictOf(rule)?.attributes).toEqual(['location.country', 'device.type']);
    expect(conflictOf(rule)?.parts).toHaveLength(3);
  });

  it('of an invalid rule is its invalidity', () => {
    expect(isSatisfiable({ nothing: 1 }, { catalogue })).toEqual({
      answer: 'no',
      reason: { code: 'rule-invalid' },
    });
  });
});

describe('where it cannot tell', () => {
  it.each<[string, Rule, string]>([
    [
      'a pattern that no version of that order fits',
      { [PATH]: { $vlte: '1.2', $startsWith: '5', $contains: 'DE' } },
      'text-and-order',
    ],
    ['the Greek sigma', { [PATH]: { $containsi: 'σ', $notContains: 'σ' } }, 'letter-case'],
    [
      'a version beyond the longest',
      { [VERSION]: { $vgt: `1-${'a'.repeat(62)}`, $vlt: `1-${'a'.repeat(61)}b` } },
      'version-too-long',
    ],
  ])('it says why: %s', (_name, rule, cause) => {
    expect(isSatisfiable(rule, { catalogue })).toEqual({
      answer: 'cannot-tell',
      reason: { code: 'undecided', cause },
    });
  });

  it('it ends after the steps that it is given, and says so', () => {
    const budget = { left: 3 };
    const rule = { $and: [{ $or: [{ [PATH]: '/a' }, { [PATH]: '/b' }] }, { [PATH]: { $matches: '*c*' } }] };
    expect(isSatisfiable(rule, { catalogue, budget })).toMatchObject({ reason: { cause: 'too-many-steps' } });
  });
});

describe('a rule of as many conditions as there may be', () => {
  const count = LIMITS.ruleConditions;
  const steps = (rule: Rule): { readonly answer: string; readonly steps: number } => {
    const budget = { left: LIMITS.ruleAnalysisSteps };
    const { answer } = isSatisfiable(rule, { catalogue, budget });
    return { answer, steps: LIMITS.ruleAnalysisSteps - budget.left };
  };
  const each = <T>(length: number, make: (index: number) => T): T[] =>
    Array.from({ length }, (_, index) => make(index));

  it.each<[string, Rule, string]>([
    [
      'alternatives of different attributes, and one conflict',
      {
        $and: [
          ...each(30, (i) => ({ $or: [{ [`traits.a${i}`]: 1 }, { [`traits.b${i}`]: 2 }] })),
          { [PATH]: '/a' },
          { [PATH]: '/b' },
        ],
      },
      'no',
    ],
    [
      'alternatives of one attribute',
      {
        $and: each(count / 2, (i) => ({
          $or: [{ [PATH]: { $contains: `a${i}` } }, { [PATH]: { $startsWith: `b${i}` } }],
        })),
      },
      'yes',
    ],
    [
      'a long list of values',
      { $or: each(count, (i) => ({ [TRAIT]: { $in: [i, i + 1], $ne: i } })).slice(0, count / 2) },
      'yes',
    ],
  ])('is decided: %s', (_name, rule, expected) => {
    const { answer, steps: taken } = steps(rule);
    expect(answer).toBe(expected);
    expect(taken).toBeLessThan(LIMITS.ruleAnalysisSteps);
  });

  it('five pigeons in four holes and texts without end stop at the bound', () => {
    const pigeons = {
      $and: [
        ...each(5, (p) => ({ $or: each(4, (h) => ({ [`traits.p${p}`]: `hole${h}` })) })),
        ...each(22, (i) => ({
          $or: [
            { [`traits.p${i % 5}`]: { $ne: `hole${i % 4}` } },
            { [`traits.p${(i + 1 + (i % 3)) % 5}`]: { $ne: `hole${i % 4}` } },
          ],
        })),
      ],
    };
    const texts = {
      $and: each(count, (i) => ({
        [PATH]: { [i % 2 === 0 ? '$containsi' : '$notContains']: `${'seg'.repeat(i % 5)}${i}` },
      })),
    };
    for (const rule of [pigeons, texts]) {
      const { answer, steps: taken } = steps(rule);
      expect(['yes', 'no', 'cannot-tell']).toContain(answer);
      expect(taken).toBeLessThanOrEqual(LIMITS.ruleAnalysisSteps + count * count);
    }
  });
});
