import { rmSync } from 'node:fs';
import path from 'node:path';
import { adminClient } from '../support/admin-client';
import { createTestApp, type RunningApp, type TestApp } from '../support/boot';

const PRODUCT = 'api::product.product';
const ARTICLE = 'api::article.article';
const BANNER = 'api::banner.banner';
const HOME = 'api::home.home';
const schemaOf = (name: string) => `src/api/${name}/content-types/${name}/schema.json`;
const siblingUid = (name: string) => `plugin::contextual.${name}-variant`;

let app: TestApp;
let running: RunningApp;
/** documentIds of the variants' contents, by content type. */
const contents: Record<string, string> = {};

const documents = (uid: string) => running.strapi.documents(uid as never) as any;
const service = (name: string) => running.strapi.plugin('contextual').service(name) as any;
const type = (uid: string) => running.strapi.contentTypes[uid as never] as any;

const byType = (a: any, b: any) => a.contentType.localeCompare(b.contentType);
const attention = async () => {
  const answer = await adminClient(running, await running.adminToken()).get('/attention');
  expect(answer.status).toBe(200);
  return answer.body;
};

/** One experience, one variant, with content for an entry of each kind of type. */
beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  await service('experiences').create({ code: 'moves', name: 'Moves' });
  await service('variants').create('moves', { code: 'one', name: 'One' });
  const write = async (contentType: string, base: object, data: object, locale?: string) => {
    const { documentId } = await documents(contentType).create({ data: base, locale });
    const content = await service('variants').addContent('moves', 'one', {
      entry: { contentType, documentId },
      locale,
      data,
    });
    contents[contentType] = content.variantDocumentId;
    return documentId;
  };
  await write(
    ARTICLE,
    { title: 'Base', slug: 'base' },
    {
      title: 'Variant',
      teaser: 'Old teaser',
      readingMinutes: 7,
      blocks: [
        { __component: 'sections.quote', text: 'Said', source: 'Somebody' },
        { __component: 'sections.teaser', heading: 'Stays', text: 'here' },
      ],
      contextualEmpty: ['teaser', 'cover'],
    },
    'en',
  );
  await write(BANNER, { label: 'B', slug: 'b', headline: 'Base' }, { headline: 'Variant' });
  const product = { name: 'P', slug: 'p', sku: '1', highlights: [{ text: 'x' }] };
  const related = await write(PRODUCT, product, { name: 'Variant' }, 'en');
  await write(HOME, { headline: 'Base' }, { headline: 'Variant', featured: [related] }, 'en');

  await running.stop();
  for (const name of ['article', 'home', 'category']) app.edit(schemaOf(name), forgetWhatGoes);
  app.edit('src/components/sections/product-list.json', forgetWhatGoes);
  app.edit(schemaOf('article'), ({ attributes }) => {
    attributes.lead = attributes.teaser;
    delete attributes.teaser;
    attributes.readingMinutes.type = 'string';
    delete attributes.readingMinutes.min;
  });
  app.edit(schemaOf('banner'), (schema) => (schema.pluginOptions.i18n = { localized: true }));
  // A type may opt in before anything of it varies.
  app.edit(schemaOf('category'), (schema) => {
    schema.pluginOptions = { ...schema.pluginOptions, contextual: { enabled: true } };
    for (const name of Object.keys(schema.attributes)) {
      schema.attributes[name].pluginOptions = {
        ...schema.attributes[name].pluginOptions,
        contextual: { variable: false },
      };
    }
  });
  rmSync(path.join(app.folder, 'src/api/product'), { recursive: true });
  rmSync(path.join(app.folder, 'src/components/sections/quote.json'));
  app.edit(schemaOf('home'), ({ info }) => (info.displayName = 'Front page'));
  running = await app.boot();
}, 240_000);

afterAll(async () => {
  await running?.stop();
  app.remove();
});

describe('after the schema of a base type changed', () => {
  it('its sibling has the attributes that it has now: a renamed one is another one', async () => {
    const names = Object.keys(type(siblingUid('article')).attributes);
    expect(names).toContain('lead');
    expect(names).not.toContain('teaser');
    const content = await documents(siblingUid('article')).findOne({ documentId: contents[ARTICLE] });
    expect(content).toMatchObject({ title: 'Variant', lead: null });
  });

  it('what names an attribute that is gone is left out, and can be saved no more', async () => {
    await documents(siblingUid('article')).publish({ documentId: contents[ARTICLE] });
    const [variant] = (await service('variants').withContents({ experiences: ['moves'] })).get('moves');
    const content = variant.contents.find(({ entry }: any) => entry.contentType === ARTICLE);
    expect(content).toMatchObject({ fills: ['title', 'blocks', 'readingMinutes'], empties: ['cover'] });
    await expect(
      documents(siblingUid('article')).update({
        documentId: contents[ARTICLE],
        data: { contextualEmpty: ['teaser'] },
      }),
    ).rejects.toMatchObject({ code: 'variant-content-invalid' });
  });

  it('what names an attribute that is gone loses the name, so that it can be saved as it is', async () => {
    const sibling = documents(siblingUid('article'));
    const content = await sibling.findOne({ documentId: contents[ARTICLE] });
    expect(content.contextualEmpty).toEqual(['cover']);
    const { contextualEmpty } = content;
    const saved = { documentId: contents[ARTICLE], data: { contextualEmpty, title: 'Variant' } };
    await expect(sibling.update(saved)).resolves.toMatchObject({ contextualEmpty: ['cover'] });
  });

  it('the panel tells which attributes it cost, and of how many variants', async () => {
    const { affected } = (await attention()).meta;
    const changed = affected.filter(({ code }: any) => code === 'attribute-changed');
    expect(changed.sort(byType)).toEqual([
      {
        code: 'attribute-changed',
        at: expect.any(String),
        contentType: ARTICLE,
        experiences: [{ code: 'moves', name: 'Moves' }],
        contents: 1,
        // Renamed, with a component less, with a target that is gone, of another type.
        attributes: ['teaser', 'blocks', 'products', 'readingMinutes'],
      },
      // Only its relation was filled.
      expect.objectContaining({ contentType: HOME, contents: 1, attributes: ['featured', 'sections'] }),
    ]);
  });

  it('a component that is gone leaves the zone of a variant, the others stay', async () => {
    const { blocks } = await documents(siblingUid('article')).findOne({
      documentId: contents[ARTICLE],
      populate: ['blocks'],
    });
    expect(blocks.map(({ __component }: any) => __component)).toEqual(['sections.teaser']);
  });

  it('one that became localised keeps its variants, in the default language', async () => {
    expect(type(siblingUid('banner')).pluginOptions.i18n).toEqual({ localized: true });
    const content = await documents(siblingUid('banner')).findOne({
      documentId: contents[BANNER],
      locale: 'en',
    });
    expect(content).toMatchObject({ headline: 'Variant', locale: 'en' });
    const [variant] = (await service('variants').withContents({ experiences: ['moves'] })).get('moves');
    const loaded = variant.contents.find(({ entry }: any) => entry.contentType === BANNER);
    expect(loaded).toMatchObject({ entry: { locale: 'en' }, fills: ['headline'] });
  });

  it('one of which nothing varies has a sibling all the same, with nothing to fill', async () => {
    const own = Object.keys(type(siblingUid('category')).attributes);
    expect(own).toContain('contextualEmpty');
    const created = await documents(siblingUid('category')).create({ data: {} });
    expect(created.documentId).toEqual(expect.any(String));
  });

  it('one with another display name keeps its sibling and what is in it', async () => {
    expect(type(siblingUid('home')).info.displayName).toBe('Front page (variants)');
    const content = await documents(siblingUid('home')).findOne({ documentId: contents[HOME], locale: 'en' });
    expect(content).toMatchObject({ headline: 'Variant' });
  });
});

describe('a base type that is gone, or has another name now', () => {
  it('has no sibling, but its variants are kept in their table', async () => {
    expect(type(siblingUid('product'))).toBeUndefined();
    const rows = await running.strapi.db.getConnection('contextual_variant_of_products');
    expect(rows.map(({ name }: any) => name)).toEqual(['Variant']);
  });

  it('leaves the other variants of the experience as they are, and says that it is not available', async () => {
    const listed = await service('variants').contentsOfExperience('moves');
    const gone = listed.filter(({ available }: any) => !available);
    expect(gone).toMatchObject([{ entry: { contentType: PRODUCT }, locales: [] }]);
    expect(listed).toHaveLength(4);
  });

  it('needs attention, and the panel tells when it went', async () => {
    const { data, meta } = await attention();
    const gone = { contentType: PRODUCT, content: { contentType: siblingUid('product') }, count: 1 };
    expect(data.filter(({ code }: any) => code.startsWith('type-'))).toEqual([
      { code: 'type-gone', severity: 'warning', ...gone },
    ]);
    expect(meta.affected.filter(({ code }: any) => code.startsWith('type-'))).toMatchObject([
      { code: 'type-gone', contentType: PRODUCT, contents: 1, experiences: [{ code: 'moves' }] },
    ]);
  });

  it('does not keep the manifest from being built', async () => {
    const answer = await running.http
      .post('/api/contextual/decide')
      .send({ context: {}, entries: [{ contentType: HOME, locale: 'en' }] });
    expect(answer.status).toBe(200);
  });
});

/** Takes a component and a content type out of a schema, as the Content-Type Builder does before it deletes them. */
function forgetWhatGoes({ attributes }: Record<string, any>): void {
  for (const [name, attribute] of Object.entries<any>(attributes)) {
    if (attribute.target === PRODUCT) delete attributes[name];
    if (attribute.components) {
      attribute.components = attribute.components.filter((one: string) => one !== 'sections.quote');
    }
  }
}
