import fc from 'fast-check';
import { LAST_CODE } from '../../../../src/rules/predicate-index/code-set';
import { listOf, POSTING_WIDTH } from '../../../../src/rules/predicate-index/postings';
import {
  BITS_GATE,
  type Gate,
  type GatedClause,
} from '../../../../src/rules/predicate-index/residual-program';
import type { Rule } from '../../../../src/model/rule';
import { expectAgreement } from '../../../support/index-agreement';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const city = (number: number): string => `city-${number}`;

/** Visitors of a hundred cities, of one that no rule names, and of none, each with a number of visits or none known. */
const visitors = [...numbers(100), 400, 401].map((number) => {
  const count = [0, 7, 30, undefined][number % 4];
  return {
    location: {
      country: number % 3 === 0 ? 'AT' : 'DE',
      ...(number !== 401 && { city: city(number) }),
    },
    session: count === undefined ? {} : { count },
    ...(number % 5 > 0 && { audiences: [`list-${number % 5}`, `list-${number % 7}`] }),
  };
});

describe('clauses in one list', () => {
  /** Nobody in the sample is in Germany, so that this is what nearly all clauses are filed under, and the rest is their gate. */
  const sample = visitors.map((visitor) => ({
    ...visitor,
    location: { ...visitor.location, country: 'FR' },
  }));
  const inGermany = (rest: Rule): Rule => ({ 'location.country': 'DE', ...rest });

  it.each<[string, (number: number) => Rule]>([
    ['at least so many visits', (number) => ({ 'session.count': { $gte: number } })],
    ['at most so many visits', (number) => ({ 'session.count': { $lte: number } })],
    ['exactly so many visits', (number) => ({ 'session.count': { $eq: number % 9 } })],
    ['not so many visits', (number) => ({ $not: { 'session.count': { $gte: number } } })],
    ['between visits', (number) => ({ 'session.count': { $between: [number % 5, number] } })],
    ['one of a few cities', (number) => ({ 'location.city': { $in: [city(number % 7), city(number % 5)] } })],
    [
      'one of a hundred cities',
      (number) => ({ 'location.city': { $in: [city(number), city(99 - number)] } }),
    ],
    ['none of a few cities', (number) => ({ 'location.city': { $notIn: [city(number % 7), city(8)] } })],
    [
      'none of a hundred cities',
      (number) => ({ 'location.city': { $notIn: [city(number), city(99 - number)] } }),
    ],
    ['a list with an item', (number) => ({ audiences: { $contains: `list-${number % 8}` } })],
    ['a list without an item', (number) => ({ audiences: { $notContains: `list-${number % 8}` } })],
    [
      'one of a hundred cities, and more behind it',
      (number) => ({
        'location.city': { $in: [city(number), city(99 - number)] },
        'session.count': { $notIn: [0, number] },
      }),
    ],
    [
      'cities or visits, and visits',
      (number) => ({
        $or: [{ 'location.city': city(number) }, { 'session.count': { $gte: 29 } }],
        'session.count': { $gte: number % 40 },
      }),
    ],
  ])('are found as explained: %s', (_name, rest) => {
    expectAgreement(
      numbers(100).map((number) => inGermany(rest(number))),
      visitors,
      sample,
    );
  });
});

describe('clauses that say only who is not meant', () => {
  it.each<[string, (number: number) => Rule]>([
    [
      'countries and cities',
      (number) => ({ 'location.country': { $ne: 'AT' }, 'location.city': { $ne: city(number) } }),
    ],
    ['a run of numbers', (number) => ({ $not: { 'session.count': { $gte: number % 30 } } })],
    [
      'a run of more numbers than are written out',
      (number) => ({ $not: { 'session.count': { $gte: number } } }),
    ],
    [
      'what is not known',
      (number) => ({ 'location.city': { $null: true }, 'session.count': { $ne: number } }),
    ],
    ['beginnings', (number) => ({ $not: { 'location.city': { $startsWith: `city-${number % 10}` } } })],
    ['beginnings in beginnings', (number) => ({ $not: { 'location.city': { $startsWith: city(number) } } })],
    ['a list without an item', (number) => ({ audiences: { $notContains: `list-${number % 8}` } })],
    [
      'one of two things',
      (number) => ({ $or: [{ 'location.city': { $ne: city(number) } }, { 'session.count': { $ne: 7 } }] }),
    ],
    [
      'one thing, or who is meant',
      (number) => ({ $or: [{ 'location.country': { $ne: 'DE' } }, { 'location.city': city(number) }] }),
    ],
    ['what has no cells', (number) => ({ 'location.city': { $notContains: String(number) } })],
    ['nobody', () => ({})],
  ])('leave whom they should: %s', (_name, rule) => {
    expectAgreement(numbers(150).map(rule), visitors);
  });
});

/** A few slots and codes, so that equal and nested gates are common. */
const gates: fc.Arbitrary<Gate> = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 })),
  fc
    .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 6 }))
    .map(([slot, from]): Gate => [slot, from, LAST_CODE - from]),
  fc.tuple(fc.integer({ min: -3, max: -1 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 })),
  fc.tuple(
    fc.integer({ min: BITS_GATE, max: BITS_GATE + 2 }),
    fc.constantFrom(0b10, 0b110, 0b1000),
    fc.constantFrom(0, 1),
  ),
);

const passes = ([slot, first, second]: Gate, codes: readonly number[]): boolean => {
  if (slot >= BITS_GATE) {
    const code = codes[slot - BITS_GATE]! & 63;
    return (((code < 32 ? first : second) >>> (code & 31)) & 1) === 1;
  }
  const code = codes[slot < 0 ? ~slot : slot]!;
  return (code >= first && code <= first + second) !== slot < 0;
};

it('a failed gate leads past nothing but gates that fail with it, and past every equal one', () => {
  fc.assert(
    fc.property(
      fc.array(gates, { minLength: 1, maxLength: 30 }),
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }),
      (given, codes) => {
        const clauses = given.map((gate, rule): GatedClause => ({ rule, rest: 100 + rule, gate }));
        const list = listOf([...clauses]);
        const gateAt = (at: number): Gate => [list[at + 2]!, list[at + 3]!, list[at + 4]!];
        const met: number[] = [];
        for (let at = 0; at < list.length; at += POSTING_WIDTH) {
          met.push(list[at]!);
          const goOn = list[at + 5]!;
          expect(goOn).toBeGreaterThan(at);
          expect(goOn % POSTING_WIDTH).toBe(0);
          for (let next = goOn; next < list.length; next += POSTING_WIDTH) {
            expect(gateAt(next)).not.toEqual(gateAt(at));
          }
          expect([list[at + 1], gateAt(at)]).toEqual([clauses[list[at]!]!.rest, clauses[list[at]!]!.gate]);
          if (passes(gateAt(at), codes)) continue;
          for (let next = at; next < goOn; next += POSTING_WIDTH)
            expect(passes(gateAt(next), codes)).toBe(false);
        }
        expect(met.sort((a, b) => a - b)).toEqual(numbers(given.length));
      },
    ),
    { numRuns: 2_000 },
  );
});

it('of clauses that ask for more and more, the first that fails is the last that is met', () => {
  const atLeast = listOf(
    numbers(9).map((rule) => ({ rule, rest: 0, gate: [0, 9 - rule, LAST_CODE - 9 + rule] })),
  );
  const atMost = listOf(numbers(9).map((rule) => ({ rule, rest: 0, gate: [0, 1, rule] })));
  for (const list of [atLeast, atMost]) {
    for (let at = 0; at < list.length; at += POSTING_WIDTH) expect(list[at + 5]).toBe(list.length);
  }
});
