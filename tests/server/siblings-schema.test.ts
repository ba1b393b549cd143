import {
  type BaseSchema,
  siblingNames,
  siblingSchema,
} from '../../server/src/features/variants/sibling-schema';
import { variableAttributes } from '../../server/src/features/variants/variable-attributes';

const base = (attributes: BaseSchema['attributes'], over: Partial<BaseSchema> = {}): BaseSchema => ({
  uid: 'api::page.page',
  collectionName: 'pages',
  info: { singularName: 'page', displayName: 'Page' },
  options: { draftAndPublish: true },
  pluginOptions: { contextual: { enabled: true }, i18n: { localized: true } },
  attributes,
  ...over,
});
const variable = { pluginOptions: { contextual: { variable: true } } };
const fixed = { pluginOptions: { contextual: { variable: false } } };
const names = (attributes: BaseSchema['attributes']) =>
  variableAttributes(attributes).map(({ name }) => name);

describe('which attributes vary', () => {
  it('is what people read and look at, unless an attribute says otherwise', () => {
    const attributes = Object.fromEntries(
      ['string', 'text', 'richtext', 'blocks', 'media', 'component', 'dynamiczone'].map((type) => [
        type,
        { type },
      ]),
    );
    expect(names(attributes)).toEqual(Object.keys(attributes));
    expect(names({ title: { type: 'string', ...fixed } })).toEqual([]);
  });

  it.each([
    'integer',
    'decimal',
    'float',
    'biginteger',
    'json',
    'email',
    'boolean',
    'date',
    'datetime',
    'time',
    'enumeration',
  ])('includes %s only where an attribute says so', (type) => {
    expect(names({ one: { type } })).toEqual([]);
    expect(names({ one: { type, ...variable } })).toEqual(['one']);
  });

  it('never includes addresses, secrets and relations without one target, whatever they say', () => {
    expect(
      names({
        slug: { type: 'uid', ...variable },
        secret: { type: 'password', ...variable },
        any: { type: 'relation', relation: 'morphToOne', ...variable },
        all: { type: 'relation', relation: 'morphMany', target: 'api::a.a', ...variable },
        contextualEmpty: { type: 'json', ...variable },
      }),
    ).toEqual([]);
  });

  it('tells lists from single values', () => {
    const found = variableAttributes({
      zone: { type: 'dynamiczone' },
      many: { type: 'component', repeatable: true },
      one: { type: 'component' },
      pictures: { type: 'media', multiple: true },
      picture: { type: 'media' },
      products: { type: 'relation', relation: 'manyToMany' },
      category: { type: 'relation', relation: 'manyToOne' },
    });
    expect(found.filter(({ multiple }) => multiple).map(({ name }) => name)).toEqual([
      'zone',
      'many',
      'pictures',
      'products',
    ]);
  });

  it('follows the type beneath a custom field', () => {
    const attributes = { color: { type: 'customField', customField: 'plugin::color-picker.color' } };
    expect(variableAttributes(attributes, () => 'string')).toEqual([
      { name: 'color', type: 'string', multiple: false },
    ]);
    expect(variableAttributes(attributes, () => 'json')).toEqual([]);
  });
});

describe('the schema of a sibling', () => {
  it('keeps what shapes a value and drops what forces one', () => {
    const page = base({
      title: { type: 'string', required: true, unique: true, default: 'x', maxLength: 9, conditions: {} },
      seo: { type: 'component', component: 'a.b', repeatable: true, min: 1, max: 3 },
      count: { type: 'integer', min: 1, ...variable },
      author: { type: 'relation', relation: 'manyToOne', target: 'api::a.a', inversedBy: 'pages' },
    });
    expect(siblingSchema(page, siblingNames(page)).attributes).toEqual({
      title: { type: 'string', maxLength: 9 },
      seo: { type: 'component', component: 'a.b', repeatable: true, max: 3 },
      count: { type: 'integer', min: 1 },
      author: { type: 'relation', relation: 'manyToOne', target: 'api::a.a' },
      contextualEmpty: { type: 'json', pluginOptions: { i18n: { localized: true } } },
    });
  });

  it('does not change the base schema', () => {
    const page = base({ title: { type: 'string', required: true } });
    const before = structuredClone(page);
    siblingSchema(page, siblingNames(page));
    expect(page).toEqual(before);
  });

  it('gets names that no other type has: a plugin is named, our own tables are not met', () => {
    const info = { singularName: 'event', displayName: 'Event' };
    expect(siblingNames({ uid: 'api::event.event', collectionName: 'events', info })).toEqual({
      key: 'event-variant',
      uid: 'plugin::contextual.event-variant',
      collectionName: 'contextual_variant_of_events',
    });
    expect(siblingNames({ uid: 'plugin::calendar.event', collectionName: 'calendar_events', info }).uid).toBe(
      'plugin::contextual.calendar-event-variant',
    );
  });
});
