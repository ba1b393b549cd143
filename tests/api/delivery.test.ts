import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import {
  allow,
  ARTICLE,
  CAMPAIGN,
  contextHeader,
  GERMAN,
  HOME,
  openShop,
  PRODUCT,
  service,
  type Shop,
  startExperience,
} from './delivery-shop';

/** Everything holds with and without Strapi's strict parameters. */
describe.each([{ strict: false }, { strict: true }])(
  'ordinary routes, strict parameters: $strict',
  ({ strict }) => {
    let app: TestApp;
    let running: RunningApp;
    let shop: Shop;

    beforeAll(async () => {
      app = createTestApp({ env: { API_STRICT_PARAMS: String(strict) } });
      running = await app.boot();
      shop = await openShop(running);
      const { strapi } = running;
      await allow(
        strapi,
        'public',
        `${ARTICLE}.find`,
        `${ARTICLE}.findOne`,
        `${HOME}.find`,
        `${PRODUCT}.find`,
      );
    });
    afterAll(async () => {
      await running?.stop();
      app?.remove();
    });

    const get = (path: string) => running.http.get(`/api${path}`);
    const personal = (path: string, context: unknown) =>
      get(`${path}${path.includes('?') ? '&' : '?'}personalize=true`).set(
        'X-Contextual-Context',
        contextHeader(context),
      );
    const titles = (body: { data: { title: string }[] }) => body.data.map(({ title }) => title);

    describe('?variant=', () => {
      it('lays the variant over one entry, inheriting what it leaves empty', async () => {
        const { status, body } = await get(`/articles/${shop.article}?variant=guide.german`);
        expect(status).toBe(200);
        expect(body.data).toMatchObject({
          documentId: shop.article,
          title: 'German title',
          teaser: 'Base teaser',
          slug: 'first',
        });
        expect(body.data.body[0].children[0].text).toBe('German body');
      });

      it('keeps id, documentId, locale and times of the base', async () => {
        const base = (await get(`/articles/${shop.article}`)).body.data;
        const { data } = (await get(`/articles/${shop.article}?variant=guide.german`)).body;
        const { id, documentId, locale, createdAt, updatedAt, publishedAt } = base;
        expect(data).toMatchObject({ id, documentId, locale, createdAt, updatedAt, publishedAt });
        expect(Object.keys(data).sort()).toEqual(Object.keys(base).sort());
      });

      it('works for a single type', async () => {
        const { body } = await get('/home?variant=front.telly');
        expect(body.data).toMatchObject({ headline: 'Telly headline', intro: 'Base intro' });
      });

      it('works for lists with filters, sort and pagination on base values', async () => {
        const path =
          '/articles?variant=guide.german&sort=title:desc&pagination[pageSize]=2&filters[title][$ne]=Plain title';
        const { body } = await get(path);
        expect(titles(body)).toEqual(['Other German title', 'German title']);
        expect(body.meta.pagination).toMatchObject({ total: 2, pageSize: 2 });
      });

      it('serves the locale asked for, and base where the variant has none in it', async () => {
        const german = await get(`/articles/${shop.article}?variant=guide.german&locale=de`);
        expect(german.body.data).toMatchObject({
          title: 'Deutscher Titel',
          teaser: 'Basisteaser',
          locale: 'de',
        });
        const telly = await get(`/articles/${shop.article}?variant=guide.telly&locale=de`);
        expect(telly.body.data.teaser).toBe('Basisteaser');
      });

      it('answers 404 for a base without that locale, as Strapi does', async () => {
        expect((await get(`/articles/${shop.other}?variant=guide.german&locale=de`)).status).toBe(404);
      });

      it('lays variants over every locale of a list', async () => {
        const { body } = await get('/articles?variant=guide.german&locale=*&filters[slug]=first');
        expect(titles(body).sort()).toEqual(['Deutscher Titel', 'German title']);
      });

      it('answers only the fields asked for', async () => {
        const { body } = await get(`/articles/${shop.article}?variant=guide.german&fields[0]=teaser`);
        expect(body.data).toEqual({
          id: expect.any(Number),
          documentId: shop.article,
          teaser: 'Base teaser',
        });
      });

      it.each([
        'populate[0]=seo',
        'populate=seo',
        'populate[seo]=true',
        'populate[seo][fields][0]=metaTitle',
        'populate=*',
      ])('fills components when the caller asks with %s', async (populate) => {
        const { status, body } = await get(`/articles/${shop.article}?variant=guide.german&${populate}`);
        expect(status).toBe(200);
        expect(body.data.seo.metaTitle).toBe('German meta');
      });

      it('empties what the variant empties on purpose, when it was asked for', async () => {
        const base = await get(`/articles/${shop.article}?populate=products`);
        expect(base.body.data.products).toHaveLength(1);
        const filled = await get(`/articles/${shop.article}?variant=guide.german&populate=products`);
        expect(filled.body.data.products).toEqual([]);
        const unasked = await get(`/articles/${shop.article}?variant=guide.german`);
        expect(unasked.body.data).not.toHaveProperty('products');
      });

      it.each(['nobody.knows', 'guide.nothing', 'front.telly', 'guide', '~~', '.', '__proto__.constructor'])(
        'serves base for the key %s',
        async (key) => {
          const { status, body } = await get(`/articles/${shop.article}?variant=${key}`);
          expect(status).toBe(200);
          expect(body.data.title).toBe('Base title');
        },
      );

      it('serves base for a key longer than any key', async () => {
        const { status, body } = await get(
          `/articles/${shop.article}?variant=${'guide.german~'.repeat(200)}`,
        );
        expect(status).toBe(200);
        expect(body.data.title).toBe('Base title');
      });

      it('ignores the parts of other entries', async () => {
        const { body } = await get(`/articles/${shop.article}?variant=front.telly~guide.german`);
        expect(body.data.title).toBe('German title');
      });

      it.each([
        'variant[]=guide.german',
        'variant[a]=guide.german',
        'variant=guide.german&variant=guide.telly',
      ])('ignores a value that is no string: %s', async (query) => {
        const { status, body } = await get(`/articles/${shop.article}?${query}`);
        expect(status).toBe(200);
        expect(body.data.title).toBe('Base title');
      });

      it('is ignored with status=draft', async () => {
        const { status, body } = await get(`/articles/${shop.article}?variant=guide.german&status=draft`);
        expect(status).toBe(200);
        expect(body.data.title).toBe('Base title');
      });

      it('lets no private attribute of a variant out, however it is asked for', async () => {
        const all = await get(`/articles/${shop.article}?variant=guide.german&populate=*`);
        expect(JSON.stringify(all.body)).not.toContain('secret');
        const named = await get(`/articles/${shop.article}?variant=guide.german&fields[0]=internalNote`);
        expect(JSON.stringify(named.body)).not.toContain('secret');
      });

      it('lets no relation out whose target the caller may not read', async () => {
        const { body } = await get(`/articles/${shop.article}?variant=guide.german&populate[category]=true`);
        expect(JSON.stringify(body)).not.toContain('Guides');
      });

      it('leaves documents that the project reads by itself alone', async () => {
        const read = await running.strapi
          .documents(ARTICLE as never)
          .findOne({ documentId: shop.article, variant: 'guide.german' } as never);
        expect(read).toMatchObject({ title: 'Base title' });
      });

      it('is gone with the next request after the experience is paused', async () => {
        const experiences = service(running.strapi, 'experiences');
        await experiences.move!('guide', 'pause');
        expect((await get(`/articles/${shop.article}?variant=guide.german`)).body.data.title).toBe(
          'Base title',
        );
        await experiences.move!('guide', 'resume');
        expect((await get(`/articles/${shop.article}?variant=guide.german`)).body.data.title).toBe(
          'German title',
        );
      });
    });

    describe('?personalize=true', () => {
      it('decides and delivers in one trip', async () => {
        const { status, body, headers } = await personal(`/articles/${shop.article}`, GERMAN);
        expect(status).toBe(200);
        expect(body.data.title).toBe('German title');
        expect(headers['cache-control']).toBe('private, no-store');
        expect(body.meta.contextual).toMatchObject({
          data: [
            {
              documentId: shop.article,
              variantKey: 'guide.german',
              decisions: [{ reason: 'audience', receipt: expect.any(String) }],
            },
          ],
          meta: { variantKey: 'guide.german', unit: { kind: 'page-visit' } },
        });
        expect(body.meta.contextual.data[0]).not.toHaveProperty('entry');
      });

      it('decides a list entry by entry', async () => {
        const { body } = await personal('/articles?sort=slug', GERMAN);
        expect(titles(body)).toEqual(['German title', 'Other German title', 'Plain title']);
        expect(body.meta.contextual.data).toHaveLength(3);
        expect(body.meta.pagination.total).toBe(3);
      });

      it('decides a single type', async () => {
        const { body } = await personal('/home', CAMPAIGN);
        expect(body.data.headline).toBe('Telly headline');
      });

      it('serves base without any context', async () => {
        const { status, body } = await get(`/articles/${shop.article}?personalize=true`);
        expect(status).toBe(200);
        expect(body.data.title).toBe('Base title');
      });

      it('takes no other value than true', async () => {
        const { body } = await get(`/articles/${shop.article}?personalize=false`).set(
          'X-Contextual-Context',
          contextHeader(GERMAN),
        );
        expect(body.data.title).toBe('Base title');
        expect(body.meta).not.toHaveProperty('contextual');
      });

      it('hides entries of other audiences from lists, in page and total alike, but serves them alone', async () => {
        const targeting = service(running.strapi, 'entryTargeting');
        await targeting.set!(ARTICLE, shop.plain, { onlyFor: ['germany'] });
        await targeting.set!(ARTICLE, shop.other, { notFor: ['germany'] });
        const stranger = await personal('/articles?sort=slug', {});
        expect(titles(stranger.body)).toEqual(['Base title', 'Other title']);
        expect(stranger.body.meta.pagination.total).toBe(2);
        const german = await personal('/articles?sort=slug&filters[slug][$ne]=none', GERMAN);
        expect(titles(german.body)).toEqual(['German title', 'Plain title']);
        expect(german.body.meta.pagination.total).toBe(2);
        expect((await personal(`/articles/${shop.plain}`, {})).body.data.title).toBe('Plain title');
        expect(titles((await get('/articles?sort=slug')).body)).toHaveLength(3);
        await targeting.set!(ARTICLE, shop.plain, { onlyFor: [] });
        await targeting.set!(ARTICLE, shop.other, { notFor: [] });
      });

      it('leaves populated entries base', async () => {
        const product = { contentType: PRODUCT, documentId: shop.product };
        await startExperience(
          running.strapi,
          'gear',
          [product],
          [
            {
              code: 'telly',
              audiences: ['tv-campaign'],
              contents: [{ entry: product, data: { name: 'Telly product' } }],
            },
          ],
        );
        const alone = await personal('/products', CAMPAIGN);
        expect(alone.body.data[0].name).toBe('Telly product');
        const populated = await personal(`/articles/${shop.article}?populate=products`, CAMPAIGN);
        expect(populated.body.data.teaser).toBe('Telly teaser');
        expect(populated.body.data.products[0].name).toBe('Ridge 45');
      });
    });

    it('leaves requests without our parameters as they are', async () => {
      const { body, headers } = await get(`/articles/${shop.article}`);
      expect(body.data.title).toBe('Base title');
      expect(body.meta).toEqual({});
      expect(headers).not.toHaveProperty('cache-control');
    });

    it('serves base with 200 when delivering fails, says so once, and the next request is unharmed', async () => {
      const warn = jest
        .spyOn(running.strapi.log, 'warn')
        .mockImplementation((() => running.strapi.log) as never);
      let broken = true;
      running.strapi.documents.use((call, next) => {
        if (broken && call.uid.endsWith('article-variant')) throw new Error('the database is on fire');
        return next();
      });
      for (let again = 0; again < 2; again += 1) {
        const { status, body } = await personal(`/articles/${shop.article}`, GERMAN);
        expect(status).toBe(200);
        expect(body.data.title).toBe('Base title');
        expect(body.meta.contextual.data[0]).toMatchObject({
          variantKey: '',
          decisions: [{ variant: 'base', reason: 'error' }],
        });
        expect(body.meta.contextual.data[0].decisions[0]).not.toHaveProperty('receipt');
      }
      expect(warn.mock.calls.filter(([message]) => String(message).includes('on fire'))).toHaveLength(1);
      broken = false;
      warn.mockRestore();
      expect((await personal(`/articles/${shop.article}`, GERMAN)).body.data.title).toBe('German title');
    });
  },
);
