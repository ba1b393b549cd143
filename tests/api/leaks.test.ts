import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTestApp, type RunningApp } from '../support/boot';
import {
  allow,
  ARTICLE,
  CAMPAIGN,
  CATEGORY,
  contextHeader,
  GERMAN,
  HOME,
  openShop,
  PRODUCT,
  service,
  type Shop,
} from './delivery-shop';

/** A project's own controller: reads twice, reads another type, says something of caching, sets a cookie. */
const CONTROLLER = `
const { createCoreController } = require('@strapi/strapi').factories;
const documents = (uid) => strapi.documents(uid);
module.exports = createCoreController('api::article.article', {
  async twice() {
    const many = await documents('api::article.article').findMany({ status: 'published', sort: 'slug' });
    const { documentId } = many[0];
    const again = await documents('api::article.article').findOne({ documentId, status: 'published' });
    const home = await documents('api::home.home').findFirst({ status: 'published' });
    return { data: { many, again, home }, meta: {} };
  },
  async ownCaching(ctx) {
    ctx.set('Cache-Control', 'public, max-age=600');
    if (ctx.query.cookie) ctx.cookies.set('seen', '1');
    const { documentId } = ctx.params;
    return { data: await documents('api::article.article').findOne({ documentId, status: 'published' }) };
  },
});`;
const ROUTES = `module.exports = { routes: [
  { method: 'GET', path: '/twice', handler: 'article.twice', config: { auth: false } },
  { method: 'GET', path: '/own-caching/:documentId', handler: 'article.ownCaching', config: { auth: false } },
] };`;
const PRIVATE = 'private, no-store';

const app = createTestApp();
let running: RunningApp;
let shop: Shop;

beforeAll(async () => {
  app.edit('src/components/shared/seo.json', ({ attributes }) => {
    attributes.secretNote = { type: 'string', private: true };
  });
  writeFileSync(path.join(app.folder, 'src/api/article/routes/02-own.js'), ROUTES);
  writeFileSync(path.join(app.folder, 'src/api/article/controllers/article.js'), CONTROLLER);
  running = await app.boot();
  const { strapi } = running;
  shop = await openShop(running);
  await allow(
    strapi,
    'public',
    ...[`${ARTICLE}.find`, `${ARTICLE}.findOne`, `${HOME}.find`, `${PRODUCT}.find`, `${CATEGORY}.find`],
  );
  const draft = await (strapi.documents(PRODUCT as never) as any).create({
    data: { name: 'Draft product', slug: 'draft-product', sku: 'D1', purchasePrice: 77 },
  });
  const picture = await strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'Variant picture',
      hash: 'h',
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: '/x.png',
      provider: 'local',
    },
  });
  const entry = { contentType: ARTICLE, documentId: shop.article };
  const products = [draft.documentId, shop.product];
  await service(strapi, 'variants').addContent!('guide', 'telly', {
    entry,
    locale: 'en',
    data: {
      products,
      category: shop.category,
      cover: picture.id,
      seo: { metaTitle: 'Telly meta', metaDescription: 'x', secretNote: 'component secret' },
      blocks: [{ __component: 'sections.product-list', heading: 'Telly list', products }],
    },
  });
  await service(strapi, 'variants').publishContent!({ experience: 'guide', variant: 'telly', entry }, 'en');
});
afterAll(async () => {
  await running?.stop();
  app.remove();
});

const get = (place: string) => running.http.get(`/api${place}`);
const telly = (query: string) => get(`/articles/${shop.article}?variant=guide.telly&${query}`);
const personal = (place: string, context: unknown) =>
  get(place).set('X-Contextual-Context', contextHeader(context));

describe('what a variant may not give away', () => {
  it.each([
    'populate=*',
    'populate[products]=true',
    'populate[products][fields][0]=name',
    'populate[0]=seo&populate[1]=products&populate[2]=blocks',
    'populate[blocks][populate]=*',
    'populate[blocks][on][sections.product-list][populate][products]=true',
    'populate[category][populate][articles][populate]=*',
    'populate[products][filters][name][$contains]=Draft',
    'populate[localizations][populate]=*',
  ])('drafts, private attributes and unasked ones, with %s', async (query) => {
    const { status, body } = await telly(query);
    expect(status).toBe(200);
    const text = JSON.stringify(body);
    expect(text).not.toMatch(/Draft product|component secret|variant secret|base secret|purchasePrice/);
    expect(text).not.toContain('contextualEmpty');
  });

  it.each([
    'populate[seo][fields][0]=secretNote',
    'fields[0]=contextualEmpty',
    'fields[0]=internalNote',
    'filters[contextualEmpty][$notNull]=true',
    'sort=contextualEmpty',
    'populate[contextualEmpty]=true',
    'populate[category][status]=draft',
    'populate[createdBy]=true',
  ])('answers that Strapi refuses without a variant: %s', async (query) => {
    const refused = await get(`/articles/${shop.article}?${query}`);
    const { status, body } = await telly(query);
    expect([status, body]).toEqual([refused.status, refused.body]);
    expect(status).toBe(400);
  });

  it('stays out of an answer that did not ask for it', async () => {
    const base = await get(`/articles/${shop.article}?fields[0]=title&populate[0]=category`);
    const { body } = await telly('fields[0]=title&populate[0]=category');
    expect(Object.keys(body.data).sort()).toEqual(Object.keys(base.body.data).sort());
  });

  it('still gives what may be seen: media, components, zones and published relations', async () => {
    const { data } = (await telly('populate[cover]=true&populate[products]=true')).body;
    const { blocks } = (await telly('populate[blocks][populate]=*')).body.data;
    expect(data.cover.name).toBe('Variant picture');
    expect(data.products.map(({ name }: { name: string }) => name)).toEqual(['Ridge 45']);
    expect(blocks[0]).toMatchObject({ heading: 'Telly list', products: [{ name: 'Ridge 45' }] });
  });
});

describe('a controller of the project that reads several times', () => {
  it('gets one decision for an entry, and none for types of other APIs', async () => {
    const { body } = await personal('/twice?personalize=true', { ...GERMAN, ...CAMPAIGN });
    const titles = body.data.many.map(({ title }: { title: string }) => title);
    expect(body.data.again.title).toBe(titles[0]);
    expect(body.data.home.headline).toBe('Base headline');
    const ids = body.meta.contextual.data.map(({ documentId }: { documentId: string }) => documentId);
    expect(ids).toEqual([shop.article, shop.other, shop.plain]);
  });

  it('shares nothing between requests that run at once', async () => {
    const contexts = Array.from({ length: 12 }, (_, index) => (index % 2 ? GERMAN : {}));
    const answers = await Promise.all(
      contexts.map((context) => personal('/twice?personalize=true', context).then(({ body }) => body)),
    );
    answers.forEach(({ data, meta }, index) => {
      expect(data.again.title).toBe(index % 2 ? 'German title' : 'Base title');
      expect(meta.contextual.data).toHaveLength(3);
    });
  });
});

describe('a route that says itself how it may be cached', () => {
  const own = (query: string) => `/own-caching/${shop.article}?${query}`;
  const cacheOf = async (query: string) => (await get(own(query))).headers['cache-control'];

  it('keeps its word where anybody may see the answer', async () => {
    expect(await cacheOf('')).toBe('public, max-age=600');
    expect(await cacheOf('variant=guide.german')).toBe('public, max-age=600');
  });

  it('cannot share a personalised answer, or a key of somebody’s making', async () => {
    const personalised = await personal(own('personalize=true'), GERMAN);
    expect(personalised.body.data.title).toBe('German title');
    expect(personalised.headers['cache-control']).toBe(PRIVATE);
    expect(await cacheOf('variant=nobody.knows')).toBe(PRIVATE);
  });

  it('cannot share an answer that sets a cookie', async () => {
    expect(await cacheOf('variant=guide.german&cookie=1')).toBe(PRIVATE);
  });
});

describe('letters that are encoded', () => {
  it.each(['personalize=%74rue', 'personali%7Ae=true', '%70ersonalize=tru%65'])(
    'mean the same: %s',
    async (query) => {
      const { body, headers } = await personal(`/articles/${shop.article}?${query}`, GERMAN);
      expect(body.data.title).toBe('German title');
      expect(headers['cache-control']).toBe(PRIVATE);
    },
  );
});

describe('shared answers', () => {
  it('tell caches that callers with a token may see more', async () => {
    const { headers } = await get(`/articles/${shop.article}?variant=guide.german`);
    expect(headers.vary).toMatch(/Authorization/);
  });

  it('carry the same headers for HEAD', async () => {
    const url = `/api/articles/${shop.article}?variant=guide.german`;
    const { 'cache-control': head } = (await running.http.head(url)).headers;
    expect(head).toBe('public, max-age=0, s-maxage=60');
    const personalised = await running.http.head(`/api/articles/${shop.article}?personalize=true`);
    expect(personalised.headers['cache-control']).toBe(PRIVATE);
  });

  it('are never refusals', async () => {
    for (const place of ['/articles/nothing', `/products/${shop.product}`, '/articles?sort=nothing']) {
      const { status, headers } = await get(`${place}${place.includes('?') ? '&' : '?'}variant=guide.german`);
      expect([place, status >= 400, headers['cache-control']]).toEqual([place, true, PRIVATE]);
    }
  });
});

describe('lists with hidden entries', () => {
  beforeAll(() =>
    service(running.strapi, 'entryTargeting').set!(ARTICLE, shop.plain, { onlyFor: ['germany'] }),
  );
  afterAll(() => service(running.strapi, 'entryTargeting').set!(ARTICLE, shop.plain, { onlyFor: [] }));

  it.each([
    ['pagination[withCount]=false&sort=slug', ['Base title', 'Other title'], undefined],
    ['pagination[start]=1&pagination[limit]=5&sort=slug', ['Other title'], 2],
    ['pagination[page]=2&pagination[pageSize]=1&sort=slug', ['Other title'], 2],
    ['hasPublishedVersion=true&sort=slug', ['Base title', 'Other title'], 2],
    ['filters[$or][0][slug]=third&filters[$or][1][slug]=first', ['Base title'], 1],
    ['_q=Plain', [], 0],
  ])('agree in page and total: %s', async (query, titles, total) => {
    const { body } = await personal(`/articles?personalize=true&${query}`, {});
    expect(body.data.map(({ title }: { title: string }) => title)).toEqual(titles);
    expect(body.meta.pagination.total).toBe(total);
  });
});
