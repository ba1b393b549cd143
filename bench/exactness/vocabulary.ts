import type { AttributeDeclaration, AttributeType, ConsentClass } from '../../src/context/attributes';

/** An attribute that rules ask about and contexts have. */
export interface FuzzAttribute {
  readonly path: string;
  readonly type: AttributeType;
  /** Closed set of values, where the catalogue has one. */
  readonly values?: readonly string[];
  /** Built in, or declared by this imaginary project. */
  readonly declared?: ConsentClass;
}

/** Every type, both consent classes, computed interests, closed sets, nested paths, and names that objects inherit. */
export const FUZZ: readonly FuzzAttribute[] = [
  { path: 'traits.text', type: 'string', declared: 'stored' },
  { path: 'traits.count', type: 'number', declared: 'stored' },
  { path: 'traits.flag', type: 'boolean', declared: 'stored' },
  { path: 'traits.day', type: 'date', declared: 'stored' },
  { path: 'traits.version', type: 'version', declared: 'stored' },
  { path: 'traits.tags', type: 'string-list', declared: 'stored' },
  { path: 'traits.free', type: 'any' },
  { path: 'traits.other', type: 'any' },
  { path: 'shop.basket', type: 'number', declared: 'request' },
  { path: 'shop.labels', type: 'string-list', declared: 'request' },
  { path: 'shop.opened', type: 'date', declared: 'request' },
  { path: 'toString', type: 'string', declared: 'request' },
  { path: 'traits.hasOwnProperty', type: 'string', declared: 'request' },
  { path: 'page.path', type: 'string' },
  { path: 'app.version', type: 'version' },
  { path: 'device.type', type: 'string', values: ['mobile', 'tablet', 'desktop'] },
  { path: 'session.count', type: 'number' },
  { path: 'session.isReturning', type: 'boolean' },
  { path: 'preferences.saveData', type: 'boolean' },
  { path: 'audiences', type: 'string-list' },
  { path: 'history.order.count', type: 'number' },
  { path: 'interests.tv', type: 'number' },
  { path: 'interests.hiking', type: 'number' },
];

/** What the project of the fuzzed rules declares. */
export const FUZZ_ATTRIBUTES: readonly AttributeDeclaration[] = FUZZ.flatMap(({ path, type, declared }) =>
  declared === undefined ? [] : [{ path, type, consent: declared }],
);

/** Values that rules and contexts draw from. */
export interface Words {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
  readonly days: readonly string[];
  readonly versions: readonly string[];
}

/** Few values, so that random rules and contexts meet, and among them those that folding, parsing and order trip over. */
export const FEW: Words = {
  texts: ['a', 'A', 'ab', 'ba', 'abc', 'DE', '5', 'strasse', 'STRASSE', 'Straße', 'İ', 'i̇', '/a/b', '*'],
  numbers: [0, 1, 2, 5, -1, 0.5, 0.1 + 0.2, 0.3, 1e21, -0.5],
  days: [
    '2026-03-01',
    '2026-03-01T00:00:00Z',
    '2026-03-01T12:00:00',
    '2026-03-02T00:00:00+02:00',
    '2025-12-31',
    '0100-01-01',
  ],
  versions: ['1', '1.2', '1.2.0', 'v1.2', '1.10.0-beta.2', '1.10.0', '2.0', '120.0.6099.71'],
};

const range = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Many values, so that a rule takes few visitors, as rules of real projects do. */
export const MANY: Words = {
  texts: range(300, (index) => `${'abcdefghij'[index % 10]}${index}`),
  numbers: range(200, (index) => index / 2),
  days: range(300, (index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)),
  versions: range(100, (index) => `${index % 10}.${Math.floor(index / 10)}.0`),
};
