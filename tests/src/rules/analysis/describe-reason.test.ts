import { ATTRIBUTE_CATALOGUE } from '../../../../src/context/attribute-catalogue';
import type { Rule } from '../../../../src/model/rule';
import { describeReason, type ReasonNames } from '../../../../src/rules/analysis/describe-reason';
import { isSatisfiable } from '../../../../src/rules/analysis/is-satisfiable';
import { isSubsumed } from '../../../../src/rules/analysis/is-subsumed';

const catalogue = ATTRIBUTE_CATALOGUE;

const why = (rule: Rule, locale: 'en' | 'de', names: ReasonNames = {}): string => {
  const answer = isSatisfiable(rule, { catalogue });
  return answer.answer === 'yes' ? '' : describeReason(answer.reason, locale, names);
};
const covered = (
  rule: Rule,
  earlier: readonly Rule[],
  locale: 'en' | 'de',
  names: ReasonNames = {},
): string => {
  const answer = isSubsumed(rule, earlier, { catalogue });
  return answer.answer === 'no' ? '' : describeReason(answer.reason, locale, names);
};

describe('a reason in words', () => {
  it.each<[Rule, string, string]>([
    [
      { 'session.count': { $gte: 5, $lt: 3 } },
      'Nobody can match: at least 5 visits and fewer than 3 visits exclude each other.',
      'Niemand kann dazugehören: mindestens 5 Besuche und weniger als 3 Besuche schließen einander aus.',
    ],
    [
      { 'interests.tv': { $gte: 50 } },
      'Nobody can match: this never applies: interest in “Television” is at least 5,000%.',
      'Niemand kann dazugehören: das trifft nie zu: Interesse an „Television“ ist mindestens 5.000\u00a0%.',
    ],
    [
      { 'location.country': 'DE', $or: [{ 'location.country': 'AT' }, { 'location.country': 'CH' }] },
      'Nobody can match: country is Germany and (country is Austria, or country is Switzerland) exclude each other.',
      'Niemand kann dazugehören: Land ist Deutschland und (Land ist Österreich, oder Land ist Schweiz) schließen einander aus.',
    ],
    [
      { 'consent.gpc': true, userId: { $notNull: true } },
      'Nobody can match: Global Privacy Control: yes and signed-in visitor is known exclude each other, because without consent nothing that is stored of a visitor is known.',
      'Niemand kann dazugehören: Global Privacy Control: ja und Angemeldeter Besucher ist bekannt schließen einander aus, denn ohne Einwilligung ist nichts bekannt, was über Besucher gespeichert wird.',
    ],
    [
      { 'session.count': { $lt: 0 } },
      'Nobody is expected to match: with the values that sites and apps normally send, this never applies: fewer than 0 visits.',
      'Voraussichtlich gehört niemand dazu. Bei den Werten, die Websites und Apps üblicherweise senden, gilt: das trifft nie zu: weniger als 0 Besuche.',
    ],
    [
      { nonsense: 1 },
      'Nobody can match: the rule is not valid.',
      'Niemand kann dazugehören: Die Regel ist ungültig.',
    ],
    [
      { 'page.path': { $vlte: '1.2', $startsWith: '5', $contains: 'DE' } },
      'It cannot be told whether anybody can match: one text is compared with a pattern and with an order of versions or dates.',
      'Ob jemand dazugehören kann, lässt sich nicht sagen: Ein Text wird mit einem Muster und mit einer Reihenfolge von Versionen oder Daten verglichen.',
    ],
  ])('%j', (rule, en, de) => {
    const names = { codeName: () => 'Television' };
    expect([why(rule, 'en', names), why(rule, 'de', names)]).toEqual([en, de]);
  });

  it('names who covers whom', () => {
    const rule = { 'location.country': ['DE', 'AT'] };
    const earlier = [{ 'location.country': 'FR' }, { 'location.country': ['DE', 'AT', 'CH'] }];
    const names = { rule: 'Germany or Austria', earlier: ['France', 'DACH'] };
    expect(covered(rule, earlier, 'en', names)).toBe(
      'Everyone who matches “Germany or Austria” already matches “DACH”.',
    );
    expect(covered(rule, earlier, 'de', names)).toBe(
      'Wer zu „Germany or Austria“ gehört, gehört immer schon zu „DACH“.',
    );
    expect(covered(rule, earlier, 'en')).toBe('Everyone who matches this rule already matches rule 2.');
    expect(covered(rule, earlier, 'de')).toBe('Wer zu dieser Regel gehört, gehört immer schon zu Regel 2.');
  });

  it('says so where only unexpected values escape', () => {
    const earlier = [
      { 'device.type': ['mobile', 'tablet'] },
      { 'device.type': ['desktop', 'tv', 'bot', 'kiosk'] },
    ];
    const rule = { 'device.type': { $notNull: true } };
    expect(covered(rule, earlier, 'en')).toBe(
      'With the values that sites and apps normally send, everyone who matches this rule already matches rule 1 or rule 2.',
    );
    expect(covered(rule, earlier, 'de')).toBe(
      'Bei den Werten, die Websites und Apps üblicherweise senden, gehört immer schon zu Regel 1 oder Regel 2, wer zu dieser Regel gehört.',
    );
  });

  it('of a rule that nobody can match says that', () => {
    expect(covered({ 'session.count': { $gte: 5, $lt: 3 } }, [], 'en')).toMatch(/^Nobody can match: /);
  });
});
