import { createTestApp, type RunningApp, type TestApp } from '../support/boot';

const ARTICLE = 'api::article.article';
const BANNER = 'api::banner.banner';
const HOME = 'api::home.home';

let app: TestApp;
let running: RunningApp;
let article: { contentType: string; documentId: string };
let product: string;
let file: number;

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  const created = await query('plugin::upload.file').create({
    data: {
      name: 'one',
      hash: 'one',
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: '/uploads/one.png',
      provider: 'local',
    },
  });
  file = created.id;
  product = (
    await documents('api::product.product').create({
      locale: 'en',
      data: { name: 'Set', slug: 'set', sku: '1', highlights: [{ text: 'x' }] },
    })
  ).documentId;
  const base = await documents(ARTICLE).create({
    locale: 'en',
    data: {
      title: 'Base',
      slug: 'base',
      seo: { metaTitle: 'Base title', shareImage: file, noIndex: true },
      blocks: [
        { __component: 'sections.teaser', heading: 'Look', image: file, link: { label: 'Go', url: '/go' } },
        { __component: 'sections.product-list', heading: 'Shop', products: [product] },
        { __component: 'sections.faq', items: [{ question: 'Why?', answer: 'Because.' }] },
      ],
    },
  });
  article = { contentType: ARTICLE, documentId: base.documentId };
  await documents(ARTICLE).update({ documentId: base.documentId, locale: 'de', data: { title: 'Basis' } });
  for (const code of ['first', 'second'])
    await service('experiences').create({ code, name: `The ${code} one` });
});

afterAll(async () => {
  await running.stop();
  app.remove();
});

const documents = (uid: string) => running.strapi.documents(uid as never) as any;
const query = (uid: string) => running.strapi.db.query(uid as never) as any;
const service = (name: string) => running.strapi.plugin('contextual').service(name) as any;
const variants = () => service('variants');
/** As the manifest loads them. */
const loaded = async (experience: string) =>
  (await variants().withContents({ experiences: [experience] })).get(experience) ?? [];

describe('variants', () => {
  it('get a short code of their own, unique within the experience and never used again', async () => {
    const drawn = await variants().create('first', { name: 'Drawn' });
    expect(drawn).toMatchObject({ name: 'Drawn', experience: 'first', enabled: true, order: 0, share: 0 });
    expect(drawn.code).toMatch(/^[a-z0-9]{5}$/);
    const given = await variants().create('first', { name: 'Given', code: 'given' });
    expect(given.order).toBe(1);
    await expect(variants().create('first', { name: 'Twice', code: 'given' })).rejects.toMatchObject({
      status: 409,
      code: 'code-taken',
    });
    await expect(variants().create('second', { name: 'Elsewhere', code: 'given' })).resolves.toBeDefined();
    await variants().remove('first', 'given');
    await expect(variants().create('first', { name: 'Again', code: 'given' })).rejects.toMatchObject({
      code: 'code-taken',
    });
  });

  it('refuse what is not a variant, and say where', async () => {
    await expect(variants().create('nowhere', { name: 'x' })).rejects.toMatchObject({
      status: 404,
      code: 'experience-not-found',
    });
    await expect(variants().create('first', { name: 'x', code: 'base' })).rejects.toMatchObject({
      code: 'variant-invalid',
    });
    await expect(variants().create('first', { name: '', share: -1, rule: {} })).rejects.toMatchObject({
      status: 400,
      issues: expect.arrayContaining([expect.objectContaining({ path: ['share'] })]),
    });
  });

  it('change, but never over a change that somebody else made', async () => {
    const made = await variants().create('first', { name: 'Before', code: 'changing' });
    const changed = await variants().update('first', 'changing', {
      name: 'After',
      audiences: ['hikers'],
      interests: [{ tag: 'hiking', weight: 80 }],
      updatedAt: made.updatedAt,
    });
    expect(changed).toMatchObject({ name: 'After', audiences: ['hikers'] });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await variants().update('first', 'changing', { enabled: false });
    await expect(
      variants().update('first', 'changing', { name: 'Lost', updatedAt: made.updatedAt }),
    ).rejects.toMatchObject({ status: 409, code: 'changed-meanwhile' });
  });
});

describe('variant content', () => {
  beforeAll(async () => {
    await variants().create('first', { name: 'Hikers', code: 'hikers' });
  });
  const hikers = () => ({ experience: 'first', variant: 'hikers', entry: article });

  it('is one document for an entry, with a locale at a time, and brings the entry into the experience', async () => {
    const english = await variants().addContent('first', 'hikers', {
      entry: article,
      locale: 'en',
      data: { title: 'For hikers', cover: file, products: [product], contextualEmpty: ['teaser'] },
    });
    const german = await variants().addContent('first', 'hikers', {
      entry: article,
      locale: 'de',
      data: { title: 'Für Wanderer' },
    });
    expect(german.variantDocumentId).toBe(english.variantDocumentId);
    expect(german.locales).toEqual([
      { locale: 'en', status: 'draft' },
      { locale: 'de', status: 'draft' },
    ]);
    expect(await variants().contentsOfEntry(article)).toHaveLength(1);
    expect((await service('experiences').findOne('first')).entries).toEqual([article]);
  });

  it('is loaded for delivery only where it is published, with what it fills and empties', async () => {
    expect((await loaded('first')).find(({ code }: any) => code === 'hikers').contents).toEqual([]);
    const published = await variants().publishContent(hikers(), 'en');
    expect(published.locales).toEqual([
      { locale: 'en', status: 'published' },
      { locale: 'de', status: 'draft' },
    ]);
    const { contents } = (await loaded('first')).find(({ code }: any) => code === 'hikers');
    expect(contents).toEqual([
      {
        entry: { ...article, locale: 'en' },
        variantContentType: 'plugin::contextual.article-variant',
        variantDocumentId: published.variantDocumentId,
        fills: ['title', 'cover'],
        empties: ['teaser'],
      },
    ]);
    await variants().publishContent(hikers(), '*');
    const both = (await loaded('first')).find(({ code }: any) => code === 'hikers').contents;
    // Media of this type are the same in all locales.
    expect(both.map(({ entry, fills }: any) => [entry.locale, fills])).toEqual([
      ['de', ['title', 'cover']],
      ['en', ['title', 'cover']],
    ]);
  });

  it('shows that a draft was changed after its publication', async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const [content] = await variants().contentsOfExperience('first');
    await documents('plugin::contextual.article-variant').update({
      documentId: content.variantDocumentId,
      locale: 'en',
      data: { title: 'For all hikers' },
    });
    const [after] = await variants().contentsOfExperience('first');
    expect(after.locales).toEqual([
      { locale: 'en', status: 'modified' },
      { locale: 'de', status: 'published' },
    ]);
  });

  it('can start as a copy of the components, which then is its own', async () => {
    await variants().create('second', { name: 'Copy', code: 'copy' });
    const content = await variants().addContent('second', 'copy', {
      entry: article,
      locale: 'en',
      copyComponents: true,
    });
    const copy = await documents(content.variantContentType).findOne({
      documentId: content.variantDocumentId,
      locale: 'en',
      populate: { seo: { populate: '*' }, blocks: { on: ON } },
    });
    const base = await documents(ARTICLE).findOne({
      documentId: article.documentId,
      locale: 'en',
      populate: { seo: { populate: '*' }, blocks: { on: ON } },
    });
    expect(copy.title).toBeNull();
    expect(copy.seo).toMatchObject({ metaTitle: 'Base title', noIndex: true, shareImage: { id: file } });
    expect(copy.blocks).toMatchObject([
      {
        __component: 'sections.teaser',
        heading: 'Look',
        image: { id: file },
        link: { label: 'Go', url: '/go' },
      },
      { __component: 'sections.product-list', heading: 'Shop', products: [{ documentId: product }] },
      { __component: 'sections.faq', items: [{ question: 'Why?', answer: 'Because.' }] },
    ]);
    expect(copy.seo.id).not.toBe(base.seo.id);
    expect(base.blocks).toHaveLength(3);
  });

  it('exists for single types, and for types without drafts it is live when saved', async () => {
    const home = await documents(HOME).create({ locale: 'en', data: { headline: 'Home' } });
    const banner = await documents(BANNER).create({ data: { label: 'b', slug: 'b', headline: 'Base' } });
    await variants().create('second', { name: 'Two', code: 'two' });
    await variants().addContent('second', 'two', {
      entry: { contentType: HOME, documentId: home.documentId },
      locale: 'en',
      data: { headline: 'For you' },
    });
    const live = await variants().addContent('second', 'two', {
      entry: { contentType: BANNER, documentId: banner.documentId },
      locale: 'de',
      data: { headline: 'Sale' },
    });
    expect(live.locales).toEqual([{ locale: null, status: 'published' }]);
    const { contents } = (await loaded('second')).find(({ code }: any) => code === 'two');
    expect(contents).toEqual([
      expect.objectContaining({
        entry: { contentType: BANNER, documentId: banner.documentId },
        fills: ['headline'],
      }),
    ]);
  });

  it('refuses entries, types and variants that are not there', async () => {
    const add = (variant: string, entry: object) => variants().addContent('first', variant, { entry });
    await expect(add('hikers', { contentType: ARTICLE, documentId: 'nothere' })).rejects.toMatchObject({
      status: 400,
      issues: [expect.objectContaining({ code: 'entry-not-found' })],
    });
    await expect(
      add('hikers', { contentType: 'api::category.category', documentId: 'x' }),
    ).rejects.toMatchObject({ issues: [expect.objectContaining({ code: 'content-type-not-enabled' })] });
    await expect(add('nobody', article)).rejects.toMatchObject({ status: 404, code: 'variant-not-found' });
    await expect(variants().publishContent({ ...hikers(), variant: 'nobody' })).rejects.toMatchObject({
      code: 'content-not-found',
    });
  });

  it('of 300 documents is loaded with a handful of queries a batch', async () => {
    await service('experiences').create({ code: 'many', name: 'Many' });
    await variants().create('many', { name: 'One', code: 'one' });
    const bulk = Array.from({ length: 300 }, (_, index) => `bulk${String(index).padStart(20, '0')}`);
    await query('plugin::contextual.banner-variant').createMany({
      data: bulk.map((documentId) => ({ documentId, headline: documentId, publishedAt: new Date() })),
    });
    await query('plugin::contextual.variant-content').createMany({
      data: bulk.map((documentId, index) => ({
        documentId: `link${documentId}`,
        experience: 'many',
        variant: 'one',
        contentType: BANNER,
        entryDocumentId: `entry${index}`,
        variantContentType: 'plugin::contextual.banner-variant',
        variantDocumentId: documentId,
        publishedAt: new Date(),
      })),
    });
    let queries = 0;
    const count = () => (queries += 1);
    running.strapi.db.connection.on('query', count);
    const [one] = await loaded('many');
    running.strapi.db.connection.removeListener('query', count);
    expect(one.contents).toHaveLength(300);
    // Three batches of four queries; the engine may be reloading the same at this moment.
    expect(queries).toBeLessThan(60);
  });
});

const ON = {
  'sections.teaser': { populate: { image: true, link: true } },
  'sections.product-list': { populate: { products: true } },
  'sections.faq': { populate: { items: true } },
};
