import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import { allow, ARTICLE, CAMPAIGN, contextHeader, GERMAN, HOME, openShop, type Shop } from './delivery-shop';

const SHARED = 'public, max-age=0, s-maxage=60';
const PRIVATE = 'private, no-store';

let app: TestApp;
let running: RunningApp;
let shop: Shop;
/** URLs as a cache behind the outermost middleware sees them, newest last. */
const seen: string[] = [];

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  // Before the router, where caches of requests stand; Koa composes its middlewares at the first request.
  const { middleware } = running.strapi.server.app;
  middleware.splice(middleware.length - 2, 0, (ctx, next) => {
    seen.push(ctx.url);
    return next();
  });
  shop = await openShop(running);
  await allow(running.strapi, 'public', `${ARTICLE}.find`, `${ARTICLE}.findOne`, `${HOME}.find`);
});
afterAll(async () => {
  await running?.stop();
  app?.remove();
});

const get = (path: string) => running.http.get(`/api${path}`);
const cacheOf = async (path: string) => (await get(path)).headers['cache-control'];

describe('shared caches', () => {
  it('may keep what a canonical key shows to anybody', async () => {
    expect(await cacheOf(`/articles/${shop.article}?variant=guide.german`)).toBe(SHARED);
    expect(await cacheOf('/home?variant=front.telly')).toBe(SHARED);
    expect(await cacheOf('/articles?variant=guide.german')).toBe(SHARED);
    expect(await cacheOf(`/articles/${shop.article}?variant=`)).toBe(SHARED);
  });

  it.each([
    'guide.german~guide.german',
    'guide.telly~guide.german',
    'nobody.knows',
    'front.telly',
    'guide.german~',
    'guide.base',
  ])('may not keep the key %s, which is another spelling or means nothing here', async (key) => {
    expect(await cacheOf(`/articles/${shop.article}?variant=${key}`)).toBe(PRIVATE);
  });

  it('may not keep answers to callers with credentials', async () => {
    const token = await running.strapi.service('admin::api-token-content-api').create({
      name: 'full',
      type: 'full-access',
      lifespan: null,
      permissions: [],
    });
    const answer = await get(`/articles/${shop.article}?variant=guide.german`).set(
      'Authorization',
      `Bearer ${token.accessKey}`,
    );
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe(PRIVATE);
  });

  it('may not keep errors', async () => {
    const answer = await get('/articles/nothing-here?variant=guide.german');
    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).toBe(PRIVATE);
  });

  it('may not keep personalised answers, whatever key comes with them', async () => {
    expect(await cacheOf(`/articles/${shop.article}?variant=guide.german&personalize=true`)).toBe(PRIVATE);
  });
});

describe('caches keyed by URL alone', () => {
  const urlOf = async (context: unknown, headers: Record<string, string> = {}, query = '') => {
    await get(`/articles/${shop.article}?personalize=true${query}`)
      .set({ 'X-Contextual-Context': contextHeader(context), ...headers })
      .expect(200);
    return seen.at(-1) as string;
  };
  const unit = { kind: 'page-visit', id: 'p-1' };

  it('see another URL for another context', async () => {
    expect(await urlOf({ ...GERMAN, unit })).not.toBe(await urlOf({ ...CAMPAIGN, unit }));
  });

  it('see another URL for another unit, language or caller', async () => {
    const browser = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'empty', 'Accept-Language': 'en' };
    const one = await urlOf({ unit }, browser);
    const others = [
      await urlOf({ unit: { ...unit, id: 'p-2' } }, browser),
      await urlOf({ unit }, { ...browser, 'Accept-Language': 'de' }),
      await urlOf({ unit }, { ...browser, Cookie: 'session=1' }),
    ];
    expect(new Set([one, ...others]).size).toBe(4);
  });

  it('see the same URL for the same visitor', async () => {
    expect(await urlOf({ ...GERMAN, unit })).toBe(await urlOf({ ...GERMAN, unit }));
  });

  it('see a new URL each time when the server draws the unit, or a visitor would get another one’s', async () => {
    expect(await urlOf(GERMAN)).not.toBe(await urlOf(GERMAN));
    const misleading = { ...GERMAN, traits: { unit: 'of work' } };
    expect(await urlOf(misleading)).not.toBe(await urlOf(misleading));
    const withdrawn = { unit: { kind: 'visitor', id: 'v-1' } };
    expect(await urlOf(withdrawn)).not.toBe(await urlOf(withdrawn));
  });

  it('cannot be steered by a caller who sends the internal parameter', async () => {
    const honest = await urlOf({ ...GERMAN, unit });
    expect(await urlOf({ ...GERMAN, unit }, {}, '&contextualVisitor=chosen')).toBe(honest);
    expect(await urlOf({ ...GERMAN, unit }, {}, '&contextual%56isitor=chosen')).toBe(honest);
  });

  it('see requests of others as they were sent', async () => {
    await get('/articles?variant=guide.german');
    expect(seen.at(-1)).toBe('/api/articles?variant=guide.german');
    await running.http.get('/api/nothing?personalize=true');
    expect(seen.at(-1)).toBe('/api/nothing?personalize=true');
  });
});

describe('the context header from browsers', () => {
  const preflight = (path: string, origin = 'https://shop.example') =>
    running.http.options(path).set({
      Origin: origin,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'x-contextual-context',
    });

  it('is admitted in preflights that Strapi’s CORS accepts', async () => {
    const answer = await preflight(`/api/articles/${shop.article}`);
    expect(answer.status).toBe(204);
    expect(answer.headers['access-control-allow-headers']).toContain('X-Contextual-Context');
    expect(answer.headers['access-control-allow-headers']).toContain('Authorization');
  });

  it('is admitted nowhere but on the public API', async () => {
    const answer = await preflight('/admin/login');
    expect(answer.headers['access-control-allow-headers'] ?? '').not.toContain('X-Contextual-Context');
  });
});
