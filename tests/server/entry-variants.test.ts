import { adminClient, createRole, type AdminClient, type TestRole } from '../support/admin-client';
import { createTestApp, type RunningApp } from '../support/boot';
import { refusal } from './records/experience-tools';

const ARTICLE = 'api::article.article';
const BANNER = 'api::banner.banner';
const SIBLING = 'plugin::contextual.article-variant';

let app: RunningApp;
let admin: AdminClient;
let author: TestRole;
const testApp = createTestApp();

const documents = (uid: string) => app.strapi.documents(uid as never) as any;
const query = (uid: string) => app.strapi.db.query(uid as never) as any;
const pathOf = (documentId: string, contentType = ARTICLE) =>
  `/entries/${contentType}/${documentId}/variants`;
const contentPath = (documentId: string, contentType = SIBLING) =>
  `/variant-contents/${contentType}/${documentId}`;

let articles = 0;
async function createArticle(data: object = {}): Promise<string> {
  const slug = `article-${++articles}`;
  return (await documents(ARTICLE).create({ locale: 'en', data: { title: slug, slug, ...data } })).documentId;
}

/** How many records and documents there are: what an undone step must not change. */
async function counts() {
  const uids = ['experience', 'variant', 'variant-content', 'article-variant'];
  const found = uids.map(async (name) => [name, await query(`plugin::contextual.${name}`).count()]);
  return Object.fromEntries(await Promise.all(found));
}

beforeAll(async () => {
  app = await testApp.boot();
  admin = adminClient(app, await app.adminToken());
  author = await createRole(app, 'variant-author');
  await admin.post('/audiences', { code: 'germans', name: 'Germans', rule: { 'location.country': 'DE' } });
  await admin.post('/interest-tags', { code: 'hiking', name: 'Hiking' });
});

afterAll(async () => {
  await app?.stop();
  testApp.remove();
});

describe('the content types that have variants', () => {
  it('are told with what the panel needs of them, by name', async () => {
    const { body } = await admin.get('/content-types');
    const names = body.data.map(({ displayName }: any) => displayName);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
    expect(body.data.find(({ contentType }: any) => contentType === ARTICLE)).toEqual({
      contentType: ARTICLE,
      displayName: 'Article',
      kind: 'collectionType',
      variantContentType: SIBLING,
      mainField: 'title',
      localized: true,
      draftAndPublish: true,
      variable: expect.arrayContaining(['title', 'teaser', 'blocks', 'seo']),
    });
    expect(body.data.find(({ contentType }: any) => contentType === BANNER)).toMatchObject({
      localized: false,
      draftAndPublish: false,
    });
    expect(body.data.find(({ kind }: any) => kind === 'singleType')).toBeDefined();
    expect(body.data.some(({ contentType }: any) => contentType === 'api::category.category')).toBe(false);
  });

  it('name their entries as an administrator chose in the view, or not at all', async () => {
    const contentTypes = app.strapi.plugin('content-manager').service('content-types') as any;
    const view = await contentTypes.findConfiguration({ uid: ARTICLE });
    const mainFieldAfter = async (mainField: string) => {
      const settings = { ...view.settings, mainField };
      await contentTypes.updateConfiguration({ uid: ARTICLE }, { ...view, settings });
      const { body } = await admin.get('/content-types');
      return body.data.find(({ contentType }: any) => contentType === ARTICLE).mainField;
    };
    expect(await mainFieldAfter('teaser')).toBe('teaser');
    expect(await mainFieldAfter('documentId')).toBeUndefined();
    expect(await mainFieldAfter('title')).toBe('title');
  });
});

describe('a variant beside an entry', () => {
  it('brings its experience, and opens as a copy of the components', async () => {
    const documentId = await createArticle({ seo: { metaTitle: 'Base' } });
    const { status, body } = await admin.post(pathOf(documentId), {
      name: 'Hikers',
      audiences: ['germans'],
      interests: [{ tag: 'hiking', weight: 70 }],
      copyComponents: true,
    });
    expect(status).toBe(201);
    const { experience, variant, content } = body.data;
    expect(variant).toMatchObject({ name: 'Hikers', audiences: ['germans'], enabled: true, order: 0 });
    expect(content).toMatchObject({
      experience,
      variant: variant.code,
      entry: { contentType: ARTICLE, documentId },
      variantContentType: SIBLING,
      locales: [{ locale: 'en', status: 'draft' }],
    });
    const made = (await admin.get(`/experiences/${experience}`)).body.data;
    expect(made).toMatchObject({
      name: 'Hikers',
      status: 'draft',
      selection: 'relevance',
      audiences: [],
      entries: [{ contentType: ARTICLE, documentId }],
      variantCount: 1,
    });
    const copy = await documents(SIBLING).findOne({
      documentId: content.variantDocumentId,
      locale: 'en',
      populate: ['seo'],
    });
    expect(copy).toMatchObject({ title: null, seo: { metaTitle: 'Base' } });
  });

  it('joins an experience that is there, with its entry', async () => {
    const first = await createArticle();
    const second = await createArticle();
    const { experience } = (await admin.post(pathOf(first), { name: 'One', experienceName: 'Joined' })).body
      .data;
    const { status, body } = await admin.post(pathOf(second), { name: 'Two', experience });
    expect(status).toBe(201);
    expect(body.data.experience).toBe(experience);
    const after = (await admin.get(`/experiences/${experience}`)).body.data;
    expect(after.entries.map((entry: any) => entry.documentId)).toEqual([first, second]);
    expect(after).toMatchObject({ name: 'Joined', variantCount: 2 });
    const listed = await admin.get(`/experiences?contentType=${ARTICLE}&documentId=${second}`);
    expect(listed.body.data.map(({ code, variantCount }: any) => [code, variantCount])).toEqual([
      [experience, 2],
    ]);
  });

  it('of a draft test gets an equal part, and the audiences go to the test', async () => {
    const documentId = await createArticle();
    const input = { name: 'A', selection: 'split', audiences: ['germans'] };
    const { experience, variant } = (await admin.post(pathOf(documentId), input)).body.data;
    expect(variant).toMatchObject({ share: 5_000, audiences: [] });
    expect((await admin.get(`/experiences/${experience}`)).body.data).toMatchObject({
      selection: 'split',
      audiences: ['germans'],
      holdout: 0,
    });
    await admin.post(pathOf(documentId), { name: 'B', experience });
    const shares = (await admin.get(`/experiences/${experience}/variants`)).body.data;
    expect(shares.map(({ name }: any) => name)).toEqual(['A', 'B']);
    expect(shares.map(({ share }: any) => Math.round(share / 10))).toEqual([333, 333]);
    expect(
      refusal(await admin.post(pathOf(documentId), { name: 'C', experience, audiences: ['germans'] })),
    ).toMatchObject({ code: 'entry-variant-invalid', issues: ['audience-on-split-variant'] });
  });

  it('of a running test is made switched off; switched on, it takes its part in proportion', async () => {
    const entry = await documents(BANNER).create({ data: { label: 'b', slug: 'b', headline: 'Base' } });
    const place = pathOf(entry.documentId, BANNER);
    const { experience, variant } = (await admin.post(place, { name: 'A', selection: 'split' })).body.data;
    const fill = (code: string, headline: string) =>
      admin.post(`/experiences/${experience}/variants/${code}/contents`, {
        entry: { contentType: BANNER, documentId: entry.documentId },
        data: { headline },
      });
    await fill(variant.code, 'For A');
    expect((await admin.post(`/experiences/${experience}/start`)).status).toBe(200);
    const added = await admin.post(place, { name: 'B', experience });
    expect(added.status).toBe(201);
    const { code } = added.body.data.variant;
    expect(added.body.data.variant).toMatchObject({ enabled: false, share: 3_333 });
    expect((await admin.get(`/experiences/${experience}/weights-versions`)).body.data).toHaveLength(1);
    await fill(code, 'For B');
    const one = `/experiences/${experience}/variants/${code}`;
    expect((await admin.put(one, { enabled: true })).status).toBe(200);
    const shares = (await admin.get(`/experiences/${experience}/variants`)).body.data;
    expect(shares.map(({ share }: any) => Math.round(share / 10))).toEqual([333, 333]);
    await admin.post(`/experiences/${experience}/end`);
    expect(refusal(await admin.post(place, { name: 'C', experience }))).toMatchObject({
      status: 409,
      code: 'experience-ended',
    });
  });

  it('is refused with a sentence for everything that is wrong with it, and leaves nothing', async () => {
    const documentId = await createArticle();
    const before = await counts();
    const ask = async (input: object, place = pathOf(documentId)) => refusal(await admin.post(place, input));
    expect(await ask({})).toEqual({ status: 400, code: 'entry-variant-invalid', issues: ['missing'] });
    expect(
      await ask({
        name: 'x',
        audiences: ['nobody'],
        interests: [{ tag: 'nothing', weight: 1 }],
        locale: 'de',
      }),
    ).toEqual({
      status: 400,
      code: 'entry-variant-invalid',
      issues: ['audience-missing', 'interest-tag-missing', 'locale-missing'],
    });
    expect(await ask({ name: 'x', experience: 'nowhere' })).toMatchObject({
      status: 404,
      code: 'experience-not-found',
    });
    expect(await ask({ name: 'x' }, pathOf('nothere'))).toMatchObject({
      status: 404,
      code: 'entry-not-found',
    });
    expect(await ask({ name: 'x' }, pathOf('x', 'api::category.category'))).toMatchObject({
      status: 400,
      code: 'content-type-not-enabled',
    });
    expect(await ask({ name: 'x' }, pathOf('x', 'api::none.none'))).toMatchObject({
      status: 404,
      code: 'content-type-unknown',
    });
    expect(await counts()).toEqual(before);
    const { experience } = (await admin.post(pathOf(documentId), { name: 'x' })).body.data;
    expect(await ask({ name: 'y', experience, selection: 'split', experienceName: 'z' })).toMatchObject({
      issues: ['only-for-new', 'only-for-new'],
    });
  });

  it('leaves no experience and no variant when its content cannot be written', async () => {
    const documentId = await createArticle();
    const before = await counts();
    let refuse = true;
    // As a policy of the project's own would.
    app.strapi.documents.use((async (call: any, next: () => Promise<unknown>) => {
      if (refuse && call.uid === SIBLING && call.action === 'create') {
        // The first two steps are done by now, in this transaction.
        expect(await query('plugin::contextual.experience').count()).toBe(before.experience + 1);
        expect(await query('plugin::contextual.variant').count()).toBe(before.variant + 1);
        throw new Error('refused by the project');
      }
      return next();
    }) as never);
    const failed = await admin.post(pathOf(documentId), { name: 'Atomic', experienceName: 'Atomic' });
    expect(refusal(failed)).toMatchObject({ status: 500, code: 'internal' });
    expect(await counts()).toEqual(before);
    refuse = false;
    // Nor is the code spent.
    const { body } = await admin.post(pathOf(documentId), { name: 'Atomic', experienceName: 'Atomic' });
    expect(body.data.experience).toBe('atomic');
  });

  it('needs the right to write variant content, and with a copy to read the entry', async () => {
    const documentId = await createArticle();
    const explorer = (action: string, subject: string) => ({
      action: `plugin::content-manager.explorer.${action}`,
      subject,
      properties: { locales: ['en'], ...(action === 'delete' ? {} : { fields: ['title'] }) },
      conditions: [],
    });
    const ours = ['experiences.write', 'experiences.read'].map((name) => `plugin::contextual.${name}`);
    await author.permit(ours);
    expect(refusal(await author.client.post(pathOf(documentId), { name: 'x' }))).toMatchObject({
      status: 403,
      code: 'content-forbidden',
    });
    const permissions = [
      ...ours.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
      explorer('create', SIBLING),
      explorer('update', SIBLING),
    ];
    await author.permitAll(permissions);
    expect((await author.client.post(pathOf(documentId), { name: 'x', copyComponents: true })).status).toBe(
      403,
    );
    const { status, body } = await author.client.post(pathOf(documentId), { name: 'x' });
    expect(status).toBe(201);
    // Nor is deleting the variant a way around the right to delete its content.
    const { experience, variant } = body.data;
    const one = `/experiences/${experience}/variants/${variant.code}`;
    for (const path of [one, `/experiences/${experience}`]) {
      expect(refusal(await author.client.delete(path))).toMatchObject({ code: 'content-forbidden' });
    }
    await author.permitAll([...permissions, explorer('delete', SIBLING)]);
    expect((await author.client.delete(one)).status).toBe(200);
    expect((await author.client.delete(`/experiences/${experience}`)).status).toBe(200);
  });

  it('is its maker’s, and a role that is confined to its own content or to locales stays so', async () => {
    const ours = ['experiences.write', 'experiences.read'].map((name) => `plugin::contextual.${name}`);
    const confined = (properties: object, conditions: string[]) => [
      ...ours.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
      ...['create', 'read', 'update', 'delete'].map((name) => ({
        action: `plugin::content-manager.explorer.${name}`,
        subject: SIBLING,
        properties: { ...(name === 'delete' ? {} : { fields: ['title'] }), ...properties },
        conditions,
      })),
    ];
    const forbidden = { status: 403, code: 'content-forbidden' };
    const documentId = await createArticle();
    const entry = { contentType: ARTICLE, documentId };
    await documents(ARTICLE).update({ documentId, locale: 'de', data: { title: 'de', slug: 'de' } });
    const theirs = (await admin.post(pathOf(documentId), { name: 'Theirs' })).body.data;
    const placeOf = ({ experience, variant }: any) => `/experiences/${experience}/variants/${variant.code}`;
    const fill = (made: any, more: object = {}) =>
      author.client.post(`${placeOf(made)}/contents`, { entry, data: { title: 'x' }, ...more });
    const orphan = await documents(SIBLING).create({ locale: 'en', data: { title: 'Of nobody' } });

    await author.permitAll(confined({ locales: ['en', 'de'] }, ['admin::is-creator']));
    const made = await author.client.post(pathOf(documentId), { name: 'Mine' });
    expect(made.status).toBe(201);
    const mine = made.body.data;
    const { createdBy } = await documents(SIBLING).findOne({
      documentId: mine.content.variantDocumentId,
      locale: 'en',
      populate: ['createdBy'],
    });
    expect(createdBy).toMatchObject({ firstname: 'variant-author' });
    expect((await fill(mine)).status).toBe(201);
    expect((await fill(mine, { locale: 'de' })).status).toBe(201);
    expect(refusal(await fill(theirs))).toMatchObject(forbidden);
    expect(refusal(await author.client.delete(placeOf(theirs)))).toMatchObject(forbidden);
    const adoption = { entry, experience: mine.experience, variant: mine.variant.code };
    expect(refusal(await author.client.put(contentPath(orphan.documentId), adoption))).toMatchObject(
      forbidden,
    );

    await author.permitAll(confined({ locales: ['en'] }, []));
    expect(refusal(await author.client.post(pathOf(documentId), { name: 'x', locale: 'de' }))).toMatchObject(
      forbidden,
    );
    expect(refusal(await author.client.delete(placeOf(mine)))).toMatchObject(forbidden);
    expect((await fill(theirs)).status).toBe(201);
    expect((await author.client.delete(placeOf(theirs))).status).toBe(200);
  });
});

describe('variant content', () => {
  const make = async (fields: object = {}) => {
    const documentId = await createArticle();
    const { body } = await admin.post(pathOf(documentId), { name: 'Known', ...fields });
    return { documentId, ...body.data };
  };
  const cloned = async (documentId: string): Promise<string> =>
    (await documents(SIBLING).clone({ documentId, locale: 'en' })).entries[0].documentId;

  it('says of which entry, experience and audiences it is', async () => {
    const made = await make({ audiences: ['germans'], experienceName: 'Origin' });
    const { body } = await admin.get(contentPath(made.content.variantDocumentId));
    expect(body.data).toEqual({
      entry: { contentType: ARTICLE, documentId: made.documentId },
      experience: { code: 'origin', name: 'Origin', status: 'draft', selection: 'relevance' },
      variant: { code: made.variant.code, name: 'Known', enabled: true },
      audiences: [{ code: 'germans', name: 'Germans' }],
    });
    const split = await make({ audiences: ['germans'], selection: 'split' });
    const origin = (await admin.get(contentPath(split.content.variantDocumentId))).body.data;
    expect(origin.audiences).toEqual([{ code: 'germans', name: 'Germans' }]);
  });

  it('that is not there is a 404, not an orphan', async () => {
    for (const place of [contentPath('nothere'), contentPath('x', ARTICLE), contentPath('x', 'nothing')]) {
      expect(refusal(await admin.get(place))).toMatchObject({ status: 404, code: 'content-not-found' });
    }
  });

  it('of a clone belongs to nobody until it is given to a variant, which spans its entry then', async () => {
    const made = await make();
    const clone = await cloned(made.content.variantDocumentId);
    expect((await admin.get(contentPath(clone))).body).toEqual({ data: null });
    const other = { contentType: ARTICLE, documentId: await createArticle() };
    const adoption = { entry: other, experience: made.experience, variant: made.variant.code };
    const { status, body } = await admin.put(contentPath(clone), adoption);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ entry: other, experience: { code: made.experience } });
    expect((await admin.get(contentPath(clone))).body).toEqual(body);
    const { entries } = (await admin.get(`/experiences/${made.experience}`)).body.data;
    expect(entries).toContainEqual(other);
    expect(refusal(await admin.put(contentPath(clone), adoption))).toMatchObject({
      status: 409,
      code: 'content-in-use',
    });
  });

  it('is adopted only where it fits', async () => {
    const made = await make();
    const clone = contentPath(await cloned(made.content.variantDocumentId));
    const entry = { contentType: ARTICLE, documentId: made.documentId };
    const home = await documents('api::home.home').create({ locale: 'en', data: { headline: 'Home' } });
    const rest = { experience: made.experience, variant: made.variant.code };
    const ask = async (input: object) => refusal(await admin.put(clone, input));
    expect(await ask({ entry, ...rest })).toMatchObject({ status: 409, code: 'content-taken' });
    expect(await ask({})).toMatchObject({ status: 400, code: 'content-invalid' });
    expect(
      await ask({ entry: { contentType: 'api::home.home', documentId: home.documentId }, ...rest }),
    ).toMatchObject({ status: 400, issues: ['content-type-differs'] });
    expect(await ask({ entry: { ...entry, documentId: 'gone' }, ...rest })).toMatchObject({
      issues: ['entry-not-found'],
    });
    expect(await ask({ entry, ...rest, variant: 'nobody' })).toMatchObject({ code: 'variant-not-found' });
    expect(await ask({ entry, ...rest, experience: 'no' })).toMatchObject({ code: 'experience-not-found' });
    expect((await admin.get(clone)).body).toEqual({ data: null });
  });

  it('that is published does not come into a running experience over another one that fills the same', async () => {
    const documentId = await createArticle();
    const run = async (name: string, title: string) => {
      const { body } = await admin.post(pathOf(documentId), { name, audiences: ['germans'] });
      const { experience, variant, content } = body.data;
      await documents(SIBLING).update({
        documentId: content.variantDocumentId,
        locale: 'en',
        data: { title, teaser: null },
      });
      await documents(SIBLING).publish({ documentId: content.variantDocumentId, locale: 'en' });
      return { experience, variant: variant.code, document: content.variantDocumentId };
    };
    const first = await run('First', 'Title of the first');
    expect((await admin.post(`/experiences/${first.experience}/start`)).status).toBe(200);
    const elsewhere = await make({ audiences: ['germans'] });
    const published = elsewhere.content.variantDocumentId;
    await documents(SIBLING).update({ documentId: published, locale: 'en', data: { title: 'Running' } });
    await documents(SIBLING).publish({ documentId: published, locale: 'en' });
    expect((await admin.post(`/experiences/${elsewhere.experience}/start`)).status).toBe(200);
    const orphan = await documents(SIBLING).create({ locale: 'en', data: { title: 'Clash' } });
    await documents(SIBLING).publish({ documentId: orphan.documentId, locale: 'en' });
    const adoption = {
      entry: { contentType: ARTICLE, documentId },
      experience: elsewhere.experience,
      variant: elsewhere.variant.code,
    };
    const refused = await admin.put(contentPath(orphan.documentId), adoption);
    expect(refusal(refused)).toEqual({
      status: 409,
      code: 'experience-running',
      issues: ['attribute-taken'],
    });
    expect(refused.body.error.details.issues[0].values).toMatchObject({
      first: 'First',
      later: 'Known',
      attribute: 'title',
      documentId,
    });
    expect((await admin.get(contentPath(orphan.documentId))).body).toEqual({ data: null });
    await admin.post(`/experiences/${first.experience}/pause`);
    expect((await admin.put(contentPath(orphan.documentId), adoption)).status).toBe(200);
  });

  it('goes with its variant, and with its experience', async () => {
    const made = await make();
    await admin.post(pathOf(made.documentId), { name: 'Second', experience: made.experience });
    const documentIds = (await admin.get(`/experiences/${made.experience}/contents`)).body.data.map(
      ({ variantDocumentId }: any) => variantDocumentId,
    );
    expect(documentIds).toHaveLength(2);
    const left = async () => query(SIBLING).count({ where: { documentId: { $in: documentIds } } });
    expect((await admin.delete(`/experiences/${made.experience}/variants/${made.variant.code}`)).status).toBe(
      200,
    );
    expect(await left()).toBe(1);
    const removed = await admin.delete(`/experiences/${made.experience}`);
    expect(removed.body.data.variantCount).toBe(1);
    expect(await left()).toBe(0);
  });
});
