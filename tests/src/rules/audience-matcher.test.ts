import { ATTRIBUTE_CATALOGUE } from '../../../src/context/attribute-catalogue';
import { compileAudiences } from '../../../src/rules/audience-matcher';

const audiences = compileAudiences(
  [
    { code: 'german', name: 'German speakers', rule: { locale: { $startsWith: 'de' } } },
    { code: 'future', name: 'From a newer version', rule: { locale: { $soundsLike: 'de' } } },
    { code: 'tv', name: 'Television fans', rule: { 'interests.tv': { $gte: 0.5 } } },
    { code: 'all', name: 'Everyone', rule: {} },
  ],
  ATTRIBUTE_CATALOGUE,
);

describe('the audiences of a manifest', () => {
  it('match in their order', () => {
    expect(audiences.match({ locale: 'de-AT' }, new Map([['tv', 0.65]]))).toEqual(['german', 'tv', 'all']);
    expect(audiences.match({})).toEqual(['all']);
    expect(audiences.match(null)).toEqual(['all']);
  });

  it('read interests from what was computed, not from the context', () => {
    expect(audiences.match({ interests: { tv: 1 } }, new Map())).toEqual(['all']);
    expect(audiences.match({ interests: { tv: 1 } })).toEqual(['tv', 'all']);
  });

  it('are found one by one', () => {
    expect(audiences.matcher('german')?.({ locale: 'de' })).toBe(true);
    expect(audiences.matcher('nobody')).toBeUndefined();
  });

  it('that are not valid match nobody and are named', () => {
    expect(audiences.matcher('future')?.({ locale: 'de' })).toBe(false);
    expect(audiences.invalid).toMatchObject([{ code: 'future', issues: [{ code: 'operator-unknown' }] }]);
  });
});
