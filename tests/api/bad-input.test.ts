import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import { allow, ARTICLE, CATEGORY, contextHeader, GERMAN, HOME, openShop, type Shop } from './delivery-shop';

let app: TestApp;
let running: RunningApp;
let shop: Shop;
let token: string;

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  const { strapi } = running;
  shop = await openShop(running);
  await allow(strapi, 'public', `${ARTICLE}.find`, `${ARTICLE}.findOne`, `${HOME}.find`);
  const tokens = strapi.service('admin::api-token-content-api');
  token = (await tokens.create({ name: 'full', type: 'full-access', lifespan: null, permissions: [] }))
    .accessKey;
});
afterAll(async () => {
  await running?.stop();
  app?.remove();
});

/** After whatever was sent, the next visitor gets the right answer. */
afterEach(async () => {
  const entries = [{ contentType: ARTICLE, documentId: shop.article }];
  const answer = await running.http.post('/api/contextual/decide').send({ context: GERMAN, entries });
  expect(answer.body.data?.[0]?.variantKey).toBe('guide.german');
});

const post = (body: string | object, type = 'application/json') =>
  running.http.post('/api/contextual/decide').set('Content-Type', type).send(body);
const entriesOf = (...entries: unknown[]) => ({ context: GERMAN, entries });
const first = () => ({ contentType: ARTICLE, documentId: shop.article });

/** Strapi's error shape with a stable code, a sentence, and no stack. */
function expectProblem(
  answer: { status: number; body: any; text: string },
  status: number,
  code?: string,
): void {
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ data: null, error: { status, message: expect.any(String) } });
  if (code) expect(answer.body.error.details.code).toBe(code);
  expect(answer.text).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.ts:|\.js:/);
}

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('a body that cannot be read', () => {
  it.each(['{', '"text"', '[]', 'null', '1', ''])('%j is answered with 4xx', async (body) => {
    const answer = await post(body, 'text/plain');
    expectProblem(answer, 400, 'body-malformed');
  });

  it('as JSON is answered with 4xx', async () => {
    expectProblem(await post('{"context":'), 400, 'body-malformed');
    expectProblem(
      await post('{"context":{"__proto__":{"location":{"country":"DE"}}},"entries":[]}'),
      400,
      'body-malformed',
    );
  });

  it.each([
    ['a form that ends too soon', { 'Content-Type': 'multipart/form-data' }],
    ['a compressed one that is none', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }],
  ])('%s is answered with 400', async (_name, headers) => {
    const answer = await running.http.post('/api/contextual/decide').set(headers).send('--x');
    expectProblem(answer, 400, 'body-malformed');
  });

  it('in an encoding that nobody knows is answered with 415', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'nothing' };
    const answer = await running.http.post('/api/contextual/decide').set(headers).send('{}');
    expectProblem(answer, 415, 'body-malformed');
  });

  it('of 1 MB is answered with 413', async () => {
    const body = JSON.stringify({ context: { traits: { note: 'x'.repeat(1_000_000) } }, entries: [] });
    expectProblem(await post(body), 413, 'body-too-large');
    expectProblem(await post(body, 'text/plain'), 413, 'body-too-large');
  });

  it('of just over 48 KB is answered with 413', async () => {
    const answer = await post({ context: { traits: { note: 'x'.repeat(48 * 1024) } }, entries: [] });
    expectProblem(answer, 413, 'body-too-large');
  });

  it('10,000 levels deep is answered with 400', async () => {
    for (const type of ['application/json', 'text/plain']) {
      const answer = await post(`{"context":${nested(5_000)},"entries":[]}`, type);
      expectProblem(answer, 400, 'body-too-deep');
    }
    const list = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    expectProblem(await post(`{"context":{},"entries":${list}}`), 400, 'body-too-deep');
  });
});

describe('a context that cannot be used', () => {
  it.each([
    ['text', 'context-malformed'],
    [[], 'context-malformed'],
    [7, 'context-malformed'],
    [JSON.parse(nested(20)), 'context-too-deep'],
    [
      Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`k${index}`, index])),
      'context-too-large',
    ],
  ])('is answered with 400 (%#)', async (context, code) => {
    expectProblem(await post({ context, entries: [first()] }), 400, code);
  });

  it('with 100,000 keys does not even get that far', async () => {
    const context = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1]));
    expectProblem(await post({ context, entries: [] }), 413);
  });
});

describe('a context with traps in it', () => {
  it.each([
    '{"__proto__":{"location":{"country":"DE"}}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"location":{"__proto__":{"country":"DE"}}}',
    '{"location":{"country":{"toString":"DE","valueOf":"DE"}}}',
    '{"location":{"country":["DE"]}}',
    '{"location":"DE"}',
    '{"session":{"count":1e999}}',
    '{"unit":{"kind":"visitor","id":{"toString":1}}}',
    '{"unit":{"kind":"robot","id":"x"}}',
    '{"interests":{"visit":{"__proto__":1,"a":-1,"b":"NaN"},"lasting":[],"at":"never"}}',
    '{"traits":{"$where":"1","a.b":{"$ne":null}}}',
  ])('%s decides base and pollutes nothing', async (context) => {
    const answer = await post(`{"context":${context},"entries":${JSON.stringify([first()])}}`, 'text/plain');
    expect(answer.status).toBe(200);
    expect(answer.body.data[0].variantKey).toBe('');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['location']).toBeUndefined();
  });
});

describe('entries that cannot be decided', () => {
  it.each([
    [{}, 'entries-missing'],
    [{ entries: 'all' }, 'entries-missing'],
    [{ entries: {} }, 'entries-missing'],
    [{ entries: [null] }, 'entry-malformed'],
    [{ entries: ['x'] }, 'entry-malformed'],
    [{ entries: [{}] }, 'content-type-missing'],
    [{ entries: [{ contentType: { $ne: null } }] }, 'content-type-missing'],
    [{ entries: [{ contentType: ARTICLE, documentId: { $ne: null } }] }, 'entry-malformed'],
    [{ entries: [{ contentType: ARTICLE, uid: ['first'] }] }, 'entry-malformed'],
    [{ entries: [], include: 'everything' }, 'include-unknown'],
  ])('%j is answered with 400 %s', async (body, code) => {
    expectProblem(await post({ context: {}, ...body }), 400, code);
  });

  it('10,000 of them are answered with 4xx', async () => {
    expectProblem(
      await post({ context: {}, entries: Array.from({ length: 51 }, first) }),
      400,
      'entries-too-many',
    );
    expectProblem(await post({ context: {}, entries: Array.from({ length: 10_000 }, first) }), 413);
    expectProblem(
      await post({ context: {}, entries: Array.from({ length: 10_000 }, () => 1) }),
      400,
      'entries-too-many',
    );
  });

  it.each([
    [{ contentType: 'api::nothing.nothing', documentId: 'x' }, 'content-type-unknown'],
    [{ contentType: 'plugin::contextual.article-variant', documentId: 'x' }, 'content-type-unknown'],
    [{ contentType: 'plugin::users-permissions.user', documentId: 'x' }, 'content-type-unknown'],
    [{ contentType: 'constructor', documentId: 'x' }, 'content-type-unknown'],
    [{ contentType: CATEGORY, documentId: 'x' }, 'content-type-not-enabled'],
    [{ contentType: ARTICLE }, 'entry-missing'],
    [{ contentType: ARTICLE, documentId: 'nothing' }, 'entry-not-found'],
    [{ contentType: ARTICLE, uid: "' OR 1=1 --" }, 'entry-not-found'],
    [{ contentType: HOME, uid: 'x' }, 'entry-missing'],
    [{ contentType: HOME, locale: 'xx' }, 'locale-unknown'],
    [{ contentType: HOME, locale: '*' }, 'locale-unknown'],
  ])('%j says why, and the others of the call are unharmed', async (entry, code) => {
    const answer = await post(entriesOf(entry, first()));
    expect(answer.status).toBe(200);
    expect(answer.body.data[0]).toEqual({ error: { code, message: expect.any(String) } });
    expect(answer.body.data[1].variantKey).toBe('guide.german');
  });

  it('a draft that was never published is as good as absent', async () => {
    const draft = await running.strapi
      .documents(ARTICLE as never)
      .create({ data: { title: 'Secret draft', slug: 'secret' } } as never);
    const { documentId } = draft as { documentId: string };
    const answer = await post({ ...entriesOf({ contentType: ARTICLE, documentId }), include: 'entry' });
    expect(answer.body.data[0].error.code).toBe('entry-not-found');
  });
});

describe('the context header', () => {
  const personal = (header: string) =>
    running.http.get(`/api/articles/${shop.article}?personalize=true`).set('X-Contextual-Context', header);

  it.each([
    ['{}', 'context-malformed'],
    ['%%%', 'context-malformed'],
    [contextHeader([]), 'context-malformed'],
    [contextHeader('text'), 'context-malformed'],
    [contextHeader({ traits: { note: 'x'.repeat(4_096) } }), 'context-too-large'],
    [contextHeader(JSON.parse(nested(20))), 'context-too-deep'],
  ])('%# is answered with 400', async (header, code) => {
    const answer = await personal(header);
    expectProblem(answer, 400, code);
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });

  it('with traps in it serves base', async () => {
    const header = Buffer.from('{"__proto__":{"location":{"country":"DE"}}}').toString('base64url');
    const answer = await personal(header);
    expect(answer.status).toBe(200);
    expect(answer.body.data.title).toBe('Base title');
  });
});

describe('nothing leaves that may not', () => {
  const everything = [
    { populate: '*' },
    { populate: { category: true, localizations: true, createdBy: true } },
    { populate: { category: { populate: '*' } } },
    { populate: ['category', 'seo'] },
    { fields: ['*'] },
  ];

  it('not through include, fields or populate, for visitors', async () => {
    for (const more of everything) {
      const answer = await post({ ...entriesOf({ ...first(), ...more }), include: 'entry' });
      expect(answer.status).toBe(200);
      expect(answer.text).not.toMatch(/secret|Guides|"createdBy"|"rule"|From Germany|contextualEmpty/);
    }
  });

  it('not through include for full tokens either, as far as it is private', async () => {
    for (const more of everything) {
      const answer = await post({ ...entriesOf({ ...first(), ...more }), include: 'entry' }).set(
        'Authorization',
        `Bearer ${token}`,
      );
      expect(answer.status).toBe(200);
      expect(answer.text).not.toMatch(/secret|contextualEmpty/);
    }
  });

  it('not through parameters that are none of ours', async () => {
    const lookup = {
      ...first(),
      fields: ['title'],
      filters: { internalNote: { $contains: 'secret' } },
      status: 'draft',
      lookup: {},
    };
    const answer = await post({ ...entriesOf(lookup), include: 'entry' });
    expect(answer.body.data[0].entry).toEqual({
      id: expect.any(Number),
      documentId: shop.article,
      title: 'German title',
    });
  });

  it('not through explanations, however they are asked for', async () => {
    for (const explain of [true, 'true', 1, {}]) {
      const answer = await post({ ...entriesOf(first()), explain });
      expect(answer.text).not.toMatch(/From Germany|GUIDE|location\.country/);
    }
  });
});
