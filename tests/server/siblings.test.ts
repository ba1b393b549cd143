import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import { addTypesThatShareTheirName, installFakeGraphql } from '../support/fake-plugins';

const ARTICLE = 'api::article.article';
const ARTICLE_VARIANT = 'plugin::contextual.article-variant';
const HOME_VARIANT = 'plugin::contextual.home-variant';
const BANNER_VARIANT = 'plugin::contextual.banner-variant';

let app: TestApp;
let running: RunningApp;

beforeAll(async () => {
  app = createTestApp();
  installFakeGraphql(app);
  addTypesThatShareTheirName(app);
  running = await app.boot();
});

afterAll(async () => {
  await running.stop();
  app.remove();
});

const documents = (uid: string) => running.strapi.documents(uid as never) as any;
const type = (uid: string) => running.strapi.contentTypes[uid as never] as any;
const asAdmin = async (method: 'get' | 'post' | 'put' | 'delete', url: string) =>
  running.http[method](url).set('Authorization', `Bearer ${await running.adminToken()}`);

describe('sibling content types', () => {
  it('exist for every type that opted in, and for no other', () => {
    const siblings = Object.keys(running.strapi.contentTypes).filter((uid) => /-variant$/.test(uid));
    expect(siblings.sort()).toEqual([
      'plugin::contextual.article-variant',
      'plugin::contextual.banner-variant',
      'plugin::contextual.home-variant',
      'plugin::contextual.leaflet-variant',
      'plugin::contextual.press-leaflet-variant',
      'plugin::contextual.product-variant',
    ]);
    expect(type('api::category.category')).toBeDefined();
  });

  it('keep types apart that share a singular name, one of the project and one of a plugin', () => {
    expect(type('plugin::contextual.leaflet-variant').pluginOptions.contextual.variantOf).toBe(
      'api::leaflet.leaflet',
    );
    expect(type('plugin::contextual.press-leaflet-variant').pluginOptions.contextual.variantOf).toBe(
      'plugin::press.leaflet',
    );
  });

  it('condition 1: name their plugin, so that the Content-Type Builder saves other types', async () => {
    for (const uid of [ARTICLE_VARIANT, HOME_VARIANT, BANNER_VARIANT]) {
      expect(type(uid).plugin).toBe('contextual');
      expect(type(uid).globalId).toMatch(/^Contextual[A-Z]/);
      expect(type(uid).collectionName).toMatch(/^contextual_variant_of_/);
    }
    await addAttributeInBuilder('api::category.category', 'motto', { type: 'string' });
    expect(schemaFile('category').attributes.motto).toEqual({ type: 'string' });
  });

  it('condition 2: show the Content-Type Builder no attributes, so that deleting a component writes no file', async () => {
    expect(type(ARTICLE_VARIANT).__schema__.attributes).toEqual({});
    const builder = running.strapi.plugin('content-type-builder').service('components');
    await builder.deleteComponent('sections.quote');
    expect(existsSync(path.join(app.folder, 'src/extensions/contextual'))).toBe(false);
    expect(schemaFile('article').attributes.blocks.components).not.toContain('sections.quote');
  });

  it('condition 3: speak the locales of their base', async () => {
    const { locale, localizations } = type(ARTICLE_VARIANT).attributes;
    expect(locale.type).toBe('string');
    expect(localizations.target).toBe(ARTICLE_VARIANT);
    expect(localizations.joinColumn.referencedTable).toBe('contextual_variant_of_articles');
    const created = await documents(ARTICLE_VARIANT).create({ locale: 'en', data: { title: 'English' } });
    await documents(ARTICLE_VARIANT).update({
      documentId: created.documentId,
      locale: 'de',
      data: { title: 'Deutsch' },
    });
    const german = await documents(ARTICLE_VARIANT).findOne({
      documentId: created.documentId,
      locale: 'de',
      populate: ['localizations'],
    });
    expect(german).toMatchObject({ title: 'Deutsch', locale: 'de' });
    expect(german.localizations.map((other: any) => other.locale)).toEqual(['en']);
  });

  it('condition 3: stay without locales where the base is not localised', async () => {
    expect(type(BANNER_VARIANT).pluginOptions.i18n).toBeUndefined();
    const created = await documents(BANNER_VARIANT).create({ data: { headline: 'For all' } });
    expect(created.locale).toBeNull();
  });

  it('condition 4: can be created and published in the Content Manager, out of sight of the builder', async () => {
    expect(type(ARTICLE_VARIANT).pluginOptions['content-manager'].visible).toBe(true);
    expect(type(ARTICLE_VARIANT).pluginOptions['content-type-builder'].visible).toBe(false);
    const token = await running.adminToken();
    const created = await running.http
      .post(`/content-manager/collection-types/${ARTICLE_VARIANT}`)
      .set('Authorization', `Bearer ${token}`)
      .send({ title: 'Made in the Content Manager' });
    expect(created.status).toBe(201);
    const published = await running.http
      .post(
        `/content-manager/collection-types/${ARTICLE_VARIANT}/${created.body.data.documentId}/actions/publish`,
      )
      .set('Authorization', `Bearer ${token}`)
      .send({});
    expect(published.status).toBe(200);
    expect(published.body.data.publishedAt).not.toBeNull();
  });

  it('condition 5: have drafts where their base has, and no review stages', () => {
    expect(type(ARTICLE_VARIANT).options).toMatchObject({ draftAndPublish: true, noStageAttribute: true });
    expect(type(HOME_VARIANT).options).toMatchObject({ draftAndPublish: true, noStageAttribute: true });
    expect(type(BANNER_VARIANT).options).toMatchObject({ draftAndPublish: false, noStageAttribute: true });
  });

  it('condition 6: carry the variable attributes only, none required, unique, defaulted or bound to an inverse side', () => {
    const own = (uid: string) => Object.keys(type(uid).attributes).filter((name) => !STRAPIS.includes(name));
    expect(own(ARTICLE_VARIANT)).toEqual([
      'title',
      'teaser',
      'body',
      'cover',
      'gallery',
      'blocks',
      'seo',
      'category',
      'products',
      'readingMinutes',
      'internalNote',
      'contextualEmpty',
    ]);
    expect(own('plugin::contextual.product-variant')).toEqual([
      'name',
      'summary',
      'description',
      'image',
      'category',
      'specs',
      'highlights',
      'contextualEmpty',
    ]);
    for (const uid of [ARTICLE_VARIANT, HOME_VARIANT, BANNER_VARIANT, 'plugin::contextual.product-variant']) {
      for (const name of own(uid)) {
        const attribute = type(uid).attributes[name];
        for (const option of ['required', 'unique', 'default', 'conditions', 'inversedBy', 'mappedBy']) {
          expect(attribute).not.toHaveProperty(option);
        }
      }
    }
    expect(type('plugin::contextual.product-variant').attributes.highlights).not.toHaveProperty('min');
    expect(type(ARTICLE_VARIANT).attributes.internalNote.private).toBe(true);
  });

  it('condition 6: are collection types even for a single type, and hold several documents of it', async () => {
    expect(type('api::home.home').kind).toBe('singleType');
    expect(type(HOME_VARIANT).kind).toBe('collectionType');
    const first = await documents(HOME_VARIANT).create({ data: { headline: 'One' } });
    const second = await documents(HOME_VARIANT).create({ data: { headline: 'Two' } });
    expect(first.documentId).not.toBe(second.documentId);
  });

  it('condition 6: leave the inverse side of a relation alone', async () => {
    const category = await documents('api::category.category').create({ data: { name: 'TV', slug: 'tv' } });
    const variant = await documents(ARTICLE_VARIANT).create({
      data: { title: 'With category', category: { documentId: category.documentId } },
      populate: ['category'],
    });
    expect(variant.category.documentId).toBe(category.documentId);
    const inverse = await documents('api::category.category').findOne({
      documentId: category.documentId,
      populate: ['articles'],
    });
    expect(inverse.articles).toEqual([]);
  });

  it('condition 7: register under a key that is their singular name, in a table of their own', () => {
    const tables = [...running.strapi.db.metadata.values()].map(({ tableName }: any) => tableName);
    expect(new Set(tables).size).toBe(tables.length);
    for (const uid of Object.keys(running.strapi.contentTypes).filter((one) => /-variant$/.test(one))) {
      expect(type(uid).info.singularName).toBe(uid.split('.')[1]);
      expect(type(uid).info.singularName).not.toBe(type(uid).info.pluralName);
    }
    expect(tables).toEqual(expect.arrayContaining(['contextual_variants', 'contextual_variant_of_articles']));
  });

  it('condition 8: have all their tables kept when Strapi no longer sees them', async () => {
    const stored = (await running.strapi.store.get({ type: 'core', key: 'persisted_tables' })) as any[];
    const names = stored.map(({ name }) => name);
    const ours = (await running.strapi.db.dialect.schemaInspector.getTables()).filter((name: string) =>
      name.startsWith('contextual_'),
    );
    expect(ours.length).toBeGreaterThan(20);
    expect(names).toEqual(expect.arrayContaining(ours));
    expect(stored.find(({ name }) => name === 'contextual_variant_of_articles_products_lnk')).toEqual({
      name: 'contextual_variant_of_articles_products_lnk',
      dependsOn: [{ name: 'products' }],
    });
    expect(names).not.toContain('files_related_mph');
  });

  it('condition 9: are hidden from GraphQL', () => {
    const disabled = (globalThis as any).graphqlDisabled as string[];
    const siblings = Object.keys(running.strapi.contentTypes).filter((uid) => /-variant$/.test(uid));
    expect(disabled).toEqual(expect.arrayContaining(siblings));
  });

  it('have no REST route', async () => {
    expect((await running.http.get('/api/article-variants')).status).toBe(404);
  });

  it('show editors the fields where the base has them', async () => {
    const service = running.strapi.plugin('content-manager').service('content-types');
    const base = await service.findConfiguration({ uid: ARTICLE });
    const own = await service.findConfiguration({ uid: ARTICLE_VARIANT });
    expect(own.settings.mainField).toBe('title');
    const names = (view: any) => view.layouts.edit.flat().map(({ name }: any) => name);
    const shared = names(base).filter((name: string) => type(ARTICLE_VARIANT).attributes[name]);
    expect(names(own)).toEqual([...shared, 'contextualEmpty']);
    const banner = await service.findConfiguration({ uid: BANNER_VARIANT });
    expect(banner.settings.mainField).toBe('headline');
  });

  it('keep booleans, defaults and everything else empty until an editor fills it', async () => {
    const created = await documents('plugin::contextual.product-variant').create({ data: {} });
    const { name, summary, description, specs, image } = await documents(
      'plugin::contextual.product-variant',
    ).findOne({
      documentId: created.documentId,
      populate: '*',
    });
    expect({ name, summary, description, specs, image }).toEqual({
      name: null,
      summary: null,
      description: null,
      specs: [],
      image: null,
    });
    const published = await documents('plugin::contextual.product-variant').publish({
      documentId: created.documentId,
    });
    expect(published.entries).toHaveLength(1);
    const leaflet = await documents('plugin::contextual.leaflet-variant').create({ data: { title: 'x' } });
    expect(leaflet).toMatchObject({ sticky: null, size: null, pages: null });
  });

  it('take a list of deliberately empty attributes and refuse one that cannot be emptied', async () => {
    const created = await documents(ARTICLE_VARIANT).create({ data: { contextualEmpty: ['teaser'] } });
    expect(created.contextualEmpty).toEqual(['teaser']);
    await expect(
      documents(ARTICLE_VARIANT).update({
        documentId: created.documentId,
        data: { contextualEmpty: ['teaser', 'slug'] },
      }),
    ).rejects.toMatchObject({
      code: 'variant-content-invalid',
      message: expect.stringContaining('"slug" cannot be emptied in a variant'),
      issues: [{ code: 'empties-unknown-attribute', path: ['contextualEmpty', 1] }],
    });
    await expect(
      documents(ARTICLE_VARIANT).create({ data: { contextualEmpty: 'teaser' } }),
    ).rejects.toMatchObject({ issues: [{ code: 'empties-not-a-list' }] });
    const response = await running.http
      .post(`/content-manager/collection-types/${ARTICLE_VARIANT}`)
      .set('Authorization', `Bearer ${await running.adminToken()}`)
      .send({ contextualEmpty: ['__proto__'] });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('cannot be emptied');
    expect(await asAdmin('get', `/content-manager/collection-types/${ARTICLE_VARIANT}`)).toMatchObject({
      status: 200,
    });
  });
});

const STRAPIS = [
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
];

function schemaFile(name: string): any {
  const file = path.join(app.folder, `src/api/${name}/content-types/${name}/schema.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** As the Content-Type Builder saves, without its restart of the server. */
async function addAttributeInBuilder(uid: string, name: string, attribute: object): Promise<void> {
  const service = running.strapi.plugin('content-type-builder').service('content-types');
  const { attributes, info, options, pluginOptions, kind } = type(uid).__schema__;
  await service.editContentType(uid, {
    contentType: {
      ...info,
      kind,
      ...options,
      pluginOptions,
      attributes: { ...attributes, [name]: attribute },
    },
    components: [],
  });
}
