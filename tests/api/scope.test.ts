import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import { allow, ARTICLE, CATEGORY, forbid, HOME, openShop, type Shop } from './delivery-shop';

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

const scope = (query: object) => running.http.get('/api/contextual/scope').query(query);

describe('the scope of an entry', () => {
  it('says which facts matter, and neither rules nor names', async () => {
    const { status, body, headers } = await scope({ contentType: ARTICLE, documentId: shop.article });
    expect(status).toBe(200);
    expect(body.data).toEqual({
      contentType: ARTICLE,
      documentId: shop.article,
      personalized: true,
      attributes: expect.arrayContaining(['campaign.name', 'location.country']),
      selections: ['relevance'],
      interests: [],
    });
    expect(JSON.stringify(body)).not.toMatch(/DE|Germany|german/);
    expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=60');
  });

  it('says when nothing runs on it', async () => {
    const { body } = await scope({ contentType: ARTICLE, documentId: shop.plain });
    expect(body.data).toMatchObject({ personalized: false, selections: [] });
  });

  it('says which interests reading it shows, so that a device can learn, to who may read it', async () => {
    const service = (name: string) => running.strapi.plugin('contextual').service(name) as any;
    await service('interestTags').create({ code: 'repair', name: 'Repairing things', group: 'topic' });
    const interests = [{ tag: 'repair', weight: 60 }];
    await service('entryTargeting').set(ARTICLE, shop.plain, { interests });
    const question = { contentType: ARTICLE, documentId: shop.plain };
    expect((await scope(question)).body.data.interests).toEqual([]);
    await allow(running.strapi, 'public', `${ARTICLE}.findOne`);
    const { body } = await scope(question);
    expect(body.data.interests).toEqual(interests);
    expect(JSON.stringify(body)).not.toContain('Repairing');
    await forbid(running.strapi, 'public', `${ARTICLE}.findOne`);
    expect((await scope(question)).body.data.interests).toEqual([]);
  });

  it('needs no documentId for a single type', async () => {
    expect((await scope({ contentType: HOME })).body.data).toMatchObject({
      documentId: shop.home,
      personalized: true,
    });
  });

  it.each([
    [{}, 404, 'content-type-unknown'],
    [{ contentType: 'api::nothing.nothing' }, 404, 'content-type-unknown'],
    [{ contentType: '__proto__' }, 404, 'content-type-unknown'],
    [{ contentType: 'admin::user' }, 404, 'content-type-unknown'],
    [{ contentType: CATEGORY, documentId: 'x' }, 400, 'content-type-not-enabled'],
    [{ contentType: ARTICLE }, 400, 'entry-missing'],
    [{ contentType: ARTICLE, documentId: 'nothing' }, 404, 'entry-not-found'],
    [{ contentType: HOME, locale: 'xx' }, 404, 'locale-unknown'],
  ])('answers %j with %i %s', async (query, status, code) => {
    const answer = await scope(query);
    expect([answer.status, answer.body.error?.details?.code]).toEqual([status, code]);
  });
});
