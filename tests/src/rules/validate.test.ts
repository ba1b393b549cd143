import { ATTRIBUTE_CATALOGUE, catalogueWith } from '../../../src/context/attribute-catalogue';
import { attributesOf } from '../../../src/rules/attributes-of';
import { validateRule } from '../../../src/rules/validate';

describe('a validated rule', () => {
  it('keeps its groups, spells out values and resolves aliases', () => {
    expect(
      validateRule({
        location: { country: ['DE', 'AT'] },
        $nor: [{ 'traits.plan': { $nin: ['free'] } }],
        'traits.since': { $exists: false },
      }),
    ).toEqual({
      ok: true,
      value: {
        'location.country': { $in: ['DE', 'AT'] },
        $nor: [{ 'traits.plan': { $notIn: ['free'] } }],
        'traits.since': { $null: true },
      },
    });
  });

  it('has numbers where the catalogue says number', () => {
    expect(validateRule({ 'session.count': { $gte: '3' } }, ATTRIBUTE_CATALOGUE)).toEqual({
      ok: true,
      value: { 'session.count': { $gte: 3 } },
    });
  });

  it('is compared by the type that the project declares for a trait', () => {
    const catalogue = catalogueWith([{ path: 'traits.age', type: 'number', consent: 'stored' }]);
    expect(validateRule({ 'traits.age': { $lt: 'old' } }, catalogue)).toMatchObject({
      error: [{ code: 'operand-type', path: ['traits.age', '$lt'] }],
    });
    expect(validateRule({ 'traits.hobby': { $eq: 'tv' } }, catalogue).ok).toBe(true);
  });

  it('has of two catalogues in turn each its own type for the same name', () => {
    const [asNumber, asText] = (['number', 'string'] as const).map((type) =>
      catalogueWith([{ path: 'traits.size', type, consent: 'stored' }]),
    );
    for (let round = 0; round < 2; round += 1) {
      expect(validateRule({ 'traits.size': { $eq: '3' } }, asNumber)).toMatchObject({
        value: { 'traits.size': { $eq: 3 } },
      });
      expect(validateRule({ 'traits.size': { $eq: '3' } }, asText)).toMatchObject({
        value: { 'traits.size': { $eq: '3' } },
      });
    }
  });

  it('may use only the values of a closed set', () => {
    expect(validateRule({ 'device.type': { $in: ['mobile', 'phone'] } }, ATTRIBUTE_CATALOGUE)).toEqual({
      ok: false,
      error: [
        {
          code: 'value-unknown',
          path: ['device.type', '$in', 1],
          message: 'Choose one of: mobile, tablet, desktop, tv, bot, kiosk.',
        },
      ],
    });
  });

  it('names countries by their code in capitals', () => {
    expect(validateRule({ 'location.country': 'de' }, ATTRIBUTE_CATALOGUE)).toMatchObject({
      error: [{ code: 'value-unknown', path: ['location.country'] }],
    });
    expect(validateRule({ 'location.country': 'DE' }, ATTRIBUTE_CATALOGUE).ok).toBe(true);
  });

  it('says which attribute a flat name stands for', () => {
    expect(validateRule({ country: 'DE' }, ATTRIBUTE_CATALOGUE)).toMatchObject({
      error: [{ code: 'attribute-unknown', message: 'There is no attribute country. Use location.country.' }],
    });
  });

  it('is refused with every issue at once', () => {
    const stored = validateRule({ $and: [{ a: { $regex: 'x' } }, { b: { $in: [] } }], $or: [] });
    expect(stored.ok ? [] : stored.error.map(({ code }) => code)).toEqual([
      'operator-unknown',
      'operand-empty',
      'group-empty',
    ]);
  });

  it('may be as deep and as large as the limits say', () => {
    let rule: object = { a: 1 };
    for (let depth = 0; depth < 8; depth += 1) rule = { $and: [rule] };
    expect(validateRule(rule).ok).toBe(true);
    expect(validateRule({ $and: Array.from({ length: 64 }, (_, index) => ({ a: index })) }).ok).toBe(true);
    expect(validateRule({ a: { $in: Array.from({ length: 200 }, (_, index) => index) } }).ok).toBe(true);
  });
});

it('the attributes of a rule are named once, in their order', () => {
  expect(
    attributesOf({ $or: [{ b: 1, 'a.x': 2 }, { $not: { b: { $gt: 2 } } }, { c: { $null: true } }] }),
  ).toEqual(['b', 'a.x', 'c']);
});
