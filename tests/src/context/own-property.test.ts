import { ATTRIBUTE_CATALOGUE } from '../../../src/context/attribute-catalogue';
import { propertyReader } from '../../../src/context/own-property';
import { readAttribute } from '../../../src/context/read-attribute';

/** Every path of the catalogue, and more traits than have a place of their own. */
const PATHS = [
  ...ATTRIBUTE_CATALOGUE.map(({ path }) => path.replaceAll('*', 'anything')),
  ...Array.from({ length: 20 }, (_, at) => `traits.trait${at}`),
  'consent',
  'interests.visit',
];

const PROPERTIES = PATHS.map((path) => {
  const segments = path.split('.');
  const key = segments.at(-1)!;
  return { path, key, read: propertyReader(segments.slice(0, -1), key) };
});

/** What each reader makes of a record, by path. */
const readings = (recordWith: (key: string) => object): Record<string, unknown> =>
  Object.fromEntries(PROPERTIES.map(({ path, key, read }) => [path, read(recordWith(key) as never)]));

const everywhere = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(PATHS.map((path) => [path, value]));

describe('the reader of a property', () => {
  test('reads it under its own name and no other', () => {
    expect(readings((key) => ({ [key]: 'value', other: 'x' }))).toEqual(everywhere('value'));
    expect(readings((key) => ({ [`${key}!`]: 'value' }))).toEqual(everywhere(undefined));
  });

  test('reads it from a record without a prototype', () => {
    const bare = (key: string) => Object.assign(Object.create(null) as object, { [key]: 'value' });
    expect(readings(bare)).toEqual(everywhere('value'));
  });

  test('reads nothing that is inherited', () => {
    const value = (key: string) => ({ [key]: 'inherited' });
    expect(readings((key) => Object.create(value(key)) as object)).toEqual(everywhere(undefined));
    expect(readings((key) => Object.create(Object.create(value(key)) as object) as object)).toEqual(
      everywhere(undefined),
    );
  });

  test('reads nothing that all objects were given, and still what is its own', () => {
    for (const { path, key, read } of PROPERTIES) {
      Object.defineProperty(Object.prototype, key, { value: 'polluted', configurable: true });
      try {
        const own = JSON.parse(`{ ${JSON.stringify(key)}: "own" }`) as never;
        expect([path, read({}), read({ other: 'x' }), read(own)]).toEqual([
          path,
          undefined,
          undefined,
          'own',
        ]);
      } finally {
        Reflect.deleteProperty(Object.prototype, key);
      }
    }
  });

  test('is not deceived by a key that is called like the prototype', () => {
    expect(readings((key) => JSON.parse(`{ "__proto__": { "${key}": "nested" } }`) as object)).toEqual(
      everywhere(undefined),
    );
    expect(readings((key) => JSON.parse(`{ "__proto__": { "x": 1 }, "${key}": "own" }`) as object)).toEqual(
      everywhere('own'),
    );
  });

  test('is the one that a dotted path is read with', () => {
    for (const path of PATHS) {
      const context = path.split('.').reduceRight<unknown>((value, key) => ({ [key]: value }), 'deep');
      expect([path, readAttribute(context, path)]).toEqual([path, 'deep']);
      expect([path, readAttribute(Object.create(context as object), path)]).toEqual([path, undefined]);
    }
  });
});
