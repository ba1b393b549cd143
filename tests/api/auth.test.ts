import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import { allow, ARTICLE, contextHeader, forbid, GERMAN, openShop, type Shop } from './delivery-shop';

const DECIDE = 'plugin::contextual.decision.find';
const READ = [`${ARTICLE}.find`, `${ARTICLE}.findOne`];

let app: TestApp;
let running: RunningApp;
let shop: Shop;

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  shop = await openShop(running);
});
afterAll(async () => {
  await running?.stop();
  app?.remove();
});

const apiToken = async (type: string, permissions: string[] = []): Promise<string> => {
  const service = running.strapi.service('admin::api-token-content-api');
  const created = await service.create({
    name: `${type} ${permissions.join()}`,
    type,
    lifespan: null,
    permissions,
  });
  return created.accessKey;
};

const userToken = async (): Promise<string> => {
  const users = running.strapi.plugin('users-permissions').service('user');
  const role = await running.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  const email = `${Math.random().toString(36).slice(2)}@example.com`;
  const user = await users.add({
    username: email,
    email,
    password: 'Secret-1',
    provider: 'local',
    confirmed: true,
    role: role.id,
  });
  return running.strapi.plugin('users-permissions').service('jwt').issue({ id: user.id });
};

const as = (token: string | undefined) =>
  token ? { Authorization: `Bearer ${token}` } : ({} as Record<string, string>);
const body = (more: object = {}) => ({
  context: GERMAN,
  entries: [{ contentType: ARTICLE, documentId: shop.article }],
  ...more,
});
const statuses = async (token: string | undefined) => ({
  decide: (await running.http.post('/api/contextual/decide').set(as(token)).send(body())).status,
  scope: (
    await running.http
      .get(`/api/contextual/scope?contentType=${ARTICLE}&documentId=${shop.article}`)
      .set(as(token))
  ).status,
  personalised: (
    await running.http
      .get(`/api/articles/${shop.article}?personalize=true`)
      .set({ ...as(token), 'X-Contextual-Context': contextHeader(GERMAN) })
  ).status,
});

describe('the first start', () => {
  it('lets visitors decide, so that a new project works', async () => {
    expect(await statuses(undefined)).toMatchObject({ decide: 200, scope: 200 });
  });

  it('does so once: what an administrator takes away stays away after a restart', async () => {
    await forbid(running.strapi, 'public', DECIDE);
    await running.stop();
    running = await app.boot();
    expect(await statuses(undefined)).toMatchObject({ decide: 403, scope: 403 });
    await allow(running.strapi, 'public', DECIDE);
  });
});

describe('anonymous callers', () => {
  it('are kept from the content that they may not read, with our parameters as without', async () => {
    expect(await statuses(undefined)).toEqual({ decide: 200, scope: 200, personalised: 403 });
  });

  it('follow a change of their role with the next request', async () => {
    await allow(running.strapi, 'public', ...READ);
    expect(await statuses(undefined)).toEqual({ decide: 200, scope: 200, personalised: 200 });
    await forbid(running.strapi, 'public', ...READ, DECIDE);
    expect(await statuses(undefined)).toEqual({ decide: 403, scope: 403, personalised: 403 });
    await allow(running.strapi, 'public', DECIDE);
  });
});

describe('users with a JWT', () => {
  it('need their own role to allow it', async () => {
    const token = await userToken();
    expect(await statuses(token)).toEqual({ decide: 403, scope: 403, personalised: 403 });
    await allow(running.strapi, 'authenticated', DECIDE, ...READ);
    expect(await statuses(token)).toEqual({ decide: 200, scope: 200, personalised: 200 });
  });

  it('get no explanations', async () => {
    const answer = await running.http
      .post('/api/contextual/decide')
      .set(as(await userToken()))
      .send(body({ explain: true }));
    expect(answer.body.data[0]).not.toHaveProperty('explanation');
  });
});

describe('API tokens', () => {
  it('that may only read may decide', async () => {
    expect(await statuses(await apiToken('read-only'))).toEqual({
      decide: 200,
      scope: 200,
      personalised: 200,
    });
  });

  it('with full access may', async () => {
    expect(await statuses(await apiToken('full-access'))).toEqual({
      decide: 200,
      scope: 200,
      personalised: 200,
    });
  });

  it('of their own making may what they name and no more', async () => {
    expect(await statuses(await apiToken('custom', [DECIDE]))).toEqual({
      decide: 200,
      scope: 200,
      personalised: 403,
    });
    expect(await statuses(await apiToken('custom', READ))).toEqual({
      decide: 403,
      scope: 403,
      personalised: 200,
    });
  });

  it('get explanations that name the audience and show the rule’s outcome', async () => {
    const token = await apiToken('read-only');
    const answer = await running.http
      .post('/api/contextual/decide')
      .set(as(token))
      .send(body({ explain: true }));
    const [explanation] = answer.body.data[0].explanation;
    expect(explanation.decision).toMatchObject({ experience: 'guide', variant: 'german' });
    expect(JSON.stringify(explanation.trace)).toContain('germany');
    expect(answer.body.meta).not.toHaveProperty('ignored');
  });

  it('include an entry only where they may read its type', async () => {
    const include = async (token: string) =>
      (
        await running.http
          .post('/api/contextual/decide')
          .set(as(token))
          .send(body({ include: 'entry' }))
      ).body.data[0];
    expect((await include(await apiToken('read-only'))).entry.title).toBe('German title');
    expect((await include(await apiToken('custom', [DECIDE]))).error.code).toBe('entry-forbidden');
  });

  it('that nobody made are refused', async () => {
    expect(await statuses('0'.repeat(256))).toEqual({ decide: 401, scope: 401, personalised: 401 });
  });
});
