import { ATTRIBUTE_CATALOGUE } from '../../../src/context/attribute-catalogue';
import { compileAudiences } from '../../../src/rules/audience-matcher';
import type { Reading } from '../../../src/rules/reading';

const audiences = compileAudiences(
  [
    { code: 'german', name: 'German speakers', rule: { locale: { $startsWith: 'de' } } },
    { code: 'future', name: 'From a newer version', rule: { locale: { $soundsLike: 'de' } } },
    { code: 'tv', name: 'Television fans', rule: { 'interests.tv': { $gte: 0.5 } } },
    { code: 'all', name: 'Everyone', rule: {} },
  ],
  ATTRIBUTE_CATALOGUE,
);

const reading = (context: unknown, interests?: ReadonlyMap<string, number>): Reading => ({
  context,
  consent: true,
  ...(interests && { interests }),
});

describe('the audiences of a manifest', () => {
  it('match in their order', () => {
    expect(audiences.match(reading({ locale: 'de-AT' }, new Map([['tv', 0.65]])))).toEqual([
      'german',
      'tv',
      'all',
    ]);
    expect(audiences.match(reading({}))).toEqual(['all']);
    expect(audiences.match(reading(null))).toEqual(['all']);
  });

  it('read interests from what was computed, not from the context', () => {
    expect(audiences.match(reading({ interests: { tv: 1 } }, new Map()))).toEqual(['all']);
    expect(audiences.match(reading({ interests: { tv: 1 } }))).toEqual(['tv', 'all']);
  });

  it('are found one by one', () => {
    expect(audiences.matches(reading({ locale: 'de' }), 'german')).toBe(true);
    expect(audiences.matches(reading({ locale: 'fr' }), 'german')).toBe(false);
    expect(audiences.matches(reading({}), 'nobody')).toBe(false);
  });

  it('that are not valid match nobody and are named', () => {
    expect(audiences.matches(reading({ locale: 'de' }), 'future')).toBe(false);
    expect(audiences.invalid).toMatchObject([{ code: 'future', issues: [{ code: 'operator-unknown' }] }]);
  });
});
