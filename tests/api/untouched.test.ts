import type { Core } from '@strapi/types';
import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import {
  allow,
  ARTICLE,
  contextHeader,
  GERMAN,
  HOME,
  openShop,
  PRODUCT,
  service,
  type Shop,
} from './delivery-shop';

let app: TestApp;
let running: RunningApp;
let shop: Shop;

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  shop = await openShop(running);
  const { strapi } = running;
  await allow(strapi, 'public', `${ARTICLE}.find`, `${ARTICLE}.findOne`, `${HOME}.find`, `${PRODUCT}.find`);
});
afterAll(async () => {
  await running?.stop();
  app?.remove();
});

/** What the database is asked while `call` runs; the poll of the versions is nobody's call. */
async function queriesOf(strapi: Core.Strapi, call: () => PromiseLike<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const { connection } = strapi.db as unknown as {
    connection: Record<'on' | 'off', (event: 'query', listener: (query: { sql: string }) => void) => void>;
  };
  const listen = ({ sql }: { sql: string }) => void asked.push(sql);
  connection.on('query', listen);
  await call();
  connection.off('query', listen);
  return asked.filter((sql) => !sql.includes('contextual_versions'));
}

/** Everything of an answer but what differs from one second to the next. */
const answerTo = async (place: string) => {
  const { status, headers, text } = await running.http.get(place);
  const { date: _date, ...kept } = headers;
  return { status, headers: kept, text };
};

const personal = (query: string) =>
  running.http
    .get(`/api/articles/${shop.article}?${query}`)
    .set('X-Contextual-Context', contextHeader(GERMAN));

describe('variant content that was read before', () => {
  const KEY = 'variant=guide.german';
  const ofVariants = (queries: string[]) => queries.filter((sql) => sql.includes('contextual_variant_of_'));
  const reads = async (query: string) => ofVariants(await queriesOf(running.strapi, () => personal(query)));

  it('is not read again for the same question, and is for another one', async () => {
    await personal(KEY);
    expect(await reads(KEY)).toEqual([]);
    expect(await reads('personalize=true')).toEqual([]);
    expect(await reads(`${KEY}&fields[0]=title`)).not.toEqual([]);
    expect(await reads(`${KEY}&populate[seo]=true`)).not.toEqual([]);
    expect(await reads(`${KEY}&locale=de`)).not.toEqual([]);
  });

  it('is read again after any edit, of what it shows by relation too', async () => {
    const product = async () =>
      (await personal('variant=guide.telly&populate=products')).body.data.products[0];
    const entry = { contentType: ARTICLE, documentId: shop.article };
    const variants = service(running.strapi, 'variants');
    const data = { teaser: 'Telly teaser', products: [shop.product] };
    await variants.addContent!('guide', 'telly', { entry, locale: 'en', data });
    await variants.publishContent!({ experience: 'guide', variant: 'telly', entry }, 'en');
    expect((await product()).name).toBe('Ridge 45');
    const products = running.strapi.documents(PRODUCT as never) as any;
    await products.update({ documentId: shop.product, data: { name: 'Ridge 46' }, status: 'published' });
    expect((await product()).name).toBe('Ridge 46');
    await products.unpublish({ documentId: shop.product });
    expect(await product()).toBeUndefined();
  });

  it('is kept for no preview of drafts', async () => {
    const token = await running.adminToken();
    const made = await running.http
      .post('/contextual/preview-tokens')
      .set('Authorization', `Bearer ${token}`)
      .send({ experience: 'guide', variant: 'german', status: 'draft' })
      .expect(200);
    const query = `previewToken=${made.body.data.token}`;
    expect((await personal(query)).body.data.title).toBe('German title');
    expect(await reads(query)).not.toEqual([]);
  });
});

describe('requests without our parameters', () => {
  const places = () => [
    `/api/articles/${shop.article}`,
    `/api/articles/${shop.article}?populate=*&locale=de`,
    '/api/articles?sort=slug&filters[title][$contains]=title&pagination[pageSize]=2',
    `/api/articles/${shop.article}?status=draft`,
    '/api/home',
    '/api/products?populate=*',
    '/api/articles/nothing',
    '/api/articles?sort=nothing',
    '/api/categories',
    '/api/nothing',
  ];

  it('are answered byte for byte as by a Strapi without the plugin, with the same queries', async () => {
    const look = async () => {
      const looked: unknown[] = [];
      for (const place of places()) {
        await running.http.get(place);
        const queries = await queriesOf(running.strapi, () => running.http.get(place));
        looked.push({ place, queries, answer: await answerTo(place) });
      }
      return looked;
    };
    const withPlugin = await look();
    await running.stop();
    running = await app.boot({ withPlugin: false });
    expect(withPlugin).toEqual(await look());
  });
});
