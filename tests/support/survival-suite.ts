import { rmSync } from 'node:fs';
import path from 'node:path';
import { adminClient } from './admin-client';
import { createTestApp, type RunningApp, type TestApp } from './boot';
import type { Place } from './ingest-suite';

const ARTICLE = 'api::article.article';
const ARTICLE_VARIANT = 'plugin::contextual.article-variant';
const HOME_VARIANT = 'plugin::contextual.home-variant';
const ARTICLE_SCHEMA = 'src/api/article/content-types/article/schema.json';
const CATEGORY_SCHEMA = 'src/api/category/content-types/category/schema.json';

let app: TestApp;
let running: RunningApp;
let written: Awaited<ReturnType<typeof write>>;

const documents = (uid: string) => running.strapi.documents(uid as never) as any;
const query = (uid: string) => running.strapi.db.query(uid as never) as any;
const variants = () => running.strapi.plugin('contextual').service('variants') as any;
const attention = async () => (await adminClient(running, await running.adminToken()).get('/attention')).body;
const restart = async (withPlugin = true) => {
  await running.stop();
  running = await app.boot({ withPlugin });
};

/** Nothing of ours is lost while Strapi starts without the plugin, or without a content type, on every database. */
export function survivalSuite(database: string, place?: Place): void {
  describe(`survival on ${database}`, () => {
    // Each test starts Strapi two or three times.
    jest.setTimeout(240_000);

    beforeAll(async () => {
      await place?.make();
      app = createTestApp({ env: place?.env ?? { DATABASE_CLIENT: 'sqlite' } });
      running = await app.boot();
      written = await write();
    });

    afterAll(async () => {
      await running?.stop();
      app.remove();
      await place?.remove();
    });

    describe('a start without the plugin', () => {
      it('loses nothing while no schema changes', async () => {
        await restart(false);
        expect(running.strapi.contentTypes[ARTICLE_VARIANT as never]).toBeUndefined();
        expect(await query('admin::permission').count({ where: { subject: ARTICLE_VARIANT } })).toBe(0);
        await restart();
        await expectEverything();
      });

      it('loses nothing while schemas change, which makes Strapi clear out media links', async () => {
        app.edit(CATEGORY_SCHEMA, (schema) => (schema.attributes.motto = { type: 'string' }));
        app.edit(ARTICLE_SCHEMA, (schema) => (schema.attributes.subtitle = { type: 'string' }));
        await restart(false);
        const links = await running.strapi.db
          .getConnection('files_related_mph')
          .where('related_type', ARTICLE_VARIANT);
        expect(links).toEqual([]);
        await restart();
        await expectEverything();
        const report = await variants().survivalReport();
        expect(report.restored.mediaLinks).toBeGreaterThanOrEqual(4);
        expect(report.restored.views).toBeGreaterThanOrEqual(1);
        expect(report.skipped).toEqual([]);
        expect((await readVariant('en')).subtitle).toBeNull();
      });

      it('repeats the restoration after a crash in the middle of it, and changes nothing the second time', async () => {
        const store = () => running.strapi.store({ type: 'plugin', name: 'contextual' });
        await store().set({
          key: 'survival-returned',
          value: ['plugin::contextual.variant', ARTICLE_VARIANT],
        });
        const before = await counts();
        await restart();
        expect(await counts()).toEqual(before);
        expect(await store().get({ key: 'survival-returned' })).toEqual([]);
        await expectEverything();
      });

      it('does not bring back what an administrator took away while the plugin was there', async () => {
        const token = await running.adminToken();
        const own = await permissionsOf(written.role);
        const reduced = own.filter(({ action }: any) => !action.endsWith('explorer.delete'));
        const response = await running.http
          .put(`/admin/roles/${written.role}/permissions`)
          .set('Authorization', `Bearer ${token}`)
          .send({
            permissions: reduced.map(({ action, subject, properties, conditions }: any) => ({
              action,
              subject,
              properties,
              conditions,
            })),
          });
        expect(response.status).toBe(200);
        await restart(false);
        await restart();
        const actions = (await permissionsOf(written.role)).map(({ action }: any) => action);
        expect(actions).toContain('plugin::content-manager.explorer.read');
        expect(actions).not.toContain('plugin::content-manager.explorer.delete');
      });

      it('leaves out what is gone by then, and says so', async () => {
        await restart(false);
        await query('plugin::upload.file').delete({ where: { id: written.files[1] } });
        await query('plugin::users-permissions.role').delete({ where: { id: written.upRole } });
        await documents('api::product.product').delete({ documentId: written.goneEntry, locale: '*' });
        // A content type that the project deleted, its base with it.
        const store = running.strapi.store({ type: 'plugin', name: 'contextual' });
        const snapshot = (await store.get({ key: 'survival-snapshot' })) as any;
        snapshot.types['plugin::contextual.gone-variant'] = { variantOf: 'api::gone.gone', permissions: [] };
        await store.set({ key: 'survival-snapshot', value: snapshot });
        app.edit(CATEGORY_SCHEMA, (schema) => (schema.attributes.second = { type: 'string' }));
        await restart(false);
        await restart();
        const report = await variants().survivalReport();
        expect(report.skipped).toEqual(
          expect.arrayContaining([
            { reason: 'file-deleted', what: ARTICLE_VARIANT, count: expect.any(Number) },
            { reason: 'holder-deleted', what: 'plugin::users-permissions.role', count: 1 },
            { reason: 'row-deleted', what: 'api::product.product', count: 1 },
            { reason: 'type-deleted', what: 'plugin::contextual.gone-variant', count: 1 },
          ]),
        );
        const one = await readVariant('en');
        expect(one.cover.id).toBe(written.files[0]);
        expect(one.gallery.map(({ id }: any) => id)).toEqual([written.files[2]]);
        expect(
          await query('plugin::contextual.variant-content').count({
            where: { entryDocumentId: written.goneEntry },
          }),
        ).toBe(0);
      });
    });

    describe('turning a type off and on again', () => {
      it('loses nothing of it, and leaves the other types alone', async () => {
        app.edit(ARTICLE_SCHEMA, (schema) => (schema.pluginOptions.contextual.enabled = false));
        await restart();
        expect(running.strapi.contentTypes[ARTICLE_VARIANT as never]).toBeUndefined();
        expect(running.strapi.contentTypes[HOME_VARIANT as never]).toBeDefined();
        const [off] = await variants().contentsOfExperience('survivor');
        expect(off).toMatchObject({ variantDocumentId: written.variantDocumentId, available: false });
        // An administrator at work stores a new snapshot; the type that is off must keep its part of the old one.
        const token = await running.adminToken();
        await running.http.get('/admin/users/me').set('Authorization', `Bearer ${token}`);
        const whileOff = await attention();
        expect(whileOff.data).toContainEqual(
          expect.objectContaining({ code: 'type-off', contentType: ARTICLE }),
        );
        expect(whileOff.meta.affected[0]).toMatchObject({ code: 'type-off', contentType: ARTICLE });
        app.edit(ARTICLE_SCHEMA, (schema) => (schema.pluginOptions.contextual.enabled = true));
        await restart();
        const again = await attention();
        expect(again.data.map(({ code }: any) => code)).not.toContain('type-off');
        expect(again.meta.affected[0]).toMatchObject({ code: 'type-on', contentType: ARTICLE });
        expect(again.meta.affected[0].contents).toBe(whileOff.meta.affected[0].contents);
        const one = await readVariant('en');
        expect(one).toMatchObject({ title: 'For hikers', seo: { metaTitle: 'Hike' } });
        expect(one.cover.id).toBe(written.files[0]);
        expect(one.category.documentId).toBe(written.category);
        const actions = (await permissionsOf(written.role)).map(({ action, subject }: any) => [
          action,
          subject,
        ]);
        expect(actions).toContainEqual(['plugin::content-manager.explorer.read', ARTICLE_VARIANT]);
        expect((await view()).settings.pageSize).toBe(50);
      });
    });

    describe('a content type that variants link to', () => {
      it('can be deleted while the plugin is away, and takes nothing with it but the links', async () => {
        for (const schema of [ARTICLE_SCHEMA, 'src/api/product/content-types/product/schema.json']) {
          app.edit(schema, ({ attributes }) => delete attributes.category);
        }
        rmSync(path.join(app.folder, 'src/api/category'), { recursive: true });
        await restart(false);
        expect(await running.strapi.db.getSchemaConnection().hasTable('categories')).toBe(false);
        await restart();
        expect(await readVariant('en', 'draft', false)).toMatchObject({ title: 'For hikers' });
        expect(await readVariant('en', 'published', false)).toMatchObject({ title: 'For hikers' });
        expect(await variants().find('survivor')).toMatchObject([{ code: 'hikers' }]);
      });
    });
  });
}

/** Content, grants, permissions and a view, and an administrator's request that makes a snapshot of them. */
async function write() {
  const files = [];
  for (const name of ['one', 'two', 'three']) {
    const file = await query('plugin::upload.file').create({
      data: {
        name,
        hash: name,
        ext: '.png',
        mime: 'image/png',
        size: 1,
        url: `/uploads/${name}.png`,
        provider: 'local',
      },
    });
    files.push(file.id as number);
  }
  const [file0, file1, file2] = files;
  const category = await documents('api::category.category').create({
    locale: 'en',
    data: { name: 'TV', slug: 'tv' },
  });
  const product = await documents('api::product.product').create({
    locale: 'en',
    data: { name: 'Set', slug: 'set', sku: '1', highlights: [{ text: 'x' }] },
  });
  const gone = await documents('api::product.product').create({
    locale: 'en',
    data: { name: 'Gone', slug: 'gone', sku: '2', highlights: [{ text: 'x' }] },
  });
  const base = await documents(ARTICLE).create({ locale: 'en', data: { title: 'Base', slug: 'base' } });
  await documents('plugin::contextual.experience').create({
    data: { code: 'survivor', name: 'Survivor', seed: 's', goal: 'interaction' },
  });
  await variants().create('survivor', { code: 'hikers', name: 'Hikers', audiences: ['hikers'] });
  const content = await variants().addContent('survivor', 'hikers', {
    entry: { contentType: ARTICLE, documentId: base.documentId },
    locale: 'en',
    data: {
      title: 'For hikers',
      cover: file0,
      gallery: [file1, file2],
      seo: { metaTitle: 'Hike', shareImage: file0 },
      blocks: [{ __component: 'sections.teaser', heading: 'Up', link: { label: 'Go', url: '/up' } }],
      category: category.documentId,
      products: [product.documentId],
      contextualEmpty: ['teaser'],
    },
  });
  const key = {
    experience: 'survivor',
    variant: 'hikers',
    entry: { contentType: ARTICLE, documentId: base.documentId },
  };
  await variants().publishContent(key, 'en');
  await variants().addContent('survivor', 'hikers', {
    entry: { contentType: 'api::product.product', documentId: gone.documentId },
    locale: 'en',
    data: { name: 'Gone too' },
  });

  const token = await running.adminToken();
  const auth = { Authorization: `Bearer ${token}` };
  const upRole = await query('plugin::users-permissions.role').create({
    data: { name: 'Members', type: 'members' },
  });
  await query('plugin::users-permissions.permission').create({
    data: { action: 'plugin::contextual.decision.find', role: upRole.id },
  });
  const apiToken = await running.http
    .post('/admin/api-tokens')
    .set(auth)
    .send({
      name: 'custom',
      description: '',
      type: 'custom',
      lifespan: null,
      permissions: ['plugin::contextual.event.create'],
    });
  const role = await running.http
    .post('/admin/roles')
    .set(auth)
    .send({ name: 'Variant editors', description: 'x' });
  const explorer = (action: string, properties: object) => ({
    action: `plugin::content-manager.explorer.${action}`,
    subject: ARTICLE_VARIANT,
    properties,
    conditions: [],
  });
  const fields = { fields: ['title', 'teaser', 'cover'], locales: ['en'] };
  const granted = await running.http
    .put(`/admin/roles/${role.body.data.id}/permissions`)
    .set(auth)
    .send({
      permissions: [
        explorer('read', fields),
        explorer('update', fields),
        explorer('delete', { locales: ['en'] }),
        { action: 'plugin::contextual.audiences.read', subject: null, properties: {}, conditions: [] },
      ],
    });
  if (granted.status !== 200) throw new Error(JSON.stringify(granted.body));
  const configuration = await view();
  const saved = await running.http
    .put(`/content-manager/content-types/${ARTICLE_VARIANT}/configuration`)
    .set(auth)
    .send({
      settings: { ...configuration.settings, pageSize: 50 },
      metadatas: Object.fromEntries(
        Object.entries(configuration.metadatas).filter(([name]) => name !== 'id' && name !== 'documentId'),
      ),
      layouts: configuration.layouts,
    });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
  return {
    files,
    category: category.documentId,
    product: product.documentId,
    base: base.documentId,
    variantDocumentId: content.variantDocumentId as string,
    goneEntry: gone.documentId as string,
    upRole: upRole.id as number,
    apiToken: apiToken.body.data.id as number,
    role: role.body.data.id as number,
  };
}

async function expectEverything(): Promise<void> {
  for (const status of ['draft', 'published'] as const) {
    const one = await readVariant('en', status);
    expect(one).toMatchObject({
      title: 'For hikers',
      contextualEmpty: ['teaser'],
      seo: { metaTitle: 'Hike', shareImage: { id: written.files[0] } },
      blocks: [{ __component: 'sections.teaser', heading: 'Up', link: { label: 'Go', url: '/up' } }],
      cover: { id: written.files[0] },
    });
    expect(one.gallery.map(({ id }: any) => id)).toEqual([written.files[1], written.files[2]]);
    expect(one.category.documentId).toBe(written.category);
    if (status === 'draft')
      expect(one.products.map(({ documentId }: any) => documentId)).toEqual([written.product]);
  }
  expect(await variants().find('survivor')).toMatchObject([{ code: 'hikers', audiences: ['hikers'] }]);
  const contents = await variants().contentsOfExperience('survivor');
  expect(contents[0]).toMatchObject({ available: true, locales: [{ locale: 'en', status: 'published' }] });

  const grants = await query('plugin::users-permissions.permission').findMany({
    where: { action: 'plugin::contextual.decision.find' },
    populate: ['role'],
  });
  expect(grants.map(({ role }: any) => role.type).sort()).toEqual(['members', 'public']);
  const tokens = await query('admin::api-token-permission').findMany({
    where: { action: 'plugin::contextual.event.create' },
    populate: ['token'],
  });
  expect(tokens.map(({ token }: any) => token.id)).toEqual([written.apiToken]);
  const permissions = await permissionsOf(written.role);
  expect(permissions.map(({ action }: any) => action).sort()).toEqual([
    'plugin::content-manager.explorer.delete',
    'plugin::content-manager.explorer.read',
    'plugin::content-manager.explorer.update',
    'plugin::contextual.audiences.read',
  ]);
  const read = permissions.find(({ action }: any) => action.endsWith('explorer.read'));
  expect(read).toMatchObject({
    subject: ARTICLE_VARIANT,
    properties: { fields: ['title', 'teaser', 'cover'], locales: ['en'] },
  });
  expect((await view()).settings.pageSize).toBe(50);
}

const readVariant = (locale: string, status: 'draft' | 'published' = 'draft', category = true) =>
  documents(ARTICLE_VARIANT).findOne({
    documentId: written.variantDocumentId,
    locale,
    status,
    populate: {
      cover: true,
      gallery: true,
      ...(category && { category: true }),
      products: true,
      seo: { populate: '*' },
      blocks: { on: { 'sections.teaser': { populate: '*' } } },
    },
  });

const permissionsOf = (role: number) =>
  query('admin::permission').findMany({ where: { role: { id: role } }, orderBy: { id: 'asc' } });

const view = () =>
  running.strapi
    .plugin('content-manager')
    .service('content-types')
    .findConfiguration({ uid: ARTICLE_VARIANT });

async function counts() {
  const links = await running.strapi.db.getConnection('files_related_mph').count({ count: '*' });
  return {
    permissions: await query('admin::permission').count(),
    grants: await query('plugin::users-permissions.permission').count(),
    tokens: await query('admin::api-token-permission').count(),
    links,
  };
}
