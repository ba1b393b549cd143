import { ATTRIBUTE_CATALOGUE } from '../../../src/context/attribute-catalogue';
import { findDeclaration } from '../../../src/context/find-declaration';
import { parseInstant } from '../../../src/context/iso-instant';
import { readAttribute } from '../../../src/context/read-attribute';
import { compareVersions, parseVersion } from '../../../src/context/version-number';

describe('the catalogue', () => {
  it.each([
    ['location.country', 'location.country'],
    ['interests.tv', 'interests.*'],
    ['history.purchase.daysSince', 'history.*.daysSince'],
    ['history.tag.tv.views7d', 'history.tag.*.views7d'],
    ['history.tag.count', 'history.*.count'],
    ['history.seen.count', 'history.seen.*'],
    ['page.query.size', 'page.query.*'],
    ['interests.*', 'interests.*'],
    ['location', undefined],
    ['location.country.code', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('finds %p as %p', (path, declared) => {
    expect(findDeclaration(ATTRIBUTE_CATALOGUE, path)?.path).toBe(declared);
  });

  it('says that exactly what a device or a system keeps is stored', () => {
    const stored = ATTRIBUTE_CATALOGUE.filter(({ consent }) => consent === 'stored').map(({ path }) => path);
    expect(stored.sort()).toEqual([
      'audiences',
      'firstTouch.campaign',
      'firstTouch.referrer',
      'history.*.count',
      'history.*.daysSince',
      'history.seen.*',
      'history.tag.*.views7d',
      'session.count',
      'session.isReturning',
      'traits.*',
      'userId',
    ]);
  });
});

describe('reading an attribute', () => {
  it('finds own properties at any depth', () =>
    expect(readAttribute({ a: { b: { c: 0 } } }, 'a.b.c')).toBe(0));
  it('finds nothing that is inherited, in lists or in text', () => {
    expect(readAttribute({}, 'constructor')).toBeUndefined();
    expect(readAttribute({ a: ['x'] }, 'a.length')).toBeUndefined();
    expect(readAttribute({ a: 'x' }, 'a.length')).toBeUndefined();
    expect(readAttribute(undefined, 'a')).toBeUndefined();
  });
});

describe('dates', () => {
  it.each<[string, number | undefined]>([
    ['1970-01-02', 86_400_000],
    ['1970-01-01T00:00', 0],
    ['1970-01-01T00:00:01.5Z', 1_500],
    ['1970-01-01T01:00:00+01:00', 0],
    ['1969-12-31T19:00:00-05:00', 0],
    ['2024-02-29', 1_709_164_800_000],
    ['2023-02-29', undefined],
    ['2026-13-01', undefined],
    ['2026-01-01T24:00:00Z', undefined],
    ['2026-01-01 10:00', undefined],
    ['20260101', undefined],
    ['', undefined],
  ])('%p is %p', (text, instant) => expect(parseInstant(text)).toBe(instant));
});

describe('versions', () => {
  it('are ordered by their numbers, pre-releases first (Semantic Versioning 2.0, section 11)', () => {
    const ascending = [
      ...['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11'],
      ...['1.0.0-rc.1', '1.0.0', '1.0.1', '1.2', '1.10', '2', '126.0.6478.127'],
    ];
    const compare = (left: string, right: string): number => {
      const [first, second] = [parseVersion(left), parseVersion(right)];
      if (!first || !second) throw new Error('no version');
      return Math.sign(compareVersions(first, second));
    };
    for (const [index, left] of ascending.entries()) {
      for (const [other, right] of ascending.entries())
        expect(compare(left, right)).toBe(Math.sign(index - other));
    }
    expect(compare('v1.2.0+build', '1.2')).toBe(0);
  });

  it('are not just any text', () => {
    for (const text of ['', 'latest', '1.', '.1', '1.2.3.4.5.6.7', '1'.repeat(65), '1.2 beta']) {
      expect(parseVersion(text)).toBeUndefined();
    }
  });
});
