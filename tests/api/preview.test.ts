import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import { allow, ARTICLE, GERMAN, HOME, openShop, service, type Shop, startExperience } from './delivery-shop';

let app: TestApp;
let running: RunningApp;
let shop: Shop;

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  const { strapi } = running;
  shop = await openShop(running);
  await allow(strapi, 'public', `${ARTICLE}.find`, `${ARTICLE}.findOne`, `${HOME}.find`);
  const entry = { contentType: ARTICLE, documentId: shop.plain };
  await startExperience(
    strapi,
    'planned',
    [entry],
    [{ code: 'new', audiences: ['germany'], contents: [{ entry, data: { title: 'Planned title' } }] }],
    { start: false, publish: false },
  );
  const change = { documentId: shop.plain, data: { title: 'Plain draft', teaser: 'Draft teaser' } };
  await strapi.documents(ARTICLE as never).update(change as never);
  await strapi
    .documents(ARTICLE as never)
    .update({ documentId: shop.other, data: { title: 'Other draft' } } as never);
});
afterAll(async () => {
  await running?.stop();
  app?.remove();
});

const get = (path: string) => running.http.get(`/api${path}`);
const tokenFor = async (grant: object): Promise<string> => {
  const answer = await running.http
    .post('/contextual/preview-tokens')
    .set('Authorization', `Bearer ${await running.adminToken()}`)
    .send(grant);
  expect(answer.status).toBe(200);
  return answer.body.data.token;
};

describe('making a preview token', () => {
  it('is for administrators', async () => {
    expect((await running.http.post('/contextual/preview-tokens').send({})).status).toBe(401);
  });

  it.each([
    [{}, 'preview-malformed'],
    [{ experience: 'guide', variant: 'german', status: 'both' }, 'preview-malformed'],
    [{ experience: 'guide', variant: 'german', now: 'tomorrow' }, 'preview-malformed'],
    [{ experience: 'guide', variant: 'german', expiresInMinutes: 1e9 }, 'preview-malformed'],
    [{ experience: 'nobody', variant: 'german' }, 'experience-unknown'],
    [{ experience: 'guide', variant: 'nobody' }, 'variant-unknown'],
  ])('refuses %j with %s', async (grant, code) => {
    const answer = await running.http
      .post('/contextual/preview-tokens')
      .set('Authorization', `Bearer ${await running.adminToken()}`)
      .send(grant);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.code).toBe(code);
  });
});

describe('previewing', () => {
  it('shows the variant to whoever holds the link, and nobody may keep the answer', async () => {
    const token = await tokenFor({ experience: 'guide', variant: 'german' });
    const { body, headers } = await get(`/articles/${shop.article}?previewToken=${token}`);
    expect(body.data.title).toBe('German title');
    expect(headers['cache-control']).toBe('private, no-store');
  });

  it('shows drafts of base and variant of an experience that was never started', async () => {
    const token = await tokenFor({ experience: 'planned', variant: 'new', status: 'draft' });
    const { body } = await get(`/articles/${shop.plain}?previewToken=${token}`);
    expect(body.data).toMatchObject({ title: 'Planned title', teaser: 'Draft teaser' });
  });

  it('shows the draft of base for the variant base', async () => {
    const token = await tokenFor({ experience: 'planned', variant: 'base', status: 'draft' });
    expect((await get(`/articles/${shop.plain}?previewToken=${token}`)).body.data.title).toBe('Plain draft');
  });

  it('shows no draft with a token for what is published', async () => {
    const token = await tokenFor({ experience: 'planned', variant: 'new', status: 'published' });
    const alone = await get(`/articles/${shop.plain}?previewToken=${token}`);
    expect(alone.body.data).toMatchObject({ title: 'Plain title', teaser: null });
  });

  it('leaves entries of other experiences published and base', async () => {
    const token = await tokenFor({ experience: 'planned', variant: 'new', status: 'draft' });
    const { body } = await get(`/articles/${shop.other}?previewToken=${token}&variant=guide.german`);
    expect(body.data.title).toBe('Other title');
    expect((await get(`/home?previewToken=${token}`)).body.data.headline).toBe('Base headline');
  });

  it('shows in lists the drafts of its own entries only', async () => {
    const token = await tokenFor({ experience: 'planned', variant: 'new', status: 'draft' });
    const { body } = await get(`/articles?sort=slug&previewToken=${token}`);
    expect(body.data.map(({ title }: { title: string }) => title)).toEqual([
      'Base title',
      'Other title',
      'Planned title',
    ]);
    expect(body.data[2].teaser).toBe('Draft teaser');
  });

  it('shows another locale as base with a token for one', async () => {
    const token = await tokenFor({ experience: 'guide', variant: 'german', locale: 'de' });
    expect((await get(`/articles/${shop.article}?previewToken=${token}`)).body.data.title).toBe('Base title');
    const german = await get(`/articles/${shop.article}?locale=de&previewToken=${token}`);
    expect(german.body.data.title).toBe('Deutscher Titel');
  });

  it('is forced, without a receipt, in decide and on personalised routes', async () => {
    const previewToken = await tokenFor({ experience: 'guide', variant: 'telly' });
    const entries = [{ contentType: ARTICLE, documentId: shop.article }];
    const decided = await running.http
      .post('/api/contextual/decide')
      .send({ context: GERMAN, entries, previewToken });
    expect(decided.body.data[0].decisions).toEqual([
      expect.objectContaining({ variant: 'telly', reason: 'forced' }),
    ]);
    expect(decided.body.data[0].decisions[0]).not.toHaveProperty('receipt');
    const delivered = await get(`/articles/${shop.article}?personalize=true&previewToken=${previewToken}`);
    expect(delivered.body.data.teaser).toBe('Telly teaser');
    expect(delivered.body.meta.contextual.data[0].decisions[0]).not.toHaveProperty('receipt');
  });

  it('includes in decide the drafts of its own entries and of no others', async () => {
    const previewToken = await tokenFor({ experience: 'planned', variant: 'new', status: 'draft' });
    const entries = [shop.plain, shop.other].map((documentId) => ({ contentType: ARTICLE, documentId }));
    const { body } = await running.http
      .post('/api/contextual/decide')
      .send({ context: {}, entries, include: 'entry', previewToken });
    expect(body.data[0].entry).toMatchObject({ title: 'Planned title', teaser: 'Draft teaser' });
    expect(body.data[1]).toMatchObject({ decisions: [], entry: { title: 'Other title' } });
  });

  it('holds for its locale in decide too', async () => {
    const previewToken = await tokenFor({ experience: 'guide', variant: 'german', locale: 'de' });
    const entries = ['en', 'de'].map((locale) => ({
      contentType: ARTICLE,
      documentId: shop.article,
      locale,
    }));
    const { body } = await running.http
      .post('/api/contextual/decide')
      .send({ context: {}, entries, previewToken });
    expect(body.data.map(({ variantKey }: { variantKey: string }) => variantKey)).toEqual([
      '',
      'guide.german',
    ]);
  });

  it('follows an edit of the draft with the next request', async () => {
    const token = await tokenFor({ experience: 'planned', variant: 'new', status: 'draft' });
    const entry = { contentType: ARTICLE, documentId: shop.plain };
    const data = { title: 'Edited plan' };
    await service(running.strapi, 'variants').addContent!('planned', 'new', { entry, locale: 'en', data });
    expect((await get(`/articles/${shop.plain}?previewToken=${token}`)).body.data.title).toBe('Edited plan');
  });
});

describe('tokens that do not count', () => {
  const wrong = async (): Promise<[string, string][]> => {
    const token = await tokenFor({ experience: 'planned', variant: 'new', status: 'draft' });
    const [body = '', mac = ''] = token.split('.');
    const forged = Buffer.from(
      JSON.stringify({ experience: 'guide', variant: 'german', status: 'draft', expiresAt: 1e15 }),
    );
    const decided = await running.http
      .post('/api/contextual/decide')
      .send({ context: {}, entries: [{ contentType: ARTICLE, documentId: shop.article }] });
    return [
      ['nonsense', 'preview-token-malformed'],
      [`${forged.toString('base64url')}.${mac}`, 'preview-token-foreign'],
      [`${body}.${'A'.repeat(43)}`, 'preview-token-foreign'],
      [decided.body.data[0].decisions[0].receipt, 'preview-token-foreign'],
    ];
  };

  it('give base, never a draft, on ordinary routes, and 400 with their code in decide', async () => {
    for (const [token, code] of await wrong()) {
      const delivered = await get(`/articles/${shop.plain}?previewToken=${token}`);
      expect(delivered.status).toBe(200);
      expect(delivered.body.data.title).toBe('Plain title');
      const decided = await running.http
        .post('/api/contextual/decide')
        .send({ context: {}, entries: [], previewToken: token });
      expect([decided.status, decided.body.error.details.code]).toEqual([400, code]);
    }
  });

  it('expire', async () => {
    const token = await tokenFor({
      experience: 'planned',
      variant: 'new',
      status: 'draft',
      expiresInMinutes: 1,
    });
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    try {
      expect((await get(`/articles/${shop.plain}?previewToken=${token}`)).body.data.title).toBe(
        'Plain title',
      );
      const decided = await running.http
        .post('/api/contextual/decide')
        .send({ context: {}, entries: [], previewToken: token });
      expect(decided.body.error.details.code).toBe('preview-token-expired');
    } finally {
      later.mockRestore();
    }
  });
});
