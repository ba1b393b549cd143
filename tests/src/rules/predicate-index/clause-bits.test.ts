import type { Rule } from '../../../../src/model/rule';
import { bitsRun, NO_BITS } from '../../../../src/rules/predicate-index/clause-bits';
import { foundRules } from '../../../../src/rules/predicate-index/found-rules';
import { expectAgreement } from '../../../support/index-agreement';

const COUNTRIES = ['DE', 'AT', 'CH', 'FR'];
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** All are often met: of few countries, with few, many and unknown visits, in one list or two or none. */
const visitors = numbers(60).map((number) => ({
  ...(number % 7 > 0 && { location: { country: COUNTRIES[number % 4], city: `city-${number % 5}` } }),
  session: number % 11 === 0 ? {} : { count: number % 25 },
  ...(number % 3 > 0 && { audiences: [`list-${number % 2}`, `list-${number % 5}`] }),
  traits: { [`trait-${number}`]: 'yes', plan: number % 2 === 0 ? 'free' : 'team' },
}));

/** So many that their last word of bits is not full. */
const MANY = 150;

const someCountries = (number: number): Rule => ({
  'location.country': { $in: [COUNTRIES[number % 4]!, COUNTRIES[(number + 1) % 4]!] },
});

describe('clauses that are met often', () => {
  it.each<[string, (number: number) => Rule]>([
    [
      'countries and visits',
      (number) => ({ ...someCountries(number), 'session.count': { $gte: number % 20 } }),
    ],
    [
      'visits from both sides',
      (number) => ({ 'session.count': { $gte: number % 9, $lte: 8 + (number % 15) } }),
    ],
    [
      'visits known or not',
      (number) => ({ 'session.count': number % 2 === 0 ? { $null: true } : { $notNull: true } }),
    ],
    [
      'a list with an item',
      (number) => ({ ...someCountries(number), audiences: { $contains: `list-${number % 3}` } }),
    ],
    [
      'a list without an item',
      (number) => ({ ...someCountries(number), audiences: { $notContains: `list-${number % 3}` } }),
    ],
    [
      'no country of these',
      (number) => ({ 'location.country': { $notIn: [COUNTRIES[number % 4]!] }, 'traits.plan': 'free' }),
    ],
    [
      'visits, but not so many',
      (number) => ({ $not: { 'session.count': { $gt: number % 20 } }, ...someCountries(number) }),
    ],
    [
      'one of two clauses',
      (number) => ({ $or: [someCountries(number), { 'session.count': { $gte: number % 20 } }] }),
    ],
    [
      'a trait that one rule alone asks for',
      (number) => ({ ...someCountries(number), [`traits.trait-${number % 60}`]: 'yes' }),
    ],
    [
      'a city as well, from the seventieth on',
      (number) => ({
        ...someCountries(number),
        ...(number > 70 && { 'location.city': `city-${number % 9}` }),
      }),
    ],
    ['no condition at all, now and then', (number) => (number % 10 === 0 ? {} : someCountries(number))],
  ])('find whom they should: %s', (_, ruleOf) => {
    const rules = numbers(MANY).map(ruleOf);
    expectAgreement(rules, visitors);
    expectAgreement(rules, visitors, visitors);
  });

  it('find the same whether they are few, and looked at one by one, or one more than that', () => {
    for (const count of [63, 64, 65, 96]) {
      const rules = numbers(count).map(
        (number): Rule => ({
          ...someCountries(number),
          'session.count': { $gte: number % 20 },
        }),
      );
      expectAgreement(rules, visitors, visitors);
    }
  });

  it.each([64, 2_000])('find the same behind rules that few visitors meet, among %d others', (others) => {
    const rare = (number: number): Rule => ({ [`traits.trait-${number % 60}`]: 'yes' });
    const often = (number: number): Rule => ({
      ...someCountries(number),
      'session.count': { $gte: number % 20 },
    });
    const rules = [...numbers(others).map(rare), ...numbers(64).map(often), ...numbers(10).map(rare)];
    expectAgreement(rules, visitors);
    expectAgreement(rules, visitors, visitors);
  });

  it.each([
    ['in one go where they are many of all rules', 32, ['word 0']],
    ['one by one where they are few of all, because words have all rules read off', 10_000, numbers(32)],
  ])('say that they match %s', (_, ruleCount, said) => {
    const rules = Int32Array.from(numbers(32));
    const told: (number | string)[] = [];
    const addWhatIsLeft = bitsRun(
      { ...NO_BITS, rules, sameRules: Int32Array.of(0), first: Int32Array.of(-1) },
      { codes: new Int32Array(1), touched: new Int32Array(1), count: 0, values: [] },
      {
        ...foundRules(ruleCount),
        add: (rule) => told.push(rule),
        addWord: (word) => told.push(`word ${word}`),
      },
    );
    addWhatIsLeft();
    expect(told).toEqual(said);
  });
});
