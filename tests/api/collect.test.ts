import { createReceiptService } from '../../server/src/features/decisions';
import { createTestApp, type RunningApp } from '../support/boot';
import {
  apiToken,
  batch,
  createCountedRecords,
  event,
  hashOf,
  receiptSigner,
  RELEVANCE,
  SPLIT,
  visitor,
} from '../support/counting';

const app = createTestApp();
let running: RunningApp;
let sign: ReturnType<typeof receiptSigner>;

beforeAll(async () => {
  running = await app.boot();
  await createCountedRecords(running.strapi);
  sign = receiptSigner(running.strapi);
});

afterAll(async () => {
  await running?.stop();
  app.remove();
});

const collect = (body: object | string) =>
  typeof body === 'string'
    ? running.http.post('/api/contextual/collect').set('Content-Type', 'text/plain').send(body)
    : running.http.post('/api/contextual/collect').send(body);

const outcomes = async (...events: object[]) => {
  const { body } = await collect(batch(...events)).expect(200);
  return (body.data as { status: string; code?: string }[]).map(({ status, code }) => code ?? status);
};

const resultOf = async (experience: string) => {
  const { body } = await running.http
    .get(`/contextual/results/${experience}`)
    .set('Authorization', `Bearer ${await running.adminToken()}`)
    .expect(200);
  return body.data;
};

const armOf = (result: any, kind: string, variant: string, wouldBe: string | null) =>
  result.unitKinds
    .find((entry: any) => entry.unitKind === kind)
    ?.groups.find((group: any) => group.wouldBe === wouldBe)
    ?.arms.find((arm: any) => arm.variant === variant);

describe('collect', () => {
  it('accepts events of anonymous visitors, as JSON and as text/plain, and counts them', async () => {
    const shown = visitor();
    const held = visitor();
    const bought = batch(
      event('exposure', shown, { receipt: sign(shown) }),
      event('interaction', shown, { entry: { contentType: 'api::home.home', documentId: 'home' } }),
      event('conversion', shown, { goal: 'order-completed', value: 619.99, currency: 'EUR' }),
    );
    const first = await collect(JSON.stringify(bought)).expect(200);
    expect(first.body.data.map(({ status }: { status: string }) => status)).toEqual(
      Array(3).fill('accepted'),
    );
    expect(first.headers['cache-control']).toBe('private, no-store');
    await outcomes(event('exposure', held, { receipt: sign(held, { variant: 'base', propensity: 0.1 }) }));

    const result = await resultOf(RELEVANCE);
    expect(result).toMatchObject({
      comparison: 'holdout',
      selection: 'relevance',
      goal: 'order',
      status: 'running',
    });
    const arm = armOf(result, 'visitor', 'tv', 'tv');
    expect(arm).toMatchObject({
      units: 1,
      exposures: 1,
      interactions: 1,
      conversions: 1,
      value: 619.99,
      heldOut: false,
    });
    expect(arm.goals).toContainEqual({ goal: 'order', events: 1, total: 500, denominator: 0 });
    expect(arm.days).toHaveLength(1);
    expect(armOf(result, 'visitor', 'base', 'tv')).toMatchObject({ units: 1, heldOut: true, conversions: 0 });
  });

  it('counts an event once, however often it is sent', async () => {
    const unit = visitor();
    const exposure = event('exposure', unit, { receipt: sign(unit, { variant: 'shoes', wouldBe: 'shoes' }) });
    expect(await outcomes(exposure, exposure)).toEqual(['accepted', 'duplicate']);
    expect(await outcomes({ ...exposure, id: exposure.id.toUpperCase() })).toEqual(['duplicate']);
    expect(armOf(await resultOf(RELEVANCE), 'visitor', 'shoes', 'shoes')).toMatchObject({
      units: 1,
      exposures: 1,
    });
  });

  it('refuses receipts that are wrong, foreign, expired or of somebody else, and takes their neighbours', async () => {
    const unit = visitor();
    const foreign = createReceiptService(['another secret of another server']).sign({
      experience: RELEVANCE,
      variant: 'tv',
      wouldBe: 'tv',
      propensity: 0.9,
      weightsVersion: 1,
      unitKind: 'visitor',
      unitHash: hashOf(unit),
      issuedAt: Date.now(),
    });
    const receipts = [
      'nonsense',
      foreign,
      sign(unit, { issuedAt: Date.now() - 25 * 3_600_000 }),
      sign(visitor()),
      sign(unit, { experience: 'deleted-long-ago' }),
    ];
    expect(
      await outcomes(...receipts.map((receipt) => event('exposure', unit, { receipt })), event('view', unit)),
    ).toEqual([
      'receipt-malformed',
      'receipt-foreign',
      'receipt-expired',
      'receipt-unit',
      'experience-unknown',
      'accepted',
    ]);
  });

  it('counts a bare decision only when it can be recomputed or comes with an API token', async () => {
    const decision = {
      experience: SPLIT,
      reason: 'split',
      propensity: 0.5,
      weightsVersion: 1,
      manifestVersion: 1,
    };
    const before = await resultOf(SPLIT);
    expect(before.unitKinds).toEqual([]);
    const unit = visitor();
    const both = ['base', 'green'].map((variant) =>
      event('exposure', unit, { decision: { ...decision, variant, wouldBe: variant } }),
    );
    expect(await outcomes(...both)).toEqual(['accepted', 'accepted']);
    const [visitors] = (await resultOf(SPLIT)).unitKinds;
    const arms = visitors.groups[0].arms;
    expect(arms.map((arm: any) => [arm.units, arm.exposures, arm.unverified]).sort()).toEqual([
      [0, 0, 1],
      [1, 1, 0],
    ]);

    const token = await apiToken(running.strapi);
    const server = visitor();
    await running.http
      .post('/api/contextual/collect')
      .set('Authorization', `Bearer ${token}`)
      .set('User-Agent', 'node')
      .send(
        batch(
          event('exposure', server, {
            decision: { ...decision, propensity: 0.123, variant: 'green', wouldBe: 'green' },
          }),
        ),
      )
      .expect(200);
    const exposuresOfGreen = arms.find(({ variant }: { variant: string }) => variant === 'green').exposures;
    const green = armOf(await resultOf(SPLIT), 'visitor', 'green', null);
    expect([green.exposures, green.units]).toEqual([exposuresOfGreen + 1, exposuresOfGreen + 1]);
    expect(
      await outcomes(event('exposure', visitor(), { decision: { ...decision, variant: 'x', wouldBe: 'x' } })),
    ).toEqual(['variant-unknown']);
  });

  it('corrects a clock that is a year off, and refuses an event that is', async () => {
    const unit = visitor();
    const year = 365 * 86_400_000;
    const wrongClock = {
      sentAt: new Date(Date.now() - year).toISOString(),
      events: [event('view', unit, { occurredAt: new Date(Date.now() - year - 1_000).toISOString() })],
    };
    const corrected = await collect(wrongClock).expect(200);
    expect(corrected.body.data[0].status).toBe('accepted');
    expect(
      await outcomes(
        event('view', unit, { occurredAt: new Date(Date.now() - year).toISOString() }),
        event('view', unit, { occurredAt: new Date(Date.now() + year).toISOString() }),
        event('view', unit, { occurredAt: 'yesterday' }),
      ),
    ).toEqual(['clock', 'clock', 'occurred-at']);
  });

  it.each([
    [
      '51 events',
      () => batch(...Array.from({ length: 51 }, () => event('view', visitor()))),
      400,
      'events-too-many',
    ],
    ['no list', () => ({ sentAt: new Date().toISOString(), events: {} }), 400, 'events-missing'],
    ['no time', () => ({ events: [] }), 400, 'sent-at'],
    ['49 KB', () => batch({ padding: 'x'.repeat(49 * 1_024) }), 413, 'body-too-large'],
    ['text that is not JSON', () => '{"sentAt":', 400, 'body-malformed'],
    ['a list as the body', () => '[]', 400, 'body-malformed'],
    ['depth 7,000', () => `${'{"a":'.repeat(7_000)}1${'}'.repeat(7_000)}`, 400, 'body-too-deep'],
  ])('answers %s with a stable code', async (_what, body, status, code) => {
    const answer = await collect(body());
    expect([answer.status, answer.body.error?.details?.code]).toEqual([status, code]);
    expect(JSON.stringify(answer.body)).not.toMatch(/at .*\.js/);
  });

  it('answers a megabyte with 413 and goes on serving', async () => {
    const answer = await collect(batch({ padding: 'x'.repeat(1_048_600) }));
    expect(answer.status).toBe(413);
    expect(await outcomes(event('view', visitor()))).toEqual(['accepted']);
  });

  it('answers each wrong field with its code and counts none of them', async () => {
    const unit = visitor();
    const poison = JSON.parse('{"__proto__":"x"}') as object;
    const wrong: [object, string][] = [
      [{ ...event('view', unit), id: '' }, 'id'],
      [event('purchase', unit), 'type'],
      [event('view', { kind: 'visitor', id: { toString: 1 } } as never), 'unit'],
      [event('exposure', unit), 'decision-missing'],
      [event('conversion', unit), 'goal-missing'],
      [event('conversion', unit, { goal: 'constructor' }), 'goal-unknown'],
      [event('conversion', unit, { goal: 'order', value: 1e300 }), 'value'],
      [event('conversion', unit, { goal: 'order', value: 5, currency: 'USD' }), 'currency'],
      [event('view', unit, { dimensions: poison }), 'dimensions'],
      [event('view', unit, { dimensions: { constructor: 'x' } }), 'dimensions'],
      [event('view', unit, { entry: 'home' }), 'entry'],
    ];
    // As text: Strapi's own JSON parser refuses a body with such a key before it reaches us.
    const { body } = await collect(JSON.stringify(batch(...wrong.map(([bad]) => bad)))).expect(200);
    expect(body.data.map(({ code }: { code: string }) => code)).toEqual(wrong.map(([, code]) => code));
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('keeps emoji, NUL and halves of characters, and lets no neighbour suffer from them', async () => {
    const unit = visitor('\u{1f97e}\u0000\ud800');
    const strange = {
      ...event('exposure', unit, { receipt: sign(unit), dimensions: { city: 'Zürich \u{1f3d4}\ud800' } }),
      id: '\u{1f97e}',
    };
    expect(await outcomes(strange, event('view', unit))).toEqual(['accepted', 'accepted']);
    expect(await outcomes({ ...strange, id: '\u{1f97f}' })).toEqual(['accepted']);
  });

  it('answers a bot like anybody else and counts nothing of it', async () => {
    const before = armOf(await resultOf(RELEVANCE), 'visitor', 'tv', 'tv');
    const unit = visitor();
    const answer = await running.http
      .post('/api/contextual/collect')
      .set('User-Agent', 'Googlebot/2.1')
      .send(batch(event('exposure', unit, { receipt: sign(unit) })))
      .expect(200);
    expect(answer.body.data[0].status).toBe('accepted');
    expect(armOf(await resultOf(RELEVANCE), 'visitor', 'tv', 'tv')).toEqual(before);
  });

  it('keeps the address of nobody and shows why events are not counted', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const { body } = await running.http
      .get('/contextual/results')
      .set('Authorization', `Bearer ${await running.adminToken()}`)
      .expect(200);
    expect(body.meta.notCounted).toContainEqual({ code: 'receipt-foreign', count: 1 });
    expect(body.meta.notCounted).toContainEqual({ code: 'bot', count: 1 });
    expect(body.data.map(({ experience }: { experience: string }) => experience)).toEqual([RELEVANCE, SPLIT]);
    const rows = JSON.stringify(await running.strapi.db.connection('contextual_quarantine'));
    expect(rows).not.toContain('127.0.0.1');
    expect(rows).not.toContain('receipt":"');
  });

  it('is closed to callers without the permission', async () => {
    const token = await apiToken(running.strapi, ['plugin::contextual.decision.find']);
    await running.http
      .post('/api/contextual/collect')
      .set('Authorization', `Bearer ${token}`)
      .send(batch())
      .expect(403);
    await running.http.get('/contextual/results').expect(401);
  });
});
