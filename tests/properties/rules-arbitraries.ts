import fc from 'fast-check';
import type { AttributeDeclaration, AttributeType } from '../../src/context/attributes';
import type { Rule } from '../../src/model/rule';

/** Few attributes and few values, so that random rules and contexts meet. */
const TYPES: readonly (readonly [path: string, type: AttributeType])[] = [
  ['text', 'string'],
  ['count', 'number'],
  ['flag', 'boolean'],
  ['day', 'date'],
  ['app.version', 'version'],
  ['tags', 'string-list'],
  ['interests.tv', 'number'],
  ['traits.odd', 'any'],
  ['toString', 'string'],
];

export const CATALOGUE: readonly AttributeDeclaration[] = TYPES.map(([path, type]) => ({
  path,
  type,
  consent: 'request',
}));

const texts = fc.constantFrom('a', 'A', 'ab', 'ba', 'abc', 'DE', '5');
const numbers = fc.constantFrom(0, 1, 2, 5, -1, 0.5);
const days = fc.constantFrom('2026-03-01', '2026-03-01T12:00:00Z', '2026-03-02T00:00:00+02:00', '2025-12-31');
const versions = fc.constantFrom('1', '1.2', '1.2.0', '1.10.0-beta.2', '2.0');
const scalars: Record<AttributeType, fc.Arbitrary<string | number | boolean>> = {
  string: texts,
  number: numbers,
  boolean: fc.boolean(),
  date: days,
  version: versions,
  'string-list': texts,
  any: fc.oneof(texts, numbers, fc.boolean(), days),
};

const some = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { minLength: 1, maxLength: 3 });
const operator = (names: readonly string[], operand: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.tuple(fc.constantFrom(...names), operand).map(([name, value]) => ({ [name]: value }));

const EQUALITY = ['$eq', '$ne'];
const MEMBERSHIP = ['$in', '$notIn', '$nin'];
const ORDER = ['$lt', '$lte', '$gt', '$gte'];
const TEXT = ['$eqi', '$nei', '$contains', '$containsi', '$notContains', '$notContainsi'].concat(
  ...['$startsWith', '$startsWithi', '$endsWith', '$endsWithi', '$matches'],
);
const LIST_TEXT = ['$contains', '$containsi', '$notContains', '$notContainsi'];
const VERSION = ['$veq', '$vne', '$vgt', '$vgte', '$vlt', '$vlte'];

const patterns = fc
  .array(fc.constantFrom('a', 'b', '*'), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''));
const presence = operator(['$null', '$notNull', '$exists'], fc.boolean());
const range = (bounds: fc.Arbitrary<string | number>): fc.Arbitrary<object> =>
  bounds.map((bound) => ({ $between: [bound, bound] }));
const listOperators = fc.oneof(
  operator(['$all'], some(texts)),
  operator(['$size'], fc.oneof(fc.nat(3), fc.constant({ $gte: 1, $lt: 3 }))),
  operator(['$elemMatch'], fc.constantFrom({ $eq: 'a' }, { $startsWith: 'a', $ne: 'ab' })),
);

const conditions: Record<AttributeType, fc.Arbitrary<unknown>> = {
  string: fc.oneof(
    texts,
    operator(EQUALITY, texts),
    operator(MEMBERSHIP, some(texts)),
    operator(TEXT, texts),
    operator(['$matches'], patterns),
    operator(VERSION, versions),
    presence,
  ),
  number: fc.oneof(
    numbers,
    operator([...EQUALITY, ...ORDER], numbers),
    operator(MEMBERSHIP, some(numbers)),
    range(numbers),
    presence,
  ),
  boolean: fc.oneof(fc.boolean(), operator(EQUALITY, fc.boolean()), presence),
  date: fc.oneof(
    operator([...EQUALITY, ...ORDER], days),
    operator(MEMBERSHIP, some(days)),
    range(days),
    presence,
  ),
  version: fc.oneof(operator(EQUALITY, fc.oneof(versions, texts)), operator(VERSION, versions), presence),
  'string-list': fc.oneof(
    operator(MEMBERSHIP, some(texts)),
    operator(LIST_TEXT, texts),
    listOperators,
    presence,
  ),
  any: fc.oneof(
    scalars.any,
    operator(EQUALITY, scalars.any),
    operator(ORDER, fc.oneof(numbers, days)),
    operator(TEXT, texts),
    listOperators,
    presence,
  ),
};

const condition: fc.Arbitrary<Rule> = fc
  .constantFrom(...TYPES)
  .chain(([path, type]) => conditions[type].map((value): Rule => ({ [path]: value })));

const list = (rules: fc.Arbitrary<unknown>): fc.Arbitrary<unknown[]> =>
  fc.array(rules, { minLength: 1, maxLength: 3 });

/** Rules that are valid with {@link CATALOGUE} and without. */
export const validRules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule; group: Rule }>((tie) => ({
  rule: fc.oneof({ maxDepth: 4, withCrossShrink: true }, condition, tie('group')),
  group: fc.oneof(
    list(tie('rule')).map((rules) => ({ $and: rules as Rule[] })),
    list(tie('rule')).map((rules) => ({ $or: rules as Rule[] })),
    list(tie('rule')).map((rules) => ({ $nor: rules })),
    tie('rule').map((rule) => ({ $not: rule })),
  ),
})).rule;

const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'prototype',
  'hasOwnProperty',
  'length',
  'app',
  'version',
  'text',
  'tags',
  'traits',
];
const contextKeys = fc.oneof(
  fc.constantFrom(
    ...KEYS,
    'odd',
    'count',
    'flag',
    'day',
    'interests',
    'history',
    'page',
    'session',
    'consent',
    'unit',
    'country',
  ),
  fc.string({ maxLength: 5 }),
);

/** Any JSON, with keys that have broken others more often than chance would have it. `__proto__` is an own key, as of `JSON.parse`. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(scalars.any, texts, versions, fc.constant(null), fc.double(), fc.string({ maxLength: 8 })),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(contextKeys, tie('value')), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries) as unknown),
})).value;

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: anyJson });

/** Contexts with the attributes of {@link CATALOGUE}, some missing, some of a wrong type. */
export const contexts: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        text: maybe(texts),
        count: maybe(fc.oneof(numbers, fc.constantFrom('1', '5', '', 'x'))),
        flag: maybe(fc.boolean()),
        day: maybe(days),
        app: maybe(fc.record({ version: maybe(versions) })),
        tags: maybe(fc.array(texts, { maxLength: 3 })),
        interests: maybe(fc.record({ tv: maybe(numbers) })),
        traits: maybe(fc.record({ odd: maybe(fc.oneof(scalars.any, fc.array(texts, { maxLength: 3 }))) })),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: anyJson },
);
