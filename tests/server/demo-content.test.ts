import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createTestApp, type RunningApp } from '../support/boot';

jest.setTimeout(180_000);

const LOCALES = ['en', 'de'];
const ARTICLE = 'api::article.article';
const PRODUCT = 'api::product.product';

interface Block {
  readonly type: string;
  readonly children: readonly unknown[];
}
interface Entry {
  readonly [attribute: string]: any;
  readonly documentId: string;
  readonly slug: string;
}

/** Table → digest of all its rows, so that a difference names the table. */
async function contentOf({ strapi }: RunningApp): Promise<Record<string, string>> {
  const knex = strapi.db.connection;
  const tables: { name: string }[] = await knex('sqlite_master').select('name').where({ type: 'table' });
  const digests: Record<string, string> = {};
  // Jobs renew their leases whatever anybody seeds.
  for (const { name } of tables.filter((table) => table.name !== 'contextual_leases')) {
    const rows: unknown[] = await knex(name).select('*');
    digests[name] = `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`;
  }
  return digests;
}

describe('the content of the demo', () => {
  const app = createTestApp({ env: { CONTEXTUAL_DEMO: 'true', DATABASE_CLIENT: 'sqlite' } });
  let running: RunningApp;
  const published: Record<string, Map<string, Entry>> = {};

  const module = (name: string) => require(path.join(app.folder, 'src/seed', name));
  const service = (name: string): any => running.strapi.plugin('contextual').service(name as never);
  const entries = (uid: string, locale: string) => published[`${uid} ${locale}`] as Map<string, Entry>;
  const everywhere = (uid: string) => LOCALES.flatMap((locale) => [...entries(uid, locale).values()]);

  beforeAll(async () => {
    running = await app.boot();
    for (const uid of [ARTICLE, PRODUCT]) {
      for (const locale of LOCALES) {
        const documents = running.strapi.documents(uid as never) as any;
        const found: Entry[] = await documents.findMany({
          locale,
          status: 'published',
          populate: ['category', 'seo', 'cover', 'image', 'specs', 'highlights'].filter(
            (name) => name in (running.strapi.contentType(uid as never) as any).attributes,
          ),
        });
        published[`${uid} ${locale}`] = new Map(found.map((entry) => [entry.documentId, entry]));
      }
    }
  });

  afterAll(async () => {
    await running?.stop();
    app.remove();
  });

  it.each(LOCALES)('has at least 30 articles and 20 products published in %s', (locale) => {
    expect(entries(ARTICLE, locale).size).toBeGreaterThanOrEqual(30);
    expect(entries(PRODUCT, locale).size).toBeGreaterThanOrEqual(20);
  });

  it.each([
    [ARTICLE, ['title', 'teaser', 'body', 'seo']],
    [PRODUCT, ['name', 'summary', 'description', 'highlights']],
  ])('says of each %s in German something else than in English', (uid, attributes) => {
    const texts = (value: unknown): string[] => {
      if (Array.isArray(value)) return value.flatMap(texts);
      if (value === null || typeof value !== 'object') return [];
      return Object.entries(value).flatMap(([key, inner]) =>
        ['text', 'metaTitle', 'metaDescription'].includes(key) ? [String(inner)] : texts(inner),
      );
    };
    const same: string[] = [];
    for (const [documentId, english] of entries(uid, 'en')) {
      const german = entries(uid, 'de').get(documentId);
      if (!german) throw new Error(`${english.slug} is not there in German.`);
      for (const attribute of attributes) {
        const [one, other] = [english, german].map((entry) =>
          typeof entry[attribute] === 'string' ? [entry[attribute]] : texts(entry[attribute]),
        ) as [string[], string[]];
        expect(one.length).toBeGreaterThan(0);
        expect([english.slug, attribute, other.length]).toEqual([english.slug, attribute, one.length]);
        if (one.some((text, index) => text === other[index])) same.push(`${english.slug} ${attribute}`);
      }
    }
    expect(same).toEqual([]);
  });

  it('gives each article a body worth reading', () => {
    const thin = everywhere(ARTICLE).filter(({ body }) => {
      const types = (body as Block[]).map(({ type }) => type);
      const paragraphs = types.filter((type) => type === 'paragraph').length;
      return (
        paragraphs < 3 || !types.includes('heading') || !(types.includes('list') || types.includes('quote'))
      );
    });
    expect(thin.map(({ slug, locale }) => `${slug} ${locale}`)).toEqual([]);
  });

  it('gives each product price, specifications and highlights', () => {
    const bare = everywhere(PRODUCT).filter(
      ({ price, specs, highlights }) => !(price > 0) || specs.length === 0 || highlights.length === 0,
    );
    expect(bare.map(({ slug }) => slug)).toEqual([]);
  });

  it('gives each entry a picture with a text for those who cannot see it, a category and interests', async () => {
    for (const [uid, picture] of [
      [ARTICLE, 'cover'],
      [PRODUCT, 'image'],
    ] as const) {
      for (const entry of everywhere(uid)) {
        const { interests } = await service('entryTargeting').get(uid, entry.documentId);
        const known = [entry.slug, !!entry[picture]?.url, !!entry[picture]?.alternativeText];
        expect([...known, !!entry.category, interests.length > 0]).toEqual([
          entry.slug,
          true,
          true,
          true,
          true,
        ]);
      }
    }
  });

  it('runs every experience, with variants in both languages', async () => {
    const { records } = await service('experiences').find({});
    expect(records.length).toBeGreaterThanOrEqual(7);
    expect(records.map(({ status }: any) => status)).toEqual(records.map(() => 'running'));
    for (const name of ['article', 'product', 'home']) {
      const documents = running.strapi.documents(`plugin::contextual.${name}-variant` as never) as any;
      const [english, german] = await Promise.all(
        LOCALES.map((locale) => documents.count({ locale, status: 'published' })),
      );
      expect([name, english > 0, german]).toEqual([name, true, english]);
    }
  });

  it('is not written a second time', async () => {
    const before = await contentOf(running);
    await module('index').seed(running.strapi);
    expect(await contentOf(running)).toEqual(before);
  });

  describe('with simulated visitors', () => {
    const now = Date.now();
    let url: string;
    let token: string;

    beforeAll(async () => {
      const { httpServer } = running.strapi.server;
      await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
      url = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
      token = await module('access').tokenKey(running.strapi, 'Demo storefront');
    });

    it('sends none unless it is asked to', async () => {
      const results = await service('reports').find();
      expect(results.flatMap(({ unitKinds }: any) => unitKinds)).toEqual([]);
    });

    it('has results for every experience, of several days and both kinds of visitors', async () => {
      const sent = await module('visitors').sendVisitors({ url, token, count: 120, now });
      expect(sent).toBeGreaterThan(240);
      const results = await service('reports').find();
      expect(results.length).toBeGreaterThanOrEqual(7);
      for (const { experience } of results) {
        const { unitKinds } = await service('reports').findOne(experience);
        const arms = unitKinds.flatMap(({ groups }: any) => groups.flatMap((group: any) => group.arms));
        const days = new Set(arms.flatMap((arm: any) => arm.days.map(({ day }: any) => day)));
        expect([experience, arms.length > 1, days.size > 2]).toEqual([experience, true, true]);
        expect(unitKinds.map(({ unverified }: any) => unverified)).toEqual(unitKinds.map(() => 0));
      }
      const kinds = results.flatMap(({ unitKinds }: any) => unitKinds.map(({ unitKind }: any) => unitKind));
      expect(new Set(kinds)).toEqual(new Set(['visitor', 'page-visit']));
    });

    it('counts none of them twice', async () => {
      const before = await service('reports').find();
      expect(await module('visitors').sendVisitors({ url, token, count: 120, now: now + 60_000 })).toBe(0);
      expect(await service('reports').find()).toEqual(before);
    });

    it('says of each of them that nobody was here', async () => {
      const rows = await running.strapi.db.connection('contextual_events').select('dimensions', 'type');
      const seen = rows.filter(({ type }: any) => type === 'exposure');
      const sources = seen.map(({ dimensions }: any) => JSON.parse(dimensions).source);
      expect(new Set(sources)).toEqual(new Set(['simulated']));
    });
  });
});
