import { createTestApp, type RunningApp, type TestApp } from '../support/boot';

const ARTICLE = 'api::article.article';
const ARTICLE_VARIANT = 'plugin::contextual.article-variant';
const BANNER = 'api::banner.banner';

let app: TestApp;
let running: RunningApp;
let count = 0;

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
});

afterAll(async () => {
  await running.stop();
  app.remove();
});

const documents = (uid: string) => running.strapi.documents(uid as never) as any;
const query = (uid: string) => running.strapi.db.query(uid as never) as any;
const service = (name: string) => running.strapi.plugin('contextual').service(name) as any;
const variants = () => service('variants');

/** A base entry in two languages, and an experience with one variant that has content in both. */
async function personalizedArticle() {
  const name = `honest-${++count}`;
  const base = await documents(ARTICLE).create({ locale: 'en', data: { title: name, slug: name } });
  await documents(ARTICLE).update({ documentId: base.documentId, locale: 'de', data: { title: name } });
  const entry = { contentType: ARTICLE, documentId: base.documentId as string };
  await service('experiences').create({ code: name, name: `The ${name} one`, audiences: [] });
  await variants().create(name, { name: 'One', code: 'one' });
  await variants().addContent(name, 'one', { entry, locale: 'en', data: { title: 'Variant' } });
  const content = await variants().addContent(name, 'one', {
    entry,
    locale: 'de',
    data: { title: 'Variante' },
  });
  return { name, entry, variantDocumentId: content.variantDocumentId as string };
}

const rowsOf = (documentId: string) => query(ARTICLE_VARIANT).findMany({ where: { documentId } });
const localesOf = async (documentId: string) =>
  [...new Set((await rowsOf(documentId)).map(({ locale }: any) => locale))].sort();
const linksOf = (entryDocumentId: string) =>
  query('plugin::contextual.variant-content').count({ where: { entryDocumentId } });

describe('deleting a base entry', () => {
  it('takes its variants, interests and audiences along, and experiences no longer span it', async () => {
    const { name, entry, variantDocumentId } = await personalizedArticle();
    const other = await personalizedArticle();
    const target = { contentType: entry.contentType, entryDocumentId: entry.documentId };
    await documents('plugin::contextual.entry-interest').create({
      data: { ...target, tag: 'tv', weight: 50 },
    });
    await documents('plugin::contextual.entry-audience').create({
      data: { ...target, audience: 'a', mode: 'only' },
    });
    await documents(ARTICLE).delete({ documentId: entry.documentId, locale: '*' });
    expect(await linksOf(entry.documentId)).toBe(0);
    expect(await rowsOf(variantDocumentId)).toEqual([]);
    for (const uid of ['plugin::contextual.entry-interest', 'plugin::contextual.entry-audience']) {
      expect(await query(uid).count({ where: target })).toBe(0);
    }
    expect((await service('experiences').findOne(name)).entries).toEqual([]);
    expect((await service('experiences').findOne(other.name)).entries).toEqual([other.entry]);
    expect(await localesOf(other.variantDocumentId)).toEqual(['de', 'en']);
  });

  it('past the document service is noticed too', async () => {
    const { entry, variantDocumentId } = await personalizedArticle();
    await query(ARTICLE).deleteMany({ where: { documentId: entry.documentId, locale: 'de' } });
    expect(await localesOf(variantDocumentId)).toEqual(['en']);
    await query(ARTICLE).deleteMany({ where: { documentId: entry.documentId } });
    expect(await linksOf(entry.documentId)).toBe(0);
    expect(await rowsOf(variantDocumentId)).toEqual([]);
  });

  it('is undone as a whole when something fails', async () => {
    const { entry, variantDocumentId } = await personalizedArticle();
    await expect(
      (running.strapi.db as any).transaction(async () => {
        await documents(ARTICLE).delete({ documentId: entry.documentId, locale: '*' });
        throw new Error('power cut');
      }),
    ).rejects.toThrow('power cut');
    expect(await linksOf(entry.documentId)).toBe(1);
    expect(await localesOf(variantDocumentId)).toEqual(['de', 'en']);
  });
});

describe('variant content in the Content Manager', () => {
  it('when deleted with its last language takes the link along', async () => {
    const { entry, variantDocumentId } = await personalizedArticle();
    await documents(ARTICLE_VARIANT).delete({ documentId: variantDocumentId, locale: 'de' });
    expect(await linksOf(entry.documentId)).toBe(1);
    await documents(ARTICLE_VARIANT).delete({ documentId: variantDocumentId, locale: '*' });
    expect(await linksOf(entry.documentId)).toBe(0);
  });
});

describe('publishing variant content', () => {
  it('is refused where two running experiences would fill the same attribute, naming both', async () => {
    await query('plugin::contextual.audience').create({
      data: { code: 'everyone', name: 'Everyone', rule: {}, documentId: 'everyone' },
    });
    const first = await personalizedArticle();
    const entry = first.entry;
    const second = { name: 'rival' };
    await service('experiences').create({ code: second.name, name: 'The rival one' });
    for (const [experience, variant] of [
      [first.name, 'one'],
      [second.name, 'one'],
    ] as const) {
      if (experience === second.name) await variants().create(experience, { name: 'One', code: variant });
      await query('plugin::contextual.experience').update({
        where: { code: experience },
        data: {
          status: 'running',
          startedAt: new Date(Date.UTC(2026, 0, experience === first.name ? 1 : 2)),
        },
      });
    }
    await variants().publishContent({ experience: first.name, variant: 'one', entry }, 'en');
    const rival = await variants().addContent(second.name, 'one', {
      entry,
      locale: 'en',
      data: { title: 'Mine', teaser: 'Mine too' },
    });
    const refused = variants().publishContent({ experience: second.name, variant: 'one', entry }, 'en');
    await expect(refused).rejects.toMatchObject({ status: 409, code: 'content-conflict' });
    await expect(refused).rejects.toThrow(/The honest-\d+ one.*The rival one.*“title”/);
    const draft = await variants().contentsOfExperience(second.name);
    expect(draft[0].locales).toEqual([{ locale: 'en', status: 'draft' }]);

    const inPanel = await running.http
      .post(`/content-manager/collection-types/${ARTICLE_VARIANT}/${rival.variantDocumentId}/actions/publish`)
      .query({ locale: 'en' })
      .set('Authorization', `Bearer ${await running.adminToken()}`)
      .send({ title: 'Mine' });
    expect(inPanel.status).toBeGreaterThanOrEqual(400);
    expect(inPanel.body.error.message).toContain('The rival one');

    await documents(ARTICLE_VARIANT).update({
      documentId: rival.variantDocumentId,
      locale: 'en',
      data: { title: null },
    });
    const published = await variants().publishContent(
      { experience: second.name, variant: 'one', entry },
      'en',
    );
    expect(published.locales).toEqual([{ locale: 'en', status: 'published' }]);
  });

  it('of types without drafts is refused when saved', async () => {
    const banner = await documents(BANNER).create({ data: { label: 'x', slug: 'x', headline: 'Base' } });
    const entry = { contentType: BANNER, documentId: banner.documentId };
    for (const code of ['live-one', 'live-two']) {
      await service('experiences').create({ code, name: `The ${code}` });
      await variants().create(code, { name: 'One', code: 'one' });
      await query('plugin::contextual.experience').update({ where: { code }, data: { status: 'running' } });
    }
    await variants().addContent('live-one', 'one', { entry, data: { headline: 'First' } });
    await expect(
      variants().addContent('live-two', 'one', { entry, data: { headline: 'Second' } }),
    ).rejects.toMatchObject({ code: 'content-conflict' });
    const harmless = await variants().addContent('live-two', 'one', { entry, data: { text: 'Other' } });
    await expect(
      documents(harmless.variantContentType).update({
        documentId: harmless.variantDocumentId,
        data: { headline: 'Second' },
      }),
    ).rejects.toMatchObject({ code: 'content-conflict' });
  });
});
