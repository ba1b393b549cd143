import { emptiesOf, fillsOf } from '../../../src/overlay/fills';
import { isEmptyValue } from '../../../src/overlay/is-empty-value';
import { overlay } from '../../../src/overlay/overlay';
import type { OverlaySchema } from '../../../src/overlay/schema';

const schema: OverlaySchema = {
  attributes: [
    { name: 'title', type: 'string', multiple: false },
    { name: 'body', type: 'blocks', multiple: false },
    { name: 'hero', type: 'component', multiple: false },
    { name: 'sections', type: 'dynamiczone', multiple: true },
    { name: 'cover', type: 'media', multiple: false },
    { name: 'featured', type: 'boolean', multiple: false },
    { name: 'slug', type: 'uid', multiple: false },
  ],
};

const base = Object.freeze({
  id: 1,
  documentId: 'base',
  locale: 'en',
  createdAt: '2026-01-01',
  updatedAt: '2026-01-02',
  publishedAt: '2026-01-03',
  title: 'Base title',
  body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Base' }] }],
  hero: { id: 3, heading: 'Base hero', link: '/base' },
  sections: [{ __component: 'shared.quote', id: 4 }],
  cover: { id: 5 },
  featured: true,
  slug: 'base',
  price: 10,
});

describe('overlay', () => {
  it('lays filled attributes over and lets base through elsewhere', () => {
    const delivered = overlay(base, { title: 'Variant title', cover: null, sections: [] }, schema);
    expect(delivered).toEqual({ ...base, title: 'Variant title' });
  });

  it('takes a component as a whole, its own empty fields included', () => {
    const hero = { id: 9, heading: 'Variant hero', link: null };
    expect(overlay(base, { hero }, schema).hero).toEqual(hero);
  });

  it('empties what is deliberately empty, to null or to an empty list, even where it is filled too', () => {
    const variant = { title: 'Filled', contextualEmpty: ['title', 'sections', 'cover'] };
    expect(overlay(base, variant, schema)).toMatchObject({ title: null, sections: [], cover: null });
  });

  it('takes false and 0 for content', () => {
    expect(overlay(base, { featured: false }, schema).featured).toBe(false);
  });

  it('keeps identity, address, locale and timestamps of base, whatever variant and schema say', () => {
    const variant = {
      id: 99,
      documentId: 'variant',
      locale: 'de',
      createdAt: 'x',
      updatedAt: 'x',
      publishedAt: 'x',
      slug: 'variant',
      contextualEmpty: ['slug', 'id', 'locale'],
    };
    const greedy = {
      attributes: [
        ...schema.attributes,
        ...Object.keys(variant).map((name) => ({
          name,
          type: name === 'slug' ? 'uid' : 'string',
          multiple: false,
        })),
      ],
    };
    expect(overlay(base, variant, greedy)).toEqual(base);
  });

  it('ignores attributes that may not vary', () => {
    expect(overlay(base, { price: 99, secret: 'x', contextualEmpty: ['price'] }, schema)).toEqual(base);
  });

  it('changes neither base nor variant', () => {
    const variant = Object.freeze({ title: 'V', contextualEmpty: Object.freeze(['cover']) });
    const before = structuredClone(base);
    overlay(base, variant, schema);
    expect(base).toEqual(before);
  });

  it('reads own properties only, and cannot be made to touch a prototype', () => {
    const inherited = Object.create({ title: 'Inherited' }) as Record<string, unknown>;
    expect(overlay(base, inherited, schema)).toEqual(base);
    const hostile = JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>;
    const greedy = { attributes: [{ name: '__proto__', type: 'component', multiple: false }] };
    expect(overlay(base, hostile, greedy)).toEqual(base);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([['text'], [{ title: true }], [null], [7]])(
    'ignores a marker of the wrong kind: %j',
    (contextualEmpty) => {
      expect(overlay(base, { contextualEmpty }, schema)).toEqual(base);
    },
  );
});

describe('fillsOf and emptiesOf', () => {
  it('name what a variant fills and empties, in schema order, never both', () => {
    const variant = {
      cover: { id: 1 },
      title: 'V',
      sections: [{ id: 1 }],
      contextualEmpty: ['sections', 'unknown'],
    };
    expect(fillsOf(variant, schema)).toEqual(['title', 'cover']);
    expect(emptiesOf(variant, schema)).toEqual(['sections']);
  });
});

describe('isEmptyValue', () => {
  const blank = { type: 'paragraph', children: [{ type: 'text', text: '' }] };

  it.each([
    ['null', null, 'string'],
    ['undefined', undefined, 'string'],
    ['the empty string', '', 'string'],
    ['an empty list', [], 'media'],
    ['an object without keys', {}, 'component'],
    ['blocks that were emptied', [blank, blank], 'blocks'],
    ['a heading that was emptied', [{ ...blank, type: 'heading', level: 2 }], 'blocks'],
  ])('holds for %s', (_, value, type) => {
    expect(isEmptyValue(value, type)).toBe(true);
  });

  it.each([
    ['0', 0, 'integer'],
    ['false', false, 'boolean'],
    ['white space', ' ', 'string'],
    ['a date', new Date(0), 'datetime'],
    ['blocks with text', [{ type: 'paragraph', children: [{ type: 'text', text: 'a' }] }], 'blocks'],
    ['blocks with a picture', [blank, { type: 'image', image: {}, children: [] }], 'blocks'],
    ['an empty link in blocks', [{ type: 'paragraph', children: [{ type: 'link', url: '/' }] }], 'blocks'],
    ['a list of blank paragraphs that is not blocks', [blank], 'json'],
    ['a component with empty fields', { heading: null }, 'component'],
  ])('does not hold for %s', (_, value, type) => {
    expect(isEmptyValue(value, type)).toBe(false);
  });
});
