import { adminClient, type AdminClient } from '../support/admin-client';
import { createTestApp, type RunningApp, type TestApp } from '../support/boot';

const ARTICLE = 'api::article.article';
const ARTICLE_VARIANT = 'plugin::contextual.article-variant';
const BANNER = 'api::banner.banner';

let app: TestApp;
let running: RunningApp;
let admin: AdminClient;
let count = 0;

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  admin = adminClient(running, await running.adminToken());
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
    const { affected } = (await admin.get('/attention')).body.meta;
    expect(affected.filter((one: any) => one.documentId === entry.documentId)).toEqual([]);
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

describe('what needs attention', () => {
  const EXPERIENCE = 'plugin::contextual.experience';
  const read = async () => {
    const { status, body } = await admin.get('/attention');
    expect(status).toBe(200);
    return body;
  };
  const itemsOf = async (code: string) =>
    (await read()).data.filter(({ experience }: any) => experience?.code === code);
  /** As a script or an import does it: past every check of ours. */
  const force = (code: string, data: object) => query(EXPERIENCE).update({ where: { code }, data });
  const started = (day: number) => ({ status: 'running', startedAt: new Date(Date.UTC(2026, 0, day)) });

  it('is what two running experiences both fill, with the one that gives way', async () => {
    const { name, entry } = await personalizedArticle();
    await service('experiences').create({ code: 'later', name: 'The later one' });
    await variants().create('later', { name: 'One', code: 'one' });
    const data = { title: 'Mine', teaser: 'Mine' };
    await variants().addContent('later', 'one', { entry, locale: 'en', data });
    await variants().publishContent({ experience: name, variant: 'one', entry }, 'en');
    await variants().publishContent({ experience: 'later', variant: 'one', entry }, 'en');
    await force('later', started(2));
    await force(name, started(1));
    expect(await itemsOf(name)).toContainEqual({
      code: 'attribute-conflict',
      severity: 'error',
      experience: { code: name, name: `The ${name} one` },
      other: { code: 'later', name: 'The later one' },
      entry,
      locale: 'en',
      attributes: ['title'],
    });
    // Switched off, the other variant fills nothing.
    await variants().update('later', 'one', { enabled: false });
    const codes = (await itemsOf(name)).map(({ code }: any) => code);
    expect(codes).not.toContain('attribute-conflict');
  });

  it('is an audience that nobody can be in any more: error where something runs on it', async () => {
    const { name } = await personalizedArticle();
    for (const code of ['broken', 'broken-too']) {
      await query('plugin::contextual.audience').create({
        data: { code, name: `The ${code}`, rule: { nonsense: { $is: 1 } } },
      });
    }
    await force(name, { ...started(3), audiences: ['broken', 'lost'] });
    const { data } = await read();
    const invalid = data.filter(({ code }: any) => code === 'audience-invalid');
    expect(invalid).toEqual([
      {
        code: 'audience-invalid',
        severity: 'error',
        audience: { code: 'broken', name: 'The broken' },
        detail: expect.any(String),
      },
      {
        code: 'audience-invalid',
        severity: 'warning',
        audience: { code: 'broken-too', name: 'The broken-too' },
        detail: expect.any(String),
      },
    ]);
    expect(await itemsOf(name)).toContainEqual({
      code: 'audience-gone',
      severity: 'error',
      experience: { code: name, name: `The ${name} one` },
      audience: { code: 'lost', name: 'lost' },
    });
    await query('plugin::contextual.audience').deleteMany({ where: { code: { $startsWith: 'broken' } } });
  });

  it('is a variant that nobody is ever shown, with the reason in words', async () => {
    const { name, entry } = await personalizedArticle();
    const rules = {
      'visits-never': { 'session.count': { $gte: 5, $lt: 3 } },
      'visits-many': { 'session.count': { $gte: 2 } },
      'visits-more': { 'session.count': { $gte: 5 } },
    };
    for (const [code, rule] of Object.entries(rules)) {
      await admin.post('/audiences', { code, name: `The ${code}`, rule });
    }
    await variants().update(name, 'one', { audiences: ['visits-many'] });
    for (const [code, audience] of [
      ['narrower', 'visits-more'],
      ['impossible', 'visits-never'],
    ]) {
      await variants().create(name, { name: `The ${code}`, code, audiences: [audience] });
      await variants().addContent(name, code, { entry, locale: 'en', data: { title: code } });
      await variants().publishContent({ experience: name, variant: code, entry }, 'en');
    }
    await variants().publishContent({ experience: name, variant: 'one', entry }, 'en');
    const experience = { code: name, name: `The ${name} one` };
    const shadowed = {
      code: 'variant-shadowed',
      variant: { code: 'narrower', name: 'The narrower' },
      sentence: {
        en: 'Everyone who matches “The narrower” already matches “One”, which stands before it: “The narrower” is never shown.',
        de: expect.stringContaining('„The narrower“ wird nie ausgespielt.'),
      },
    };
    const dead = {
      code: 'variant-dead',
      variant: { code: 'impossible', name: 'The impossible' },
      sentence: {
        en: 'The variant “The impossible” is never shown. Nobody can match: at least 5 visits and fewer than 3 visits exclude each other.',
        de: expect.stringContaining('schließen einander aus.'),
      },
    };
    // Before a start they stand beside what is in the way of it, and are not in the way.
    const { data, meta } = (await admin.get(`/experiences/${name}/checks`)).body;
    expect(data.map(({ code }: any) => code)).not.toContain('variant-dead');
    expect(meta.warnings).toEqual([shadowed, dead]);
    expect(await itemsOf(name)).not.toContainEqual(expect.objectContaining({ code: 'variant-dead' }));

    await force(name, started(5));
    const items = await itemsOf(name);
    expect(items).toContainEqual({ ...shadowed, severity: 'warning', experience });
    expect(items).toContainEqual({ ...dead, severity: 'warning', experience });

    await force(name, { ...started(5), audiences: ['visits-never'] });
    expect(await itemsOf(name)).toContainEqual(
      expect.objectContaining({ code: 'nobody-takes-part', severity: 'warning', experience }),
    );
    await force(name, { ...started(5), audiences: [] });
    await variants().update(name, 'impossible', { enabled: false });
    await admin.put('/audiences/visits-many', { rule: { 'session.count': { $between: [2, 4] } } });
    const codes = (await itemsOf(name)).map(({ code }: any) => code);
    expect(codes).not.toContain('variant-dead');
    expect(codes).not.toContain('variant-shadowed');
    await force(name, { status: 'ended' });
  });

  it('is an entry that a script deleted, and one that never was; drafts are only a warning', async () => {
    const { name, entry } = await personalizedArticle();
    await running.strapi.db.getConnection('articles').where({ document_id: entry.documentId }).delete();
    const of = { code: 'entry-gone', experience: { code: name, name: `The ${name} one` }, entry };
    expect(await itemsOf(name)).toEqual([{ ...of, severity: 'warning' }]);
    await force(name, { ...started(4) });
    expect(await itemsOf(name)).toContainEqual({ ...of, severity: 'error' });
    await force(name, { status: 'paused', entries: [] });
    expect((await itemsOf(name)).map(({ code }: any) => code)).toEqual(['no-entries']);
    await force(name, { status: 'ended' });
    expect(await itemsOf(name)).toEqual([]);
  });

  it('is what a start without the plugin cost, for a month', async () => {
    const store = running.strapi.store({ type: 'plugin', name: 'contextual' });
    const skipped = [{ reason: 'file-deleted', what: ARTICLE_VARIANT, count: 3 }];
    const restored = { roleGrants: 0, tokenGrants: 0, permissions: 0, views: 0, mediaLinks: 0 };
    const lost = async (daysAgo: number) => {
      const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
      await store.set({ key: 'survival-report', value: { at, restored, skipped } });
      return (await read()).data.filter(({ code }: any) => code === 'not-restored');
    };
    expect(await lost(29)).toEqual([
      {
        code: 'not-restored',
        severity: 'warning',
        count: 3,
        detail: `file-deleted: ${ARTICLE_VARIANT}`,
      },
    ]);
    expect(await lost(31)).toEqual([]);
    await store.delete({ key: 'survival-report' });
  });

  it('costs a few queries however many entries there are, lists 200, and the errors first', async () => {
    const entries = Array.from({ length: 450 }, (_, index) => ({
      contentType: ARTICLE,
      documentId: `gone${index}`,
    }));
    const { name } = await personalizedArticle();
    const stray = await documents(ARTICLE_VARIANT).create({ data: { title: 'Stray' } });
    await force(name, { ...started(5), entries });
    await read();
    let queries = 0;
    const counted = () => (queries += 1);
    running.strapi.db.connection.on('query', counted);
    const { data } = await read();
    running.strapi.db.connection.removeListener('query', counted);
    expect(queries).toBeLessThan(40);
    expect(data).toHaveLength(200);
    expect(new Set(data.map(({ severity }: any) => severity))).toEqual(new Set(['error']));
    await force(name, { status: 'ended' });
    expect((await read()).data.map(({ content }: any) => content?.documentId)).toContain(stray.documentId);
  });

  it('keeps the last hundred changes, newest first', async () => {
    const { name, entry } = await personalizedArticle();
    await force(name, started(6));
    const publish = (action: string) => documents(ARTICLE)[action]({ documentId: entry.documentId });
    await publish('publish');
    await publish('unpublish');
    const [newest] = (await read()).meta.affected;
    expect(newest).toMatchObject({ code: 'entry-unpublished', ...entry, locale: 'en' });
    const row = { at: '2026-01-01T00:00:00.000Z', change: JSON.stringify({ ...newest, at: undefined }) };
    const log = 'plugin::contextual.affected-row';
    await query(log).createMany({ data: Array.from({ length: 130 }, () => row) });
    await publish('publish');
    await publish('unpublish');
    const { affected } = (await read()).meta;
    expect(affected).toHaveLength(100);
    expect(affected[0].at > affected[1].at).toBe(true);
    expect(await query(log).count()).toBe(100);
  });

  it('is shown to those who may see personalizations', async () => {
    expect((await adminClient(running).get('/attention')).status).toBe(401);
  });
});
