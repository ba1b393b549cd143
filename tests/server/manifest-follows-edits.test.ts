import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import { createLeaseStore } from '../../server/src/features/manifest';
import { allow, ARTICLE, GERMAN, openShop, service, type Shop } from '../api/delivery-shop';

let app: TestApp;
let running: RunningApp;
let shop: Shop;

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  shop = await openShop(running);
  await allow(running.strapi, 'public', `${ARTICLE}.find`, `${ARTICLE}.findOne`);
});
afterAll(async () => {
  await running?.stop();
  app?.remove();
});

const versions = async (): Promise<Record<string, number>> => {
  const rows = await running.strapi.db.getConnection('contextual_versions').select('name', 'value');
  return Object.fromEntries(
    rows.map(({ name, value }: { name: string; value: number }) => [name, Number(value)]),
  );
};
const keyFor = async (context: unknown, documentId = shop.article): Promise<string> => {
  const entries = [{ contentType: ARTICLE, documentId }];
  const answer = await running.http.post('/api/contextual/decide').send({ context, entries });
  return answer.body.data[0].variantKey;
};
const entry = () => ({ contentType: ARTICLE, documentId: shop.article });
const contents = () => service(running.strapi, 'variants');
const variantDocument = async (): Promise<string> => {
  const where = { experience: 'guide', variant: 'german', entryDocumentId: shop.article };
  const link = await running.strapi.db.query('plugin::contextual.variant-content').findOne({ where });
  return link.variantDocumentId;
};

describe('the next request sees', () => {
  it('a changed rule', async () => {
    await service(running.strapi, 'audiences').update!('germany', { rule: { 'location.country': 'CH' } });
    expect(await keyFor(GERMAN)).toBe('');
    expect(await keyFor({ location: { country: 'CH' } })).toBe('guide.german');
    await service(running.strapi, 'audiences').update!('germany', { rule: { 'location.country': 'DE' } });
    expect(await keyFor(GERMAN)).toBe('guide.german');
  });

  it('a switched off variant, and the same switched on again', async () => {
    await contents().update!('guide', 'german', { enabled: false });
    expect(await keyFor(GERMAN)).toBe('');
    await contents().update!('guide', 'german', { enabled: true });
    expect(await keyFor(GERMAN)).toBe('guide.german');
  });

  it('unpublished and published variant content, also when written in the Content Manager’s way', async () => {
    const siblings = running.strapi.documents('plugin::contextual.article-variant' as never) as any;
    const documentId = await variantDocument();
    await siblings.unpublish({ documentId, locale: 'en' });
    const unpublished = await running.http.get(`/api/articles/${shop.article}?variant=guide.german`);
    expect(unpublished.body.data.title).toBe('Base title');
    await siblings.publish({ documentId, locale: 'en' });
    const published = await running.http.get(`/api/articles/${shop.article}?variant=guide.german`);
    expect(published.body.data.title).toBe('German title');
  });

  it('new text of a variant once it is published', async () => {
    await contents().addContent!('guide', 'german', {
      entry: entry(),
      locale: 'en',
      data: { title: 'Newer title' },
    });
    const titleOf = async () =>
      (await running.http.get(`/api/articles/${shop.article}?variant=guide.german`)).body.data.title;
    expect(await titleOf()).toBe('German title');
    await contents().publishContent!({ experience: 'guide', variant: 'german', entry: entry() }, 'en');
    expect(await titleOf()).toBe('Newer title');
  });

  it('a paused experience', async () => {
    await service(running.strapi, 'experiences').move!('guide', 'pause');
    expect(await keyFor(GERMAN)).toBe('');
    await service(running.strapi, 'experiences').move!('guide', 'resume');
    expect(await keyFor(GERMAN)).toBe('guide.german');
  });

  it('a new entry that was not there a moment ago', async () => {
    const articles = running.strapi.documents(ARTICLE as never) as any;
    const ask = async (uid: string) => {
      const entries = [{ contentType: ARTICLE, uid }];
      return (await running.http.post('/api/contextual/decide').send({ context: {}, entries })).body.data[0];
    };
    expect((await ask('brand-new')).error.code).toBe('entry-not-found');
    const { documentId } = await articles.create({
      data: { title: 'New', slug: 'brand-new' },
      status: 'published',
    });
    expect((await ask('brand-new')).documentId).toBe(documentId);
    await articles.delete({ documentId });
    expect((await ask('brand-new')).error.code).toBe('entry-not-found');
  });
});

describe('what is not an entry', () => {
  const knex = (table: string) => running.strapi.db.getConnection(table);
  const wait = () => new Promise((resolve) => setTimeout(resolve, 100));

  it('is followed too: settings reach the next decision', async () => {
    const settings = service(running.strapi, 'settings');
    const { manifest: before } = await versions();
    await settings.update!({ globalHoldout: 10_000 });
    expect((await versions()).manifest).toBe(before! + 1);
    expect(await keyFor(GERMAN)).toBe('');
    await settings.update!({ globalHoldout: 0 });
    expect(await keyFor(GERMAN)).toBe('guide.german');
  });

  it('like the default locale is followed too', async () => {
    const titleKey = () => keyFor(GERMAN);
    expect(await titleKey()).toBe('guide.german');
    const locales = running.strapi.plugin('i18n').service('locales') as any;
    await locales.setDefaultLocale({ code: 'de' });
    const entries = [{ contentType: ARTICLE, documentId: shop.article }];
    const ask = () => running.http.post('/api/contextual/decide').send({ context: GERMAN, entries });
    expect((await ask()).body.data[0].locale).toBe('de');
    await locales.setDefaultLocale({ code: 'en' });
    expect((await ask()).body.data[0].locale).toBe('en');
  });

  it('and cannot be used, such as a broken rule, is said in the log, and matches nobody', async () => {
    const warn = jest
      .spyOn(running.strapi.log, 'warn')
      .mockImplementation((() => running.strapi.log) as never);
    const change = async (rule: unknown) => {
      await knex('contextual_audiences')
        .where({ code: 'germany' })
        .update({ rule: JSON.stringify(rule) });
      await knex('contextual_versions').where({ name: 'manifest' }).increment('value', 1);
    };
    await change({ 'location.country': { $sounds: 'DE' } });
    const deadline = Date.now() + 10_000;
    while ((await keyFor(GERMAN)) !== '' && Date.now() < deadline) await wait();
    const said = warn.mock.calls.map(([message]) => String(message));
    expect(said).toContainEqual(
      expect.stringMatching(/audience "germany" matches nobody.*location\.country/),
    );
    warn.mockRestore();
    const scope = await running.http.get(
      `/api/contextual/scope?contentType=${ARTICLE}&documentId=${shop.article}`,
    );
    expect(scope.text).not.toContain('sounds');
    await change({ 'location.country': 'DE' });
    while ((await keyFor(GERMAN)) === '' && Date.now() < deadline + 10_000) await wait();
    expect(await keyFor(GERMAN)).toBe('guide.german');
  });
});

describe('the version row', () => {
  it('moves the manifest once for an edit of a record, however many rows it writes', async () => {
    const before = await versions();
    await service(running.strapi, 'entryTargeting').set!(ARTICLE, shop.plain, {
      onlyFor: ['germany'],
      notFor: ['tv-campaign'],
    });
    const after = await versions();
    expect(after.manifest).toBe(before.manifest! + 1);
    expect(after.content).toBe(before.content);
  });

  it('moves the content, not the manifest, with a write of ordinary content', async () => {
    const before = await versions();
    await running.strapi
      .documents(ARTICLE as never)
      .update({ documentId: shop.plain, data: { teaser: 'x' } } as never);
    const after = await versions();
    expect(after.manifest).toBe(before.manifest);
    expect(after.content).toBeGreaterThan(before.content!);
  });

  it('does not move when the edit is rolled back, and nobody ever sees the edit', async () => {
    const before = await versions();
    const audiences = running.strapi.db.query('plugin::contextual.audience');
    const attempt = running.strapi.db.transaction(async () => {
      await audiences.update({ where: { code: 'germany' }, data: { rule: { 'location.country': 'FR' } } });
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    expect(await versions()).toEqual(before);
    expect(await keyFor(GERMAN)).toBe('guide.german');
    expect(await keyFor({ location: { country: 'FR' } })).toBe('');
  });

  it('tells this instance of edits that another one made', async () => {
    const { knex } = { knex: () => running.strapi.db.getConnection('contextual_audiences') };
    await knex()
      .where({ code: 'germany' })
      .update({ rule: JSON.stringify({ 'location.country': 'PL' }) });
    expect(await keyFor(GERMAN)).toBe('guide.german');
    await running.strapi.db
      .getConnection('contextual_versions')
      .where({ name: 'manifest' })
      .increment('value', 1);
    const deadline = Date.now() + 10_000;
    while ((await keyFor(GERMAN)) !== '' && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await keyFor({ location: { country: 'PL' } })).toBe('guide.german');
    await service(running.strapi, 'audiences').update!('germany', { rule: { 'location.country': 'DE' } });
  });
});

describe('leases', () => {
  it('let one instance do a job, pass on after the work, and after the death of their holder', async () => {
    let at = 1_000_000;
    const one = createLeaseStore(running.strapi, 'one', () => at);
    const two = createLeaseStore(running.strapi, 'two', () => at);
    const done: string[] = [];
    const nested = await one.withLease('job', 1_000, async () => {
      done.push('one');
      expect(await two.withLease('job', 1_000, async () => void done.push('two while one works'))).toBe(
        false,
      );
    });
    expect(nested).toBe(true);
    at += 1;
    expect(await two.withLease('job', 1_000, async () => void done.push('two'))).toBe(true);

    const table = () => running.strapi.db.getConnection('contextual_leases').where({ name: 'job' });
    await table().update({ owner: 'dead', until: at + 1_000 });
    expect(await one.withLease('job', 1_000, async () => void done.push('too early'))).toBe(false);
    at += 1_001;
    expect(await one.withLease('job', 1_000, async () => void done.push('after its death'))).toBe(true);
    expect(done).toEqual(['one', 'two', 'after its death']);
  });

  it('are given back when the job fails', async () => {
    const store = createLeaseStore(running.strapi, 'one', () => 5_000_000);
    await expect(store.withLease('failing', 1_000, () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect(await store.withLease('failing', 1_000, async () => undefined)).toBe(true);
  });

  it('go to exactly one of many that reach for them at once', async () => {
    const stores = Array.from({ length: 8 }, (_, index) =>
      createLeaseStore(running.strapi, `n${index}`, () => 9_000_000),
    );
    let working = 0;
    const results = await Promise.all(
      stores.map((store) =>
        store.withLease('race', 1_000, async () => {
          working += 1;
          await new Promise((resolve) => setTimeout(resolve, 200));
        }),
      ),
    );
    expect(working).toBe(results.filter(Boolean).length);
    expect(working).toBe(1);
  });
});
