import { createTestApp, type RunningApp, type TestApp } from '../support/boot';
import { countsOf, forgetAllEvents } from '../support/count-ledger';
import { apiToken, batch, event, hashOf, statusesOf, visitor } from '../support/counting';
import type { Unit } from '../../src/model/visitor-context';
import {
  allow,
  ARTICLE,
  CAMPAIGN,
  contextHeader,
  GERMAN,
  HOME,
  openShop,
  service,
  startExperience,
  type Shop,
} from './delivery-shop';

/** One short test for each law; where each is tried to the end stands above it. */

let app: TestApp;
let running: RunningApp;
let shop: Shop;

beforeAll(async () => {
  app = createTestApp();
  running = await app.boot();
  shop = await openShop(running);
  await allow(running.strapi, 'public', 'api::article.article.find', 'api::article.article.findOne');
  const { strapi } = running;
  const entry = { contentType: ARTICLE, documentId: shop.plain };
  const split = { code: 'button', name: 'Button', entries: [entry], selection: 'split' };
  await service(strapi, 'experiences').create!({ ...split, audiences: ['germany'], goal: 'interaction' });
  await service(strapi, 'variants').create!('button', { code: 'green', name: 'green', share: 5_000 });
  await service(strapi, 'variants').addContent!('button', 'green', {
    entry,
    locale: 'en',
    data: { title: 'Green title' },
  });
  await service(strapi, 'variants').publishContent!({ experience: 'button', variant: 'green', entry }, 'en');
  await service(strapi, 'experiences').move!('button', 'start');
});

afterAll(async () => {
  await running?.stop();
  app?.remove();
});

beforeEach(() => forgetAllEvents(running.strapi));

const consenting = (unit: Unit, context: object = GERMAN) => ({
  ...context,
  unit,
  consent: { personalization: true },
});
const decide = async (context: object, documentId = shop.article) => {
  const { body } = await running.http
    .post('/api/contextual/decide')
    .send({ context, entries: [{ contentType: ARTICLE, documentId }] })
    .expect(200);
  return body.data[0];
};
const collect = (...events: object[]) => statusesOf(running, ...events);
const personal = (context: object, query = '') =>
  running.http
    .get(`/api/articles/${shop.article}?personalize=true${query}`)
    .set('X-Contextual-Context', contextHeader(context));
const result = async (path = '') =>
  running.http
    .get(`/contextual/results${path}`)
    .set('Authorization', `Bearer ${await running.adminToken()}`)
    .expect(200);
const rows = (table: string) => running.strapi.db.getConnection(`contextual_${table}`);

/** What one visitor does: is shown what was decided, reacts. */
const visit = async (unit: Unit, documentId = shop.article) => {
  const { decisions } = await decide(consenting(unit), documentId);
  const at = (seconds: number) => ({
    occurredAt: new Date(Date.now() - 60_000 + seconds * 1_000).toISOString(),
  });
  return [
    event('view', unit, at(0)),
    event('exposure', unit, { ...at(1), receipt: decisions[0].receipt, dimensions: { device: 'phone' } }),
    event('interaction', unit, at(2)),
  ];
};

/** Every statement that the database was sent while this ran. */
async function statementsDuring(work: () => Promise<unknown>): Promise<string> {
  const sent: string[] = [];
  const connection = running.strapi.db.connection as unknown as NodeJS.EventEmitter;
  const listen = ({ sql }: { sql: string }) => void sent.push(sql);
  connection.on('query', listen);
  await work();
  connection.off('query', listen);
  expect(sent.length).toBeGreaterThan(0);
  return sent.join('\n');
}

const EVENTS = /contextual_(events|participations|quarantine)/;
const COUNTS = /contextual_(rollups|event_days)/;

it('1: the request path never reads events, rollups or reports; reports never read raw events', async () => {
  await collect(...(await visit(visitor())));
  const requests = await statementsDuring(async () => {
    await decide(consenting(visitor()));
    await decide(consenting(visitor()), shop.plain);
    await personal(GERMAN).expect(200);
    await running.http.get('/api/articles?personalize=true').expect(200);
    await running.http.get(`/api/articles/${shop.article}?variant=guide.german`).expect(200);
    await running.http.get('/api/contextual/scope').query({ contentType: ARTICLE, documentId: shop.article });
  });
  expect(requests).not.toMatch(EVENTS);
  expect(requests).not.toMatch(COUNTS);
  const report = await statementsDuring(() => result('/guide'));
  expect(report).toMatch(COUNTS);
  expect(report).not.toMatch(EVENTS);
  // The list adds why events are not counted: a number of rows by reason, of the quarantine alone.
  const list = await statementsDuring(() => result());
  expect(list).not.toMatch(/contextual_(events|participations)/);
});

// Every engine, loaded anywhere: tests/properties/decision.test.ts, tests/conformance/decisions.
it('2: the same context at the same moment is decided the same, alone, in a page and when delivered', async () => {
  const unit = visitor();
  const alone = (await decide(consenting(unit))).decisions;
  const { body } = await running.http.post('/api/contextual/decide').send({
    context: consenting(unit),
    entries: [{ contentType: HOME }, { contentType: ARTICLE, documentId: shop.article }],
  });
  const delivered = (await personal(consenting(unit)).expect(200)).body.meta.contextual.data[0].decisions;
  const bare = (decisions: { receipt?: string }[]) => decisions.map(({ receipt: _receipt, ...rest }) => rest);
  expect(bare(body.data[1].decisions)).toEqual(bare(alone));
  expect(bare(delivered)).toEqual(bare(alone));
});

// Each step: tests/src/decision/steps; any context: tests/properties/decision.test.ts; tests/api/bad-input.test.ts.
it('3: whatever throws, the answer is base with the reason error and 200', async () => {
  let broken = true;
  running.strapi.documents.use((call, next) => {
    if (broken && call.uid.endsWith('article-variant')) throw new Error('unreadable');
    return next();
  });
  // Fields that nobody asked for yet: what was read before needs no reading, and so cannot break.
  const { body } = await personal(GERMAN, '&fields=title').expect(200);
  broken = false;
  expect(body.data.title).toBe('Base title');
  expect(body.meta.contextual.data[0].decisions).toMatchObject([{ variant: 'base', reason: 'error' }]);
  expect((await decide({})).decisions).toMatchObject([{ variant: 'base', reason: 'base-no-match' }]);
});

// Killed at random moments: tests/server/kill.test.ts; many senders: tests/support/ingest-suite.ts.
it('4: an acknowledged event is counted exactly once, whoever sends it again at the same time', async () => {
  const events = await visit(visitor());
  const answers = await Promise.all([1, 2, 3, 4].map(() => collect(...events)));
  expect(answers.flat().filter((status) => status === 'accepted')).toHaveLength(3);
  expect(answers.flat().filter((status) => status === 'duplicate')).toHaveLength(9);
  const [group] = (await result('/guide')).body.data.unitKinds[0].groups;
  expect(group.arms).toMatchObject([{ variant: 'german', units: 1, exposures: 1, interactions: 1 }]);
});

// All caches and callers: tests/api/caching.test.ts, tests/properties/cache.test.ts.
it('5: no answer made for one visitor may be kept for another', async () => {
  const german = await personal(GERMAN).expect(200);
  const stranger = await personal({}).expect(200);
  expect([german.body.data.title, stranger.body.data.title]).toEqual(['German title', 'Base title']);
  for (const { headers } of [german, stranger]) expect(headers['cache-control']).toMatch(/private.*no-store/);
});

// Every way of asking: tests/api/delivery.test.ts, tests/api/preview.test.ts, tests/api/bad-input.test.ts.
it('6: only what is published and permitted leaves', async () => {
  const entry = { contentType: ARTICLE, documentId: shop.other };
  const contents = [{ entry, data: { teaser: 'Unpublished teaser' } }];
  const hidden = { code: 'hidden', audiences: ['germany'], contents };
  await startExperience(running.strapi, 'unpublished', [entry], [hidden], { start: false, publish: false });
  const draft = await running.http
    .get(`/api/articles/${shop.other}?variant=unpublished.hidden&populate=*`)
    .expect(200);
  expect(JSON.stringify(draft.body)).not.toContain('Unpublished teaser');
  const variant = await running.http
    .get(`/api/articles/${shop.article}?variant=guide.german&populate=*`)
    .expect(200);
  expect(variant.body.data.title).toBe('German title');
  expect(JSON.stringify(variant.body)).not.toMatch(/secret/);
});

// Any order, split and repetition: tests/properties/rollup.test.ts, tests/support/ingest-suite.ts.
it('7: replaying, re-ordering or splitting events gives the same report', async () => {
  const events = (await Promise.all([visitor(), visitor(), visitor()].map((unit) => visit(unit)))).flat();
  await collect(...events);
  const once = (await result('/guide')).body;
  expect(once.data.unitKinds[0].groups[0].arms[0]).toMatchObject({ units: 3, interactions: 3 });
  await forgetAllEvents(running.strapi);
  for (const one of [...events].reverse()) await collect(one);
  await collect(...events);
  expect((await result('/guide')).body).toEqual(once);
});

// While events arrive, twice, refused: tests/api/erase.test.ts; by age: tests/api/retention.test.ts.
it('8: erasing a visitor leaves the rollups and bare hashes of event ids, and nothing else', async () => {
  const gone = visitor('to-be-forgotten');
  const events = await visit(gone);
  await collect(...events, event('conversion', gone, { goal: 'no-such-goal' }));
  await running.strapi.plugin('contextual').service('events').stop();
  const before = await countsOf(running.strapi);
  await running.http
    .post('/api/contextual/erase')
    .set('Authorization', `Bearer ${await apiToken(running.strapi)}`)
    .send({ visitorId: 'to-be-forgotten' })
    .expect(200, { data: { events: 3, participations: 1 } });
  expect(await countsOf(running.strapi)).toEqual(before);
  for (const table of ['events', 'participations', 'rollups', 'event_days', 'quarantine']) {
    const left = JSON.stringify(await rows(table));
    expect(left).not.toContain(hashOf(gone));
    expect(left).not.toContain('to-be-forgotten');
  }
  expect(await collect(...events)).toEqual(['duplicate', 'duplicate', 'duplicate']);
});

describe('a receipt', () => {
  it('of a test is for whoever takes part: nobody else is anybody to compare with', async () => {
    const stranger = await decide(consenting(visitor(), CAMPAIGN), shop.plain);
    expect(stranger.decisions).toMatchObject([{ variant: 'base', reason: 'base-no-match' }]);
    expect(stranger.decisions[0]).not.toHaveProperty('receipt');
    const unit = visitor();
    const drawn = await decide(consenting(unit), shop.plain);
    expect(drawn.decisions).toMatchObject([{ reason: 'split', receipt: expect.any(String) }]);
    await collect(event('exposure', unit, { receipt: drawn.decisions[0].receipt }));
    const [visitors] = (await result('/button')).body.data.unitKinds;
    expect(visitors.groups[0].arms).toMatchObject([{ units: 1, exposures: 1 }]);
  });

  it('of relevance is also for base that matched nobody, which counts as reach', async () => {
    const unit = visitor();
    const { decisions } = await decide(consenting(unit, {}));
    expect(decisions).toMatchObject([{ reason: 'base-no-match', receipt: expect.any(String) }]);
    await collect(event('exposure', unit, { receipt: decisions[0].receipt }));
    expect((await result('/guide')).body.data).toMatchObject({
      comparison: 'none',
      unitKinds: [{ unitKind: 'visitor', groups: [], reach: 1, unverified: 0 }],
    });
  });

  it('is not needed with an API token, which vouches for drawn decisions and for no others', async () => {
    const token = await apiToken(running.strapi);
    const send = async (documentId: string, context: object) => {
      const unit = visitor();
      const { receipt: _receipt, ...decision } = (await decide(consenting(unit, context), documentId))
        .decisions[0];
      const { body } = await running.http
        .post('/api/contextual/collect')
        .set('Authorization', `Bearer ${token}`)
        .set('User-Agent', 'node')
        .send(batch(event('exposure', unit, { decision })));
      return body.data[0].code ?? body.data[0].status;
    };
    expect(await send(shop.plain, GERMAN)).toBe('accepted');
    expect(await send(shop.plain, CAMPAIGN)).toBe('decision');
    const [visitors] = (await result('/button')).body.data.unitKinds;
    expect(visitors.groups[0].arms).toMatchObject([{ units: 1, exposures: 1, unverified: 0 }]);
  });
});
