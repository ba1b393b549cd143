import { ATTRIBUTE_CATALOGUE } from '../../../src/context/attribute-catalogue';
import type { Rule } from '../../../src/model/rule';
import { describeRule } from '../../../src/rules/describe';
import { WORDING_DE } from '../../../src/rules/wording/wording-de';
import { WORDING_EN } from '../../../src/rules/wording/wording-en';

const SENTENCES: [Rule, string, string][] = [
  [{}, 'Everyone', 'Alle Besucher'],
  [
    { 'location.country': { $in: ['DE', 'AT'] }, 'session.count': { $gte: 3 } },
    'Country is Germany or Austria, and at least 3 visits',
    'Land ist Deutschland oder Österreich, und mindestens 3 Besuche',
  ],
  [{ 'session.count': 1 }, 'Exactly 1 visit', 'Genau 1 Besuch'],
  [
    { 'location.country': { $ne: 'DE' } },
    'Country is not Germany (also when unknown)',
    'Land ist nicht Deutschland (auch wenn unbekannt)',
  ],
  [
    { $not: { 'device.type': 'mobile' } },
    'Device is not phone (also when unknown)',
    'Gerät ist nicht Smartphone (auch wenn unbekannt)',
  ],
  [{ $not: { 'device.type': { $ne: 'mobile' } } }, 'Device is phone', 'Gerät ist Smartphone'],
  [
    { $nor: [{ 'device.type': 'mobile' }, { 'browser.name': 'Chrome' }] },
    'The following does not apply (also when unknown): (device is phone, or browser is “Chrome”)',
    'Folgendes trifft nicht zu (auch wenn unbekannt): (Gerät ist Smartphone, oder Browser ist „Chrome“)',
  ],
  [{ 'session.isReturning': true }, 'Returning visitor: yes', 'Wiederkehrender Besucher: ja'],
  [
    { 'session.isReturning': { $ne: true } },
    'Returning visitor: no (also when unknown)',
    'Wiederkehrender Besucher: nein (auch wenn unbekannt)',
  ],
  [
    { 'interests.tv': { $gte: 0.6 } },
    'Interest in “tv” is at least 60%',
    'Interesse an „tv“ ist mindestens 60\u00a0%',
  ],
  [
    { 'history.purchase.daysSince': { $lte: 7 }, 'history.seen.x1': { $lt: 3 } },
    'At most 7 days since “purchase”, and fewer than 3 times seen “x1”',
    'Höchstens 7 Tage seit „purchase“, und weniger als 3 Mal „x1“ gesehen',
  ],
  [
    { 'history.tag.tv.views7d': { $between: [1, 4] } },
    '1 to 4 views of “tv” in 7 days',
    '1 bis 4 Aufrufe zu „tv“ in 7 Tagen',
  ],
  [
    {
      $or: [
        { locale: 'de' },
        { $and: [{ 'traits.born': { $gte: '2026-03-01' } }, { 'app.version': { $vgte: '12.1' } }] },
      ],
    },
    'Language is German, or (born is on or after 1 March 2026, and app version is 12.1 or newer)',
    'Sprache ist Deutsch, oder (born liegt frühestens am 1. März 2026, und App-Version ist 12.1 oder neuer)',
  ],
  [
    { audiences: { $elemMatch: { $startsWith: 'a', $ne: 'ab' } } },
    'External audience list has an entry for which this applies: (the entry starts with “a”, and the entry is not “ab”)',
    'Externe Besuchergruppenliste hat einen Eintrag, für den gilt: (der Eintrag beginnt mit „a“, und der Eintrag ist nicht „ab“)',
  ],
  [
    { audiences: { $size: { $gte: 2 } } },
    'External audience list has at least 2 entries',
    'Externe Besuchergruppenliste hat mindestens 2 Einträge',
  ],
  [
    { 'page.path': { $matches: '/tv/*' } },
    'Page path matches the pattern “/tv/*”',
    'Seitenpfad entspricht dem Muster „/tv/*“',
  ],
  [
    { audiences: { $in: ['a', 'b'] } },
    'External audience list contains “a” or “b”',
    'Externe Besuchergruppenliste enthält „a“ oder „b“',
  ],
  [
    { audiences: { $nin: ['a', 'b'] } },
    'External audience list does not contain “a” or “b” (also when unknown)',
    'Externe Besuchergruppenliste enthält nicht „a“ oder „b“ (auch wenn unbekannt)',
  ],
  [{ locale: { $startsWith: 'de' } }, 'Language starts with “de”', 'Sprache beginnt mit „de“'],
  [
    { locale: { $eqi: 'DE' } },
    'Language is German (in any case)',
    'Sprache ist Deutsch (Groß- und Kleinschreibung egal)',
  ],
  [{ 'session.isReturning': null }, 'Returning visitor: unknown', 'Wiederkehrender Besucher: unbekannt'],
  [{ 'consent.gpc': { $exists: true } }, 'Global Privacy Control: known', 'Global Privacy Control: bekannt'],
  [
    { 'os.version': { $vlt: '17' } },
    'Operating system version is older than 17',
    'Betriebssystemversion ist älter als 17',
  ],
  [{ 'campaign.name': null }, 'Campaign is unknown', 'Kampagne ist unbekannt'],
  [{ 'location.country': '??' }, 'Country is “??”', 'Land ist „??“'],
];

describe('a rule is told as a sentence', () => {
  it.each(SENTENCES)('%j', (rule, english, german) => {
    expect(describeRule(rule, 'en')).toBe(english);
    expect(describeRule(rule, 'de')).toBe(german);
  });

  it('with dates as people say them, where the catalogue declares a date', () => {
    const catalogue = [{ path: 'traits.since', type: 'date', consent: 'stored' } as const];
    const told = (rule: Rule) => describeRule(rule, 'de', { catalogue });
    expect(told({ 'traits.since': '2026-03-01' })).toBe('Since ist der 1. März 2026');
    expect(told({ 'traits.since': { $between: ['2026-01-01', '2026-02-01'] } })).toBe(
      'Since liegt zwischen dem 1. Januar 2026 und dem 1. Februar 2026',
    );
  });

  it('with the names that the project gives', () => {
    const names = {
      codeName: (pattern: string, code: string) =>
        pattern === 'interests.*' ? `${code} (topic)` : undefined,
      attributeLabel: (path: string) => (path === 'traits.plan' ? 'subscription' : undefined),
      valueName: (_path: string, value: unknown) => (value === 'gold' ? 'Gold plan' : undefined),
    };
    expect(
      describeRule({ 'interests.tv': { $gt: 0 }, 'traits.plan': { $in: ['gold', 'basic'] } }, 'en', names),
    ).toBe('Interest in “tv (topic)” is more than 0%, and subscription is Gold plan or “basic”');
  });

  it('and an invalid rule as what it is', () => {
    expect(describeRule({ a: { $regex: 'x' } }, 'en')).toBe('This rule is not valid and matches nobody');
    expect(describeRule({ nowhere: 1 }, 'de', { catalogue: ATTRIBUTE_CATALOGUE })).toBe(WORDING_DE.invalid);
  });

  it('with words in both languages for every attribute of the catalogue and every closed value', () => {
    const paths = ATTRIBUTE_CATALOGUE.map(({ path }) => path).sort();
    const values = ATTRIBUTE_CATALOGUE.flatMap((declaration) => declaration.values ?? []);
    for (const wording of [WORDING_EN, WORDING_DE]) {
      expect(Object.keys(wording.attributes).sort()).toEqual(paths);
      for (const value of values.filter((one) => !one.includes('2g') && !/^\dg$/.test(one))) {
        expect(wording.values).toHaveProperty([value]);
      }
    }
  });
});
