import { createRole, type TestRole } from '../support/admin-client';
import { createTestApp, type RunningApp } from '../support/boot';

const ARTICLE = 'api::article.article';
const BANNER = 'api::banner.banner';
const VARIANT = 'plugin::contextual.article-variant';
const BANNER_VARIANT = 'plugin::contextual.banner-variant';
const HOME_VARIANT = 'plugin::contextual.home-variant';

let app: RunningApp;
let local: TestRole;
let logged: string[] = [];
const testApp = createTestApp();

const query = (uid: string) => app.strapi.db.query(uid as never) as any;
const explorer = (action: string, subject: string, properties: object = {}, conditions: string[] = []) => ({
  action: `plugin::content-manager.explorer.${action}`,
  subject,
  properties,
  conditions,
});

/** Permissions of a role on a content type by short action; two of an action would show as one too many. */
async function rightsOf(name: string, subject: string): Promise<Record<string, any>> {
  const role = await query('admin::role').findOne({ where: { name } });
  const rows = await query('admin::permission').findMany({ where: { role: role.id, subject } });
  const rights = rows.map((row: any) => [row.action.replace('plugin::content-manager.explorer.', ''), row]);
  expect(new Set(rights.map(([action]: any) => action)).size).toBe(rows.length);
  return Object.fromEntries(rights);
}

const switchTypes = (enabled: boolean, ...names: string[]) => {
  for (const name of names) {
    testApp.edit(`src/api/${name}/content-types/${name}/schema.json`, (schema) => {
      schema.pluginOptions.contextual.enabled = enabled;
    });
  }
};

/** Starts it again and keeps what it logs about rights. */
async function start(withPlugin = true): Promise<void> {
  await app?.stop();
  // Where Strapi's logger writes to depends on whether Jest runs one file or several.
  const { _stdout: stream } = console as unknown as { _stdout?: NodeJS.WriteStream };
  const write = stream
    ? jest.spyOn(stream, 'write').mockImplementation(() => true)
    : jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    app = await testApp.boot({ withPlugin });
    const lines = (write.mock.calls as unknown[][]).map(([line]) => String(line));
    logged = lines.filter((line) => line.includes('rights that they have'));
  } finally {
    write.mockRestore();
  }
}

beforeAll(async () => {
  switchTypes(false, 'article', 'banner');
  await start();
  await app.adminToken();
  local = await createRole(app, 'local');
  await local.permitAll([
    explorer('create', ARTICLE, { fields: ['title', 'slug', 'seo.metaTitle'], locales: ['en'] }),
    explorer('read', ARTICLE, { fields: ['title', 'slug', 'seo.metaTitle'], locales: ['en'] }),
    explorer('update', ARTICLE, { fields: ['title'], locales: ['en'] }, ['admin::is-creator']),
    explorer('delete', ARTICLE, { locales: ['en'] }),
    explorer('publish', ARTICLE, { locales: ['en'] }, ['admin::is-creator']),
  ]);
  await (await createRole(app, 'addresses')).permitAll([explorer('read', ARTICLE, { fields: ['slug'] })]);
  // As with a content type that was just made: nobody may do anything with it yet.
  await query('admin::permission').deleteMany({ where: { subject: BANNER } });
}, 120_000);

afterAll(async () => {
  await app?.stop();
  testApp.remove();
});

jest.setTimeout(120_000);

describe('the very first start', () => {
  it('leaves the rights of its roles to Strapi, which gives them everything', async () => {
    const rights = await rightsOf('Editor', HOME_VARIANT);
    // Strapi itself drops what has no locales (deleting, publishing) of localised types, entries and variants alike.
    expect(Object.keys(rights)).toEqual(Object.keys(await rightsOf('Editor', 'api::home.home')));
    expect(Object.keys(rights)).toEqual(expect.arrayContaining(['create', 'read', 'update']));
    expect(rights.update.properties.fields).toContain('contextualEmpty');
    expect(logged).toEqual([]);
  });
});

describe('the first start with variants of a content type', () => {
  beforeAll(async () => {
    switchTypes(true, 'article', 'banner');
    await start();
  });

  it('gives roles the rights that they have on entries, with the fields that variants have', async () => {
    const editor = await rightsOf('Editor', VARIANT);
    expect(Object.keys(editor)).toEqual(Object.keys(await rightsOf('Editor', ARTICLE)));
    expect(editor.update.properties.fields).toEqual(
      expect.arrayContaining(['title', 'seo.metaTitle', 'contextualEmpty']),
    );
    expect(editor.update.properties.fields).not.toContain('slug');
    const author = await rightsOf('Author', VARIANT);
    expect(Object.keys(author)).toEqual(Object.keys(await rightsOf('Author', ARTICLE)));
    expect(author.update.conditions).toEqual(['admin::is-creator']);
  });

  it('keeps locales and conditions', async () => {
    const rights = await rightsOf('local', VARIANT);
    const nested = ['title', 'seo.metaTitle', 'contextualEmpty'];
    expect(rights.read.properties).toEqual({ fields: nested, locales: ['en'] });
    expect(rights.update).toMatchObject({
      properties: { fields: ['title', 'contextualEmpty'], locales: ['en'] },
      conditions: ['admin::is-creator'],
    });
    expect(rights.delete.properties).toEqual({ locales: ['en'] });
    expect(rights.publish).toMatchObject({
      properties: { locales: ['en'] },
      conditions: ['admin::is-creator'],
    });
  });

  it('gives nothing to a role that may touch nothing that varies', async () => {
    expect(await rightsOf('addresses', VARIANT)).toEqual({});
  });

  it('names the roles in one line of the log', () => {
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(`Editor, Author, local on variants of "${ARTICLE}"`);
    expect(logged[0]).not.toContain('addresses');
    expect(logged[0]).not.toContain(BANNER);
  });
});

describe('a start without the plugin', () => {
  it('loses nothing of it, even where no administrator was there in between', async () => {
    const before = await rightsOf('local', VARIANT);
    await start(false);
    expect(await rightsOf('local', VARIANT)).toEqual({});
    await start();
    const after = await rightsOf('local', VARIANT);
    const contents = (rights: Record<string, any>) =>
      Object.entries(rights).map(([action, { properties, conditions }]) => ({
        action,
        properties,
        conditions,
      }));
    expect(contents(after)).toEqual(contents(before));
    expect(logged).toEqual([]);
  });

  it('leaves rights that really work in the Content Manager', async () => {
    const { body: login } = await app.http
      .post('/admin/login')
      .send({ email: 'local@example.com', password: 'Contextual-test-1' });
    const made = await app.http
      .post(`/content-manager/collection-types/${VARIANT}?locale=en`)
      .set('Authorization', `Bearer ${login.data.token}`)
      .send({ title: 'Allowed', teaser: 'Not allowed', contextualEmpty: ['cover'] });
    expect(made.status).toBe(201);
    const [row] = await query(VARIANT).findMany({});
    expect(row).toMatchObject({ title: 'Allowed', teaser: null, contextualEmpty: ['cover'] });
  });
});

describe('a right that an administrator took away', () => {
  it('is not given again, whether the type is switched off and on or not', async () => {
    const headers = { Authorization: `Bearer ${await app.adminToken()}` };
    const editor = await query('admin::role').findOne({ where: { name: 'Editor' } });
    const { body } = await app.http.get(`/admin/roles/${editor.id}/permissions`).set(headers);
    const kept = body.data.filter(
      ({ action, subject }: any) => !(subject === VARIANT && action.endsWith('explorer.update')),
    );
    expect(kept).toHaveLength(body.data.length - 1);
    const permissions = [
      ...kept.map(({ action, subject, properties, conditions }: any) => ({
        action,
        subject,
        properties,
        conditions,
      })),
      // And the type that nobody could touch gets its first editors.
      explorer('read', BANNER, { fields: ['headline', 'slug'] }),
    ];
    const saved = await app.http
      .put(`/admin/roles/${editor.id}/permissions`)
      .set(headers)
      .send({ permissions });
    expect(saved.status).toBe(200);
    switchTypes(false, 'article');
    await start();
    expect(app.strapi.contentTypes[VARIANT as never]).toBeUndefined();
    switchTypes(true, 'article');
    const linesWhileOff = logged;
    await start();
    const rights = await rightsOf('Editor', VARIANT);
    expect(Object.keys(rights).sort()).toEqual(['create', 'read']);
    expect(Object.keys(await rightsOf('local', VARIANT))).toHaveLength(5);
    expect(logged).toEqual([]);
    expect(linesWhileOff).toHaveLength(1);
    expect(linesWhileOff[0]).toContain(`Editor on variants of "${BANNER}"`);
  });

  it('does not keep a new content type from its rights, once somebody may edit its entries', async () => {
    const rights = await rightsOf('Editor', BANNER_VARIANT);
    expect(Object.keys(rights)).toEqual(['read']);
    expect(rights.read.properties.fields).toEqual(['headline', 'contextualEmpty']);
  });
});
