import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import { allow, ARTICLE, forbid, GERMAN, openShop, type Shop } from './delivery-shop';

const DECIDE = 'plugin::contextual.decision.find';
const COLLECT = 'plugin::contextual.event.create';
const TOKENS = 'admin::api-token-content-api';

let app: TestApp;
let running: RunningApp;
let shop: Shop;
/** What the database was asked since the last look. */
let asked: string[] = [];

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  shop = await openShop(running);
  await allow(running.strapi, 'authenticated', DECIDE);
  const { connection } = running.strapi.db as unknown as {
    connection: { on(event: 'query', listener: (query: { sql: string }) => void): void };
  };
  connection.on('query', ({ sql }) => asked.push(sql));
});
afterAll(async () => {
  await running?.stop();
  app?.remove();
});

const row = (uid: string) => running.strapi.db.query(uid as never) as any;
const decide = (token?: string, headers: Record<string, string> = {}) =>
  running.http
    .post('/api/contextual/decide')
    .set({ ...(token && { Authorization: `Bearer ${token}` }), ...headers })
    .send({ context: GERMAN, entries: [{ contentType: ARTICLE, documentId: shop.article }] });
const statusOf = async (token?: string) => (await decide(token)).status;

/** What the database is asked for a call; the poll of the versions is nobody's call. */
const queriesOf = async (call: () => PromiseLike<unknown>): Promise<string[]> => {
  asked = [];
  await call();
  return asked.filter((sql) => !sql.includes('contextual_versions'));
};

let counter = 0;
const newToken = async (
  type: string,
  permissions: string[] = [],
): Promise<{ id: number; accessKey: string }> => {
  const name = `token ${++counter}`;
  return running.strapi.service(TOKENS).create({ name, type, lifespan: null, permissions });
};
const newUser = async (): Promise<{ id: number; token: string }> => {
  const { id: role } = await row('plugin::users-permissions.role').findOne({
    where: { type: 'authenticated' },
  });
  const name = `user${++counter}`;
  const user = await running.strapi
    .plugin('users-permissions')
    .service('user')
    .add({
      username: name,
      email: `${name}@example.com`,
      password: 'Secret-1',
      provider: 'local',
      confirmed: true,
      role,
    });
  return { id: user.id, token: jwt({ id: user.id }) };
};
const jwt = (payload: object, options?: object): string =>
  running.strapi.plugin('users-permissions').service('jwt').issue(payload, options);
const update = (uid: string, id: number, data: object) => row(uid).update({ where: { id }, data });

describe('a caller who called before', () => {
  const callers: [string, () => Promise<string | undefined>][] = [
    ['anonymous', async () => undefined],
    ['a user', async () => (await newUser()).token],
    ['a read-only token', async () => (await newToken('read-only')).accessKey],
    ['a custom token', async () => (await newToken('custom', [DECIDE])).accessKey],
    ['a full token', async () => (await newToken('full-access')).accessKey],
  ];

  it.each(callers)('%s costs no query and gets the same answer', async (_name, make) => {
    const token = await make();
    const first = await decide(token);
    expect(first.status).toBe(200);
    let second: typeof first | undefined;
    let queries = await queriesOf(async () => (second = await decide(token)));
    // The poll counts an edit of this instance, here the new user or token, a second time: once more, not oftener.
    if (queries.length > 0) queries = await queriesOf(async () => (second = await decide(token)));
    expect(queries).toEqual([]);
    const decided = (answer: typeof first) => ({
      ...answer.body.data[0].decisions[0],
      receipt: undefined,
    });
    expect(decided(second as typeof first)).toEqual(decided(first));
  });

  it('is Strapi’s business on every other route', async () => {
    await allow(running.strapi, 'public', `${ARTICLE}.findOne`);
    const read = () => running.http.get(`/api/articles/${shop.article}`).expect(200);
    await read();
    expect(await queriesOf(read)).toContainEqual(expect.stringContaining('up_permissions'));
    await forbid(running.strapi, 'public', `${ARTICLE}.findOne`);
  });

  it('with another header that might tell who calls is asked for again', async () => {
    await decide();
    const queries = await queriesOf(() => decide(undefined, { 'X-Api-Key': 'somebody' }));
    expect(queries).toContainEqual(expect.stringContaining('up_permissions'));
    expect(await queriesOf(() => decide(undefined, { Cookie: 'session=1' }))).not.toEqual([]);
  });
});

describe('the next request is refused', () => {
  it('to visitors whose permission was taken away, and given again is allowed', async () => {
    expect(await statusOf()).toBe(200);
    await forbid(running.strapi, 'public', DECIDE);
    expect(await statusOf()).toBe(403);
    await allow(running.strapi, 'public', DECIDE);
    expect(await statusOf()).toBe(200);
  });

  it('when the role is saved in the panel without the permission', async () => {
    const admin = await running.adminToken();
    const { id } = await row('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
    const url = `/users-permissions/roles/${id}`;
    const panel = { Authorization: `Bearer ${admin}` };
    const { role } = (await running.http.get(url).set(panel).expect(200)).body;
    const save = async (enabled: boolean) => {
      const permissions = structuredClone(role.permissions);
      permissions['plugin::contextual'].controllers.decision.find.enabled = enabled;
      await running.http
        .put(url)
        .set(panel)
        .send({ ...role, permissions })
        .expect(200);
    };
    expect(await statusOf()).toBe(200);
    await save(false);
    expect(await statusOf()).toBe(403);
    await save(true);
    expect(await statusOf()).toBe(200);
  });

  it('to a user who is blocked, unconfirmed, moved to another role, or gone', async () => {
    const USER = 'plugin::users-permissions.user';
    const { id, token } = await newUser();
    expect(await statusOf(token)).toBe(200);
    await update(USER, id, { blocked: true });
    expect(await statusOf(token)).toBe(401);
    await update(USER, id, { blocked: false, confirmed: false });
    expect(await statusOf(token)).toBe(200);
    const store = running.strapi.store({ type: 'plugin', name: 'users-permissions' });
    const advanced = (await store.get({ key: 'advanced' })) as object;
    await store.set({ key: 'advanced', value: { ...advanced, email_confirmation: true } });
    expect(await statusOf(token)).toBe(401);
    await store.set({ key: 'advanced', value: { ...advanced, email_confirmation: false } });
    expect(await statusOf(token)).toBe(200);
    const mute = await row('plugin::users-permissions.role').create({ data: { name: 'Mute', type: 'mute' } });
    await update(USER, id, { role: mute.id });
    expect(await statusOf(token)).toBe(403);
    await row(USER).delete({ where: { id } });
    expect(await statusOf(token)).toBe(401);
  });

  it('to a token that was deleted or made anew', async () => {
    const service = running.strapi.service(TOKENS);
    const { id, accessKey } = await newToken('read-only');
    expect(await statusOf(accessKey)).toBe(200);
    const { accessKey: renewed } = await service.regenerate(id);
    expect(await statusOf(accessKey)).toBe(401);
    expect(await statusOf(renewed)).toBe(200);
    await service.revoke(id);
    expect(await statusOf(renewed)).toBe(401);
  });

  it('to a custom token that lost the permission', async () => {
    const { id, accessKey } = await newToken('custom', [DECIDE, COLLECT]);
    expect(await statusOf(accessKey)).toBe(200);
    await running.strapi.service(TOKENS).update(id, { type: 'custom', permissions: [COLLECT] });
    expect(await statusOf(accessKey)).toBe(403);
  });

  it('to tokens whose time is over, though nothing was written', async () => {
    const { id, accessKey } = await newToken('read-only');
    const { id: user } = await newUser();
    const shortJwt = jwt({ id: user }, { expiresIn: '2s' });
    await update('admin::api-token', id, { expiresAt: Date.now() + 2_000 });
    expect([await statusOf(accessKey), await statusOf(shortJwt)]).toEqual([200, 200]);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect([await statusOf(accessKey), await statusOf(shortJwt)]).toEqual([401, 401]);
  });
});

describe('answers to callers who are not remembered', () => {
  it.each([
    ['a token that nobody made', 'x'.repeat(256)],
    ['a broken web token', 'a.b.c'],
  ])('are Strapi’s own: %s', async (_name, token) => {
    const own = await decide(token);
    const strapis = await running.http
      .get(`/api/articles/${shop.article}`)
      .set('Authorization', `Bearer ${token}`);
    expect([own.status, own.body.error.message]).toEqual([strapis.status, strapis.body.error.message]);
    expect(await statusOf(token)).toBe(401);
  });

  it('carry nothing that an earlier request changed', async () => {
    const { token } = await newUser();
    const seen: unknown[] = [];
    running.strapi.documents.use((call, next) => {
      const state = running.strapi.requestContext.get()?.state as any;
      if (call.uid === ARTICLE && state?.user) {
        seen.push(state.user.role.name);
        state.user.role.name = 'changed';
      }
      return next();
    });
    await allow(running.strapi, 'authenticated', `${ARTICLE}.findOne`);
    const include = () =>
      running.http
        .post('/api/contextual/decide')
        .set('Authorization', `Bearer ${token}`)
        .send({
          context: GERMAN,
          include: 'entry',
          entries: [{ contentType: ARTICLE, documentId: shop.article }],
        })
        .expect(200);
    for (let again = 0; again < 3; again += 1) await include();
    expect(new Set(seen)).toEqual(new Set(['Authenticated']));
    expect(seen).toHaveLength(3);
  });
});

describe('a change that another instance made', () => {
  it('is known here with the next look at the versions', async () => {
    expect(await statusOf()).toBe(200);
    const table = (name: string) => running.strapi.db.getConnection(name);
    await table('up_permissions')
      .where({ action: DECIDE })
      .update({ action: `${DECIDE}-off` });
    await table('contextual_versions').where({ name: 'content' }).increment('value', 1);
    const deadline = Date.now() + 10_000;
    while ((await statusOf()) !== 403 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(await statusOf()).toBe(403);
  });
});
