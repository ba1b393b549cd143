import type { Rule } from '../../../src/model/rule';
import { compileRule } from '../../../src/rules/compile';
import { describeRule } from '../../../src/rules/describe';
import { explainRule } from '../../../src/rules/explain';
import { validateRule } from '../../../src/rules/validate';

const matches = (rule: unknown, context: unknown): boolean => compileRule(rule as Rule)(context);

const nested = (depth: number, innermost: unknown): unknown => {
  let rule = innermost;
  for (let level = 0; level < depth; level += 1) rule = { $not: rule };
  return rule;
};

describe('what broke other rule engines does not break this one', () => {
  it('an object with own toString and valueOf is no value', () => {
    const context = { a: { toString: 1, valueOf: 1 } };
    for (const condition of [{ $eq: 'x' }, { $lt: 5 }, { $contains: 'x' }, { $in: ['x'] }, { $vgt: '1' }]) {
      expect(matches({ a: condition }, context)).toBe(false);
    }
  });

  it('a missing attribute is not below 18', () => expect(matches({ age: { $lt: 18 } }, {})).toBe(false));

  it('a missing attribute equals neither 0 nor "null"', () => {
    expect(matches({ a: 0 }, {})).toBe(false);
    expect(matches({ a: 'null' }, {})).toBe(false);
  });

  it('an empty text is not below 18', () => {
    const number = [{ path: 'age', type: 'number', consent: 'request' }] as const;
    expect(compileRule({ age: { $lt: 18 } }, number)({ age: '' })).toBe(false);
  });

  it('an inherited constructor does not exist', () => {
    expect(matches({ a: { $notNull: true } }, Object.create({ a: 1 }))).toBe(false);
    expect(matches({ hasOwnProperty: { $exists: true } }, {})).toBe(false);
  });

  it('a path through a constructor is refused', () => {
    expect(validateRule({ 'constructor.name': 'Object' })).toMatchObject({
      error: [{ code: 'key-forbidden' }],
    });
    expect(validateRule(JSON.parse('{"a":{"__proto__":{"b":1}}}'))).toMatchObject({
      error: [{ code: 'key-forbidden' }],
    });
  });

  it('a list of one is not its item', () => expect(matches({ a: 5 }, { a: [5] })).toBe(false));

  it('an unknown operator inside $not does not fail open', () => {
    expect(matches({ $not: { a: { $near: 1 } } }, { a: 1 })).toBe(false);
    expect(matches({ $or: [{ $not: { a: { $near: 1 } } }, { a: 1 }] }, { a: 1 })).toBe(false);
  });

  it('a negation of garbage is the exact negation of its positive', () => {
    for (const value of [undefined, null, {}, [], 'x', Number.NaN]) {
      expect(matches({ a: { $ne: 5 } }, { a: value })).toBe(!matches({ a: { $eq: 5 } }, { a: value }));
    }
  });

  it('a rule of 20,000 levels is refused, not followed', () => {
    const deep = nested(20_000, { a: 1 });
    expect(validateRule(deep)).toMatchObject({ ok: false, error: [{ code: 'rule-too-deep' }] });
    expect(matches(deep, { a: 1 })).toBe(false);
    expect(explainRule(deep as Rule, {}).matched).toBe(false);
    expect(describeRule(deep as Rule, 'de')).toContain('ungültig');
  });

  it('the pieces of a pattern do not overlap', () => {
    expect(matches({ a: { $matches: '*ab*ba*' } }, { a: 'aba' })).toBe(false);
    expect(matches({ a: { $matches: '*ab*ba*' } }, { a: 'abba' })).toBe(true);
    expect(matches({ a: { $matches: '*ab*ba' } }, { a: 'aba' })).toBe(false);
  });

  it('a pattern takes linear time, and regular expressions are only text', () => {
    const text = `${'a'.repeat(255)}!`;
    const rule = compileRule({ a: { $matches: '*a*a*a*a*a*a*a*b' } });
    // No clock: trying every way to split 255 letters over seven stars would outlast any time limit of a test.
    for (let run = 0; run < 100; run += 1) expect(rule({ a: text })).toBe(false);
    expect(matches({ a: { $matches: '^(a+)+$' } }, { a: 'aaaa' })).toBe(false);
  });

  it('a pattern may be called constructor', () => {
    expect(matches({ a: { $matches: 'constructor' } }, { a: 'constructor' })).toBe(true);
  });
});

describe('a rule is total', () => {
  const hostile: [string, unknown][] = [
    ['null', null],
    ['a number', 5],
    ['text', 'a'],
    ['a list', [{ a: 1 }]],
    ['a function', () => 1],
    [
      'a throwing getter',
      {
        get a() {
          throw new Error('hostile');
        },
      },
    ],
    [
      'a revoked proxy',
      (() => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      })(),
    ],
    [
      'a proxy value that throws',
      {
        a: new Proxy([], {
          get() {
            throw new Error('hostile');
          },
        }),
      },
    ],
  ];

  it.each(hostile)('over a context that is %s', (_name, context) => {
    expect(matches({ a: 1 }, context)).toBe(false);
    expect(matches({ a: { $ne: 1 } }, context)).toBe(true);
    expect(explainRule({ a: { $in: [1] } }, context).matched).toBe(false);
  });

  it('over itself: a context that contains itself', () => {
    const context: Record<string, unknown> = {};
    context['a'] = context;
    expect(matches({ 'a.a.a.a.a.a': { $notNull: true } }, context)).toBe(false);
  });

  it('and too many keys are refused with a bounded number of issues', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`a${index}`, { $bad: 1 }]),
    );
    const stored = validateRule(wide);
    expect(stored.ok ? 0 : stored.error.length).toBe(20);
    expect(validateRule({ $or: Array.from({ length: 100_000 }, () => ({})) })).toMatchObject({
      error: [{ code: 'rule-too-large' }],
    });
  });
});
