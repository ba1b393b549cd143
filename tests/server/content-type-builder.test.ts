import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import { hasOurTypesOnDisk, openTypeBuilder, schemaFile, type TypeBuilder } from '../support/type-builder';

const ARTICLE = 'api::article.article';
const BANNER = 'api::banner.banner';
const CATEGORY = 'api::category.category';
const HOME = 'api::home.home';
const PRODUCT = 'api::product.product';
const siblingUid = (name: string) => `plugin::contextual.${name}-variant`;

let app: TestApp;
let running: RunningApp;
let builder: TypeBuilder;
/** documentIds of variant content, by the name of the base type. */
const contents: Record<string, string> = {};

const documents = (uid: string) => running.strapi.documents(uid as never) as any;
const service = (name: string) => running.strapi.plugin('contextual').service(name) as any;
const type = (uid: string) => running.strapi.contentTypes[uid as never] as any;
const variantsMayFill = (name: string) => Object.keys(type(siblingUid(name)).attributes);
const content = (name: string, populate?: string[]) =>
  documents(siblingUid(name)).findOne({ documentId: contents[name], populate });

/** What an administrator does: change, save, and the server starts again from the written files. */
async function save(options?: { withPanelHalf?: boolean }): Promise<void> {
  await builder.save(options);
  await running.stop();
  running = await app.boot();
  builder = await openTypeBuilder(running);
}

async function writeVariant(name: string, uid: string, base: object, data: object): Promise<void> {
  const { documentId } = await documents(uid).create({ data: base });
  const entry = { contentType: uid, documentId };
  const added = await service('variants').addContent('ctb', 'one', { entry, data });
  contents[name] = added.variantDocumentId;
}

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  await service('experiences').create({ code: 'ctb', name: 'Builder' });
  await service('variants').create('ctb', { code: 'one', name: 'One' });
  await writeVariant(
    'article',
    ARTICLE,
    { title: 'Base', slug: 'base' },
    {
      title: 'Variant',
      teaser: 'Short',
      seo: { title: 'Found' },
      blocks: [
        { __component: 'sections.quote', text: 'Said', source: 'Somebody' },
        { __component: 'sections.teaser', heading: 'Stays', text: 'here' },
      ],
    },
  );
  await writeVariant('banner', BANNER, { label: 'B', slug: 'b', headline: 'Base' }, { headline: 'Variant' });
  await writeVariant('home', HOME, { headline: 'Base' }, { headline: 'Variant' });
  builder = await openTypeBuilder(running);
}, 120_000);

afterAll(async () => {
  await running?.stop();
  app.remove();
});

afterEach(() => expect(hasOurTypesOnDisk(app)).toBe(false));

describe('ticking boxes in the Content-Type Builder', () => {
  it('gives a type its sibling, and an attribute its place in it, at the next start', async () => {
    builder.setEnabled(CATEGORY, true);
    builder.setVariable(ARTICLE, 'teaser', false);
    builder.setVariable(ARTICLE, 'sponsored', true);
    await save();
    expect(variantsMayFill('category')).toEqual(expect.arrayContaining(['name', 'description', 'articles']));
    expect(variantsMayFill('category')).not.toContain('slug');
    expect(variantsMayFill('article')).toContain('sponsored');
    expect(variantsMayFill('article')).not.toContain('teaser');
    const { documentId } = await documents(CATEGORY).create({ data: { name: 'Base', slug: 'c' } });
    const entry = { contentType: CATEGORY, documentId };
    const added = await service('variants').addContent('ctb', 'one', { entry, data: { name: 'Variant' } });
    contents.category = added.variantDocumentId;
    expect(await content('category')).toMatchObject({ name: 'Variant' });
  });

  it('writes into the schema what is chosen, and nothing else', () => {
    const category = schemaFile(app, 'category');
    expect(category.pluginOptions).toEqual({ i18n: { localized: true }, contextual: { enabled: true } });
    expect(JSON.stringify(category.attributes)).not.toContain('contextual');
    const { teaser, sponsored } = schemaFile(app, 'article').attributes;
    expect(teaser.pluginOptions).toMatchObject({ contextual: { variable: false } });
    expect(sponsored.pluginOptions).toMatchObject({ contextual: { variable: true } });
  });
});

describe('every other save', () => {
  it('adds and renames attributes, and makes new types with variants and without', async () => {
    const attributes = builder.type(ARTICLE).attributes;
    const target = { forTarget: 'contentType', targetUid: ARTICLE };
    builder.edit('addAttribute', { ...target, attributeToSet: { name: 'subtitle', type: 'string' } });
    const note = attributes.find(({ name }) => name === 'internalNote');
    builder.edit('editAttribute', {
      ...target,
      name: 'internalNote',
      attributeToSet: { ...note, name: 'remark' },
    });
    for (const [name, enabled] of [
      ['note', true],
      ['log-line', false],
    ] as const) {
      const uid = `api::${name}.${name}`;
      const data = {
        displayName: name,
        singularName: name,
        pluralName: `${name}s`,
        kind: 'collectionType',
        draftAndPublish: true,
        pluginOptions: { contextual: { enabled } },
      };
      builder.edit('createSchema', { uid, data });
      const attributeToSet = { name: 'text', type: 'text' };
      builder.edit('addAttribute', { forTarget: 'contentType', targetUid: uid, attributeToSet });
    }
    // And two boxes back to where they stand by themselves.
    builder.setVariable(ARTICLE, 'teaser', true);
    builder.setVariable(ARTICLE, 'sponsored', false);
    await save();
    expect(variantsMayFill('article')).toEqual(expect.arrayContaining(['subtitle', 'remark']));
    expect(variantsMayFill('article')).not.toContain('internalNote');
    expect(variantsMayFill('note')).toContain('text');
    expect(type(siblingUid('log-line'))).toBeUndefined();
    expect(schemaFile(app, 'log-line').pluginOptions).toEqual({});
    expect(await content('article')).toMatchObject({ title: 'Variant', subtitle: null });
  });

  it('has deleted what variants had in an attribute that might not differ, as the warning says', async () => {
    expect(variantsMayFill('article')).toContain('teaser');
    expect(variantsMayFill('article')).not.toContain('sponsored');
    expect(await content('article')).toMatchObject({ title: 'Variant', teaser: null });
  });

  it('leaves nothing in the schema of a choice that is taken back', () => {
    const { teaser, sponsored } = schemaFile(app, 'article').attributes;
    expect(JSON.stringify([teaser, sponsored])).not.toContain('contextual');
    expect(teaser.pluginOptions).toEqual({ i18n: { localized: true } });
  });

  it('deletes components that variants use, and takes them out of the variants', async () => {
    builder.edit('deleteComponent', 'shared.seo');
    builder.edit('deleteComponent', 'sections.quote');
    // Strapi's own panel would send the variants' types along.
    expect(builder.uidsToSend({ withPanelHalf: false })).toContain(siblingUid('article'));
    expect(builder.uidsToSend()).not.toContain(siblingUid('article'));
    await save();
    expect(variantsMayFill('article')).not.toContain('seo');
    const { title, blocks } = await content('article', ['blocks']);
    expect(title).toBe('Variant');
    expect(blocks.map((block: any) => block.__component)).toEqual(['sections.teaser']);
  });

  it('deletes a type that variants relate to, and survives a panel without our half', async () => {
    builder.edit('deleteContentType', PRODUCT);
    expect(builder.uidsToSend({ withPanelHalf: false })).toContain(siblingUid('article'));
    await save({ withPanelHalf: false });
    expect(type(PRODUCT)).toBeUndefined();
    expect(variantsMayFill('article')).not.toContain('products');
    expect(await content('article')).toMatchObject({ title: 'Variant' });
    expect(await content('home')).toMatchObject({ headline: 'Variant' });
  });

  it('refuses to change a type of ours by its name', async () => {
    const authorization = `Bearer ${await running.adminToken()}`;
    const response = await running.http
      .put(`/content-type-builder/content-types/${siblingUid('article')}`)
      .set('Authorization', authorization)
      .send({ contentType: { displayName: 'Mine', attributes: {} } });
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain('base type');
  });
});

describe('turning a type off', () => {
  it('leaves no trace in the schema, takes the sibling away and keeps its content', async () => {
    builder.setEnabled(CATEGORY, false);
    await save();
    expect(schemaFile(app, 'category').pluginOptions).toEqual({ i18n: { localized: true } });
    expect(type(siblingUid('category'))).toBeUndefined();
    const rows = await running.strapi.db
      .connection('contextual_variant_of_categories')
      .where({ document_id: contents.category });
    expect(rows.length).toBeGreaterThan(0);
  });

  it('and deleting another with its variants in one save leaves the rest as it was', async () => {
    builder.setEnabled(CATEGORY, true);
    builder.edit('deleteContentType', BANNER);
    await save();
    expect(type(BANNER)).toBeUndefined();
    expect(type(siblingUid('banner'))).toBeUndefined();
    expect(await content('category')).toMatchObject({ name: 'Variant' });
    expect(await content('home')).toMatchObject({ headline: 'Variant' });
    expect(await content('article')).toMatchObject({ title: 'Variant' });
  });
});
