import {
  hideFromCollectionTypes,
  hideFromSingleTypes,
} from '../../admin/src/content-manager/hide-variant-types';
import { entryPath } from '../../admin/src/content-manager/entry-path';
import { fieldStates } from '../../admin/src/entry-panel/field-states';
import { emptyVariant, inputOf, type NewVariant } from '../../admin/src/entry-panel/new-variant';
import { plainText } from '../../admin/src/entry-panel/plain-text';
import { documentOf, overlaySchemaOf } from '../../admin/src/entry-panel/variable-attributes';
import { weightsAfter } from '../../admin/src/entry-panel/weights';
import type { ExperienceRecord } from '../../src/protocol/experiences';

// The panel's own modules of Strapi are for browsers; what is tested here uses none of them.
jest.mock('@strapi/strapi/admin', () => ({}));

const experience = (code: string, more: Partial<ExperienceRecord> = {}): ExperienceRecord =>
  ({ code, name: code, status: 'draft', selection: 'relevance', ...more }) as ExperienceRecord;

const variant = (more: Partial<NewVariant> = {}): NewVariant => ({
  ...emptyVariant([]),
  name: ' For hikers ',
  audiences: ['hikers'],
  interests: [{ tag: 'hiking', weight: 50 }],
  ...more,
});

describe('a new variant', () => {
  it('joins the one personalization of its entry that has not ended; among several nobody chooses for you', () => {
    const ended = experience('old', { status: 'ended' });
    expect(emptyVariant([ended, experience('now')]).experience).toBe('now');
    expect(emptyVariant([ended]).experience).toBeUndefined();
    expect(emptyVariant([experience('a'), experience('b')]).experience).toBeUndefined();
  });

  it('of a new personalization says how visitors are chosen', () => {
    expect(inputOf(variant(), { locale: 'de' })).toEqual({
      name: 'For hikers',
      selection: 'relevance',
      audiences: ['hikers'],
      interests: [{ tag: 'hiking', weight: 50 }],
      locale: 'de',
      copyComponents: false,
    });
  });

  it('of a test sends no interests, and of a test that there is no audiences either', () => {
    expect(inputOf(variant({ selection: 'split' }), {})).toEqual({
      name: 'For hikers',
      selection: 'split',
      audiences: ['hikers'],
      copyComponents: false,
    });
    const joined = experience('test', { selection: 'split' });
    expect(inputOf(variant({ experience: 'test' }), { joined })).toEqual({
      name: 'For hikers',
      experience: 'test',
      copyComponents: false,
    });
  });
});

describe('what variant content fills', () => {
  const schema = overlaySchemaOf({
    attributes: {
      title: { type: 'string' },
      slug: { type: 'uid' },
      body: { type: 'blocks' },
      products: { type: 'relation', relation: 'oneToMany' },
      cover: { type: 'media' },
      blocks: { type: 'dynamiczone' },
      hidden: { type: 'string', visible: false },
      createdAt: { type: 'datetime' },
      documentId: { type: 'string' },
      contextualEmpty: { type: 'json' },
    },
  });
  const statesOf = (values: object, saved?: object) =>
    Object.fromEntries(
      fieldStates(
        documentOf(values as Record<string, unknown>, saved as Record<string, unknown>, schema),
        schema,
      ),
    );

  it('are the attributes of its type but for addresses and what is Strapi’s own', () => {
    expect(schema.attributes.map(({ name }) => name)).toEqual([
      'title',
      'body',
      'products',
      'cover',
      'blocks',
    ]);
    expect(schema.attributes.filter(({ multiple }) => multiple).map(({ name }) => name)).toEqual([
      'products',
      'blocks',
    ]);
  });

  it('follows the form by the rules of delivery', () => {
    const blank = [{ type: 'paragraph', children: [{ type: 'text', text: '' }] }];
    expect(
      statesOf({ title: 'x', body: blank, cover: null, blocks: [], contextualEmpty: ['cover'] }),
    ).toEqual({
      title: 'filled',
      body: 'inherited',
      products: 'inherited',
      cover: 'emptied',
      blocks: 'inherited',
    });
  });

  it('counts a relation by what is saved and what the form changes of it', () => {
    const none = { connect: [], disconnect: [] };
    expect(statesOf({ products: none }, { products: { count: 1 } }).products).toBe('filled');
    expect(statesOf({ products: { connect: [{}], disconnect: [] } }).products).toBe('filled');
    const removed = { connect: [], disconnect: [{}] };
    expect(statesOf({ products: removed }, { products: { count: 1 } }).products).toBe('inherited');
  });

  it('reads the list of deliberately empty attributes as list and as text, and anything else as none', () => {
    expect(statesOf({ contextualEmpty: '["title"]' }).title).toBe('emptied');
    expect(statesOf({ title: 'x', contextualEmpty: '["tit' }).title).toBe('filled');
    expect(statesOf({ contextualEmpty: { title: true } }).title).toBe('inherited');
  });
});

describe('beside an entry', () => {
  it('weights stay between 1 and 100, and what is no number changes nothing', () => {
    const interests = [
      { tag: 'a', weight: 50 },
      { tag: 'b', weight: 10 },
    ];
    const weightOfA = (weight: number | undefined) => weightsAfter(interests, 'a', weight)[0]?.weight;
    expect([weightOfA(0), weightOfA(200), weightOfA(33.4), weightOfA(undefined), weightOfA(NaN)]).toEqual([
      1, 100, 33, 50, 50,
    ]);
    expect(weightsAfter(interests, 'a', 1)[1]).toEqual({ tag: 'b', weight: 10 });
  });

  it('a value is shown as one short line where it is text', () => {
    expect(plainText('two\n lines', 'text')).toBe('two lines');
    expect(plainText('x'.repeat(200), 'string')).toBe(`${'x'.repeat(120)} …`);
    const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });
    expect(plainText([paragraph('One'), paragraph('two')], 'blocks')).toBe('One two');
    expect(plainText({ id: 1, url: '/x.png' }, 'media')).toBeUndefined();
    expect(plainText(null, 'string')).toBeUndefined();
    expect(plainText(false, 'boolean')).toBe('false');
  });

  it('links keep the language, and single types have no id in their address', () => {
    const entry = { contentType: 'api::article.article', documentId: 'abc' };
    expect(entryPath('collection-types', entry, 'de')).toBe(
      '/content-manager/collection-types/api::article.article/abc?plugins%5Bi18n%5D%5Blocale%5D=de',
    );
    expect(entryPath('single-types', entry, null)).toBe('/content-manager/single-types/api::article.article');
  });
});

it('types of variant content leave the left navigation, all others stay', () => {
  const models = [
    { uid: 'api::article.article', pluginOptions: { contextual: { enabled: true } } },
    {
      uid: 'plugin::contextual.article-variant',
      pluginOptions: { contextual: { variantOf: 'api::article.article' } },
    },
    { uid: 'api::plain.plain' },
  ];
  const links = models.map(({ uid }) => ({ uid }));
  const kept = [{ uid: 'api::article.article' }, { uid: 'api::plain.plain' }];
  expect(hideFromCollectionTypes({ ctLinks: links, models }).ctLinks).toEqual(kept);
  expect(hideFromSingleTypes({ stLinks: links, models }).stLinks).toEqual(kept);
});
