import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import { allow, ARTICLE, CAMPAIGN, GERMAN, HOME, openShop, service, type Shop } from './delivery-shop';

let app: TestApp;
let running: RunningApp;
let shop: Shop;

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  shop = await openShop(running);
});
afterAll(async () => {
  await running?.stop();
  app?.remove();
});

const decide = (body: unknown) => running.http.post('/api/contextual/decide').send(body as object);
const first = () => ({ contentType: ARTICLE, documentId: shop.article });

describe('deciding', () => {
  it('answers who comes from Germany with the German variant and its reason', async () => {
    const answer = await decide({ context: GERMAN, entries: [first()] });
    expect(answer.status).toBe(200);
    expect(answer.body.data[0]).toMatchObject({
      contentType: ARTICLE,
      documentId: shop.article,
      locale: 'en',
      variantKey: 'guide.german',
      decisions: [
        { experience: 'guide', variant: 'german', wouldBe: 'german', reason: 'audience', propensity: 1 },
      ],
    });
  });

  it('gives a stranger the base', async () => {
    const answer = await decide({ context: {}, entries: [first()] });
    expect(answer.body.data[0]).toMatchObject({
      variantKey: '',
      decisions: [{ variant: 'base', reason: 'base-no-match' }],
    });
  });

  it('answers in the order asked and joins the keys of a page', async () => {
    const entries = [{ contentType: HOME }, { contentType: ARTICLE, documentId: shop.plain }, first()];
    const answer = await decide({ context: CAMPAIGN, entries });
    expect(answer.body.data.map((entry: { documentId: string }) => entry.documentId)).toEqual([
      shop.home,
      shop.plain,
      shop.article,
    ]);
    expect(answer.body.data[1].decisions).toEqual([]);
    expect(answer.body.meta.variantKey).toBe('front.telly~guide.telly');
  });

  it('finds an entry by the value of its uid attribute', async () => {
    const answer = await decide({ context: GERMAN, entries: [{ contentType: ARTICLE, uid: 'first' }] });
    expect(answer.body.data[0]).toMatchObject({ documentId: shop.article, variantKey: 'guide.german' });
  });

  it('decides for the locale asked for', async () => {
    const answer = await decide({ context: CAMPAIGN, entries: [{ ...first(), locale: 'de' }] });
    expect(answer.body.data[0]).toMatchObject({ locale: 'de', variantKey: '' });
  });

  it('is never to be cached', async () => {
    const answer = await decide({ context: GERMAN, entries: [first()] });
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });

  it('takes text/plain, so that browsers need no preflight', async () => {
    const answer = await running.http
      .post('/api/contextual/decide')
      .set('Content-Type', 'text/plain')
      .send(JSON.stringify({ context: GERMAN, entries: [first()] }));
    expect(answer.body.data[0].variantKey).toBe('guide.german');
  });

  it('follows an edit with the very next request', async () => {
    await service(running.strapi, 'audiences').update!('germany', { rule: { 'location.country': 'AT' } });
    const edited = await decide({ context: GERMAN, entries: [first()] });
    expect(edited.body.data[0].variantKey).toBe('');
    await service(running.strapi, 'audiences').update!('germany', { rule: { 'location.country': 'DE' } });
    const back = await decide({ context: GERMAN, entries: [first()] });
    expect(back.body.data[0].variantKey).toBe('guide.german');
  });
});

describe('who is asking', () => {
  it('keeps a visitor id with consent', async () => {
    const unit = { kind: 'visitor', id: 'v-1' };
    const answer = await decide({ context: { unit, consent: { personalization: true } }, entries: [] });
    expect(answer.body.meta.unit).toEqual(unit);
  });

  it('draws a page-visit id for a visitor id without consent', async () => {
    const answer = await decide({ context: { unit: { kind: 'visitor', id: 'v-1' } }, entries: [] });
    expect(answer.body.meta.unit.kind).toBe('page-visit');
    expect(answer.body.meta.unit.id).not.toBe('v-1');
  });

  it.each([
    ['Sec-GPC', '1'],
    ['DNT', '1'],
  ])('takes %s for no consent whatever the body says', async (header, value) => {
    const context = { unit: { kind: 'visitor', id: 'v-1' }, consent: { personalization: true } };
    const answer = await decide({ context, entries: [] }).set(header, value);
    expect(answer.body.meta.unit.kind).toBe('page-visit');
  });

  it('keeps the page-visit id that the caller drew', async () => {
    const unit = { kind: 'page-visit', id: 'p-1' };
    const answer = await decide({ context: { unit }, entries: [] });
    expect(answer.body.meta.unit).toEqual(unit);
  });
});

describe('receipts', () => {
  it('come with every decision and verify here', async () => {
    const answer = await decide({
      context: { ...GERMAN, unit: { kind: 'page-visit', id: 'p-1' } },
      entries: [first()],
    });
    const { receipt } = answer.body.data[0].decisions[0];
    expect(receipt).toMatch(/^[\w-]+\.[\w-]{43}$/);
    expect(JSON.stringify(Buffer.from(receipt.split('.')[0], 'base64url').toString())).not.toContain('p-1');
  });
});

describe('including the entry', () => {
  const included = (context: unknown, more: object = {}) =>
    decide({ context, include: 'entry', entries: [{ ...first(), ...more }] });

  it('needs the right to the type’s own route', async () => {
    const answer = await included(GERMAN);
    expect(answer.status).toBe(200);
    expect(answer.body.data[0]).toEqual({ error: { code: 'entry-forbidden', message: expect.any(String) } });
  });

  it('delivers the variant as the route would, without private attributes and forbidden relations', async () => {
    await allow(running.strapi, 'public', `${ARTICLE}.findOne`, `${ARTICLE}.find`);
    const answer = await included(GERMAN, { populate: ['seo', 'category', 'products'] });
    const { entry } = answer.body.data[0];
    expect(entry).toMatchObject({ documentId: shop.article, title: 'German title', teaser: 'Base teaser' });
    expect(entry.seo.metaTitle).toBe('German meta');
    expect(entry).not.toHaveProperty('internalNote');
    expect(entry).not.toHaveProperty('category');
    expect(entry).not.toHaveProperty('contextualEmpty');
  });

  it('answers only the fields asked for', async () => {
    const answer = await included(GERMAN, { fields: ['teaser'] });
    expect(answer.body.data[0].entry).toEqual({
      id: expect.any(Number),
      documentId: shop.article,
      teaser: 'Base teaser',
    });
  });

  it('refuses populate and fields that the caller may not use, for this entry alone', async () => {
    const entries = [
      { ...first(), fields: ['internalNote'] },
      { ...first(), populate: { category: { filters: { x: 1 } } } },
      first(),
    ];
    const answer = await decide({ context: GERMAN, include: 'entry', entries });
    expect(answer.body.data[0].error.code).toBe('entry-query-invalid');
    expect(answer.body.data[1].error.code).toBe('entry-query-invalid');
    expect(answer.body.data[2].entry.title).toBe('German title');
  });
});

describe('types whose own route does more than reading', () => {
  const route = () => {
    const { article } = running.strapi.apis as unknown as Record<
      string,
      { routes: Record<string, { routes: any[] }> }
    >;
    const found = article!.routes.article!.routes.find(({ handler }) => handler === `${ARTICLE}.findOne`);
    return found as { config: { policies?: unknown[]; middlewares?: unknown[] } };
  };
  const ask = async () =>
    (await decide({ context: GERMAN, include: 'entry', entries: [first()] })).body.data[0];

  it.each(['policies', 'middlewares'] as const)('are not read past its %s', async (guard) => {
    const before = route().config[guard];
    route().config[guard] = [() => false];
    expect((await ask()).error.code).toBe('entry-needs-own-route');
    route().config[guard] = before;
    expect((await ask()).entry.title).toBe('German title');
  });

  it('are not read past an own controller', async () => {
    const controller = running.strapi.controller(ARTICLE as never) as unknown as Record<string, unknown>;
    const { findOne } = controller;
    controller.findOne = async () => ({});
    expect((await ask()).error.code).toBe('entry-needs-own-route');
    controller.findOne = findOne;
    expect((await ask()).entry.title).toBe('German title');
  });
});

describe('explanations', () => {
  it('leave for nobody without a token, who is told so', async () => {
    const answer = await decide({ context: GERMAN, entries: [first()], explain: true });
    expect(JSON.stringify(answer.body)).not.toContain('From Germany');
    expect(answer.body.data[0]).not.toHaveProperty('explanation');
    expect(answer.body.meta.ignored).toEqual(['explain-needs-token']);
  });
});
