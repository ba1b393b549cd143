import { HAS_ANY_PERMISSION } from '../../server/src/http/policies';
import { adminClient, type AdminClient } from '../support/admin-client';
import { createTestApp, type RunningApp } from '../support/boot';
import { apiToken, batch, event, visitor } from '../support/counting';
import { api, expectValid, type Json, operations, schema } from './api-description';
import { allow, ARTICLE, contextHeader, forbid, GERMAN, HOME, openShop, type Shop } from './delivery-shop';

describe('a running Strapi', () => {
  const app = createTestApp();
  let running: RunningApp;
  let shop: Shop;
  let admin: AdminClient;
  const http = () => running.http;

  beforeAll(async () => {
    running = await app.boot();
    shop = await openShop(running);
    admin = adminClient(running, await running.adminToken());
  });
  afterAll(async () => {
    await running?.stop();
    app.remove();
  });

  const first = () => ({ contentType: ARTICLE, documentId: shop.article });
  const decide = (body: object) => http().post('/api/contextual/decide').send(body);

  it('has the routes that are described, all of them and no other', () => {
    const layers = running.strapi.server.listRoutes() as unknown as { path: string; methods: string[] }[];
    const present = layers.flatMap(({ path: place, methods }) =>
      /^(\/api)?\/contextual\//.test(place)
        ? methods
            .filter((method) => method !== 'HEAD')
            .map((method) => `${method} ${place.replace(/:(\w+)/g, '{$1}')}`)
        : [],
    );
    const described = [...operations].filter(([, { ofProject }]) => !ofProject).map(([name]) => name);
    expect(new Set(present)).toEqual(new Set(described));
  });

  it('asks for the permissions that are described', () => {
    const routers = running.strapi.plugin('contextual').routes as unknown as Record<
      'admin' | 'content-api',
      { routes: Json[] }
    >;
    const place = (prefix: string, { method, path: own }: Json) =>
      `${method} ${prefix}${own.replace(/:(\w+)/g, '{$1}')}`;
    for (const route of routers.admin.routes) {
      const name = place('/contextual', route);
      const { actions } = route.config.policies.find((policy: Json) => policy.config?.actions).config;
      expect([name, actions]).toEqual([name, [operations.get(name)?.['x-permission']].flat()]);
      const policy = route.config.policies.at(-1).name;
      expect([name, policy]).toEqual([
        name,
        actions.length > 1 ? HAS_ANY_PERMISSION : 'admin::hasPermissions',
      ]);
      expect([name, operations.get(name)?.security]).toEqual([name, [{ adminJwt: [] }]]);
    }
    for (const route of routers['content-api'].routes) {
      const name = place('/api/contextual', route);
      expect([name, route.config.auth.scope]).toEqual([name, [operations.get(name)?.['x-scope']]]);
    }
  });

  it('decides as described: for a visitor, with failures, with the entry, with explanations', async () => {
    await allow(running.strapi, 'public', `${ARTICLE}.findOne`);
    const token = await apiToken(running.strapi);
    const entries = [{ ...first(), locale: 'de' }, first(), { contentType: HOME }, { contentType: 'x' }];
    const plain = await decide({ context: GERMAN, entries }).expect(200);
    const ignored = await decide({ context: GERMAN, entries, explain: true }).expect(200);
    const full = await decide({ context: GERMAN, entries, include: 'entry', explain: true })
      .set('Authorization', `Bearer ${token}`)
      .expect(200);
    for (const { body } of [plain, ignored, full]) expectValid('DecideResponse', body);
    expect(plain.headers['cache-control']).toBe(api.components.headers.NeverCached.schema.const);
    expect(plain.body.data[1].decisions[0]).toHaveProperty('receipt');
    expect(plain.body.data[3]).toHaveProperty('error');
    expect(ignored.body.meta.ignored).toEqual(['explain-needs-token']);
    expect(full.body.data[1].entry.title).toBe('German title');
    expect(full.body.data[1].explanation[0].trace.some((step: Json) => step.rules)).toBe(true);
    await forbid(running.strapi, 'public', `${ARTICLE}.findOne`);
  });

  it('says the scope of an entry as described, personalized or not', async () => {
    const token = await apiToken(running.strapi);
    for (const documentId of [shop.article, shop.plain]) {
      const { body } = await http()
        .get('/api/contextual/scope')
        .query({ contentType: ARTICLE, documentId })
        .set('Authorization', `Bearer ${token}`)
        .expect(200);
      expectValid('ScopeResponse', body);
      expect(body.data.personalized).toBe(documentId === shop.article);
    }
  });

  it('delivers as described', async () => {
    await allow(running.strapi, 'public', `${ARTICLE}.findOne`);
    const { body } = await http()
      .get(`/api/articles/${shop.article}`)
      .query({ personalize: 'true' })
      .set('X-Contextual-Context', contextHeader(GERMAN))
      .expect(200);
    expectValid('DeliveredResponse', body);
    expect(body.meta.contextual.data[0].variantKey).toBe('guide.german');
    await forbid(running.strapi, 'public', `${ARTICLE}.findOne`);
  });

  it('collects as described: accepted, duplicate and rejected', async () => {
    const unit = visitor();
    const view = event('view', unit, { entry: { ...first() } });
    const { body: decided } = await decide({
      context: { ...GERMAN, unit, consent: { personalization: true } },
      entries: [first()],
    });
    const seen = event('exposure', unit, { receipt: decided.data[0].decisions[0].receipt });
    const sent = batch(view, view, seen, event('conversion', unit, { goal: 'nothing' }));
    expectValid('CollectRequest', sent);
    const { body } = await http().post('/api/contextual/collect').send(sent).expect(200);
    expectValid('CollectResponse', body);
    expect(body.data.map(({ status }: Json) => status)).toEqual([
      'accepted',
      'duplicate',
      'accepted',
      'rejected',
    ]);
  });

  it('refuses events by the description that it refuses itself', async () => {
    const unit = visitor();
    const wrong = [
      { ...event('view', unit), id: '' },
      event('seen', unit),
      event('view', { kind: 'user', id: 'x' } as never),
      event('exposure', unit),
      event('conversion', unit),
      event('interaction', unit, { value: 1e9 }),
      event('interaction', unit, { currency: 'euro' }),
      event('interaction', unit, { dimensions: { '1': 'x' } }),
    ];
    const { body } = await http()
      .post('/api/contextual/collect')
      .send(batch(...wrong))
      .expect(200);
    const validate = schema('VisitorEvent');
    for (const [index, one] of wrong.entries()) {
      expect([one, validate(one), body.data[index].status]).toEqual([one, false, 'rejected']);
    }
  });

  it('erases as described', async () => {
    const unit = visitor();
    await http()
      .post('/api/contextual/collect')
      .send(batch(event('view', unit)))
      .expect(200);
    const { body } = await http()
      .post('/api/contextual/erase')
      .set('Authorization', `Bearer ${await apiToken(running.strapi)}`)
      .send({ visitorId: unit.id })
      .expect(200);
    expectValid('EraseResponse', body);
    expect(body.data.events).toBe(1);
  });

  describe('refuses as described', () => {
    const stranger = () => adminClient(running);

    it.each<[what: string, status: number, code: string, call: () => Promise<Json>]>([
      ['a list that is none', 400, 'entries-missing', () => decide({ entries: 'all' }) as never],
      [
        'too many entries',
        400,
        'entries-too-many',
        () => decide({ entries: Array(51).fill(first()) }) as never,
      ],
      [
        'a context that is none',
        400,
        'context-malformed',
        () => decide({ context: 1, entries: [] }) as never,
      ],
      [
        'a wrong token',
        400,
        'preview-token-malformed',
        () => decide({ entries: [], previewToken: 'x' }) as never,
      ],
      ['a body that is too large', 413, 'body-too-large', () => decide({ x: 'x'.repeat(50_000) }) as never],
      [
        'a batch without a time',
        400,
        'sent-at',
        () => http().post('/api/contextual/collect').send({}) as never,
      ],
      ['a record that is not there', 404, 'audience-not-found', () => admin.get('/audiences/nobody')],
      ['a result that is not there', 404, 'experience-not-found', () => admin.get('/results/nothing')],
      ['a wrong input', 400, 'audience-invalid', () => admin.post('/audiences', { rule: { x: 1 } })],
      [
        'a wrong rule',
        400,
        'audience-invalid',
        () => admin.post('/audiences', { name: 'X', rule: { x: 1 } }),
      ],
      ['a wrong page', 400, 'query-invalid', () => admin.get('/goals?page=0')],
      [
        'a code that is taken',
        409,
        'code-taken',
        () => admin.post('/goals', { ...GOAL, code: 'interaction' }),
      ],
      ['a start without variants', 409, 'experience-cannot-start', startEmpty],
      ['an edit of the built-in goal', 409, 'goal-built-in', () => admin.delete('/goals/interaction')],
      ['a preview of nothing', 400, 'experience-unknown', () => admin.post('/preview-tokens', NOTHING)],
    ])('%s', async (_what, status, code, call) => {
      const answer = await call();
      expect([answer.status, answer.body?.error?.details?.code]).toEqual([status, code]);
      expectValid('ErrorBody', answer.body);
      expectValid('AnyError', answer.body);
    });

    it('on the public API with a code even where Strapi refuses by itself', async () => {
      const answers = [
        await http().post('/api/contextual/erase').send({ visitorId: 'x' }),
        await http().get('/api/contextual/scope').set('Authorization', 'Bearer nobody'),
        await http().post('/api/contextual/decide').set('Content-Type', 'application/json').send('{'),
      ];
      expect(answers.map(({ status, body }) => [status, body.error.details.code])).toEqual([
        [403, 'forbidden'],
        [401, 'unauthorized'],
        [400, 'body-malformed'],
      ]);
      for (const { body } of answers) expectValid('ErrorBody', body);
    });

    it('whoever is not logged in to the panel, with Strapi’s own answer', async () => {
      const { status, body } = await stranger().get('/audiences');
      expect(status).toBe(401);
      expectValid('StrapiError', body);
    });

    async function startEmpty() {
      await admin.post('/experiences', { code: 'empty', name: 'Empty' });
      return admin.post('/experiences/empty/start');
    }
  });
});

const GOAL = { name: 'X', event: 'x' };
const NOTHING = { experience: 'nothing', variant: 'base' };
