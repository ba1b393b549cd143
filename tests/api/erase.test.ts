import { createTestApp, type RunningApp } from '../support/boot';
import { countsOf } from '../support/count-ledger';
import {
  apiToken,
  createCountedRecords,
  event,
  hashOf,
  receiptSigner,
  statusesOf,
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

const send = (...events: object[]) => statusesOf(running, ...events);

const erase = async (visitorId: unknown, token?: string) => {
  const request = running.http.post('/api/contextual/erase').send({ visitorId });
  return token === undefined ? request : request.set('Authorization', `Bearer ${token}`);
};

const rows = (table: string) => running.strapi.db.getConnection(`contextual_${table}`);

describe('erase', () => {
  it('leaves of a visitor the rollups, bare hashes of event ids with their day, and nothing else', async () => {
    const token = await apiToken(running.strapi, ['plugin::contextual.privacy.erase']);
    const gone = visitor('gone-visitor');
    const other = visitor('other-visitor');
    const story = [
      event('view', gone),
      event('exposure', gone, { receipt: sign(gone), dimensions: { city: 'Emden' } }),
      event('conversion', gone, { goal: 'order', value: 3 }),
    ];
    await send(...story, event('exposure', other, { receipt: sign(other) }));
    const before = await countsOf(running.strapi);

    const answer = await erase('gone-visitor', token);
    expect([answer.status, answer.body]).toEqual([200, { data: { events: 3, participations: 1 } }]);
    expect(await countsOf(running.strapi)).toEqual(before);
    const stored = (await rows('events')) as Record<string, unknown>[];
    const bare = stored.filter(({ unit_hash }) => unit_hash === null);
    expect(bare).toHaveLength(3);
    for (const row of bare) {
      const left = Object.entries(row).filter(([, value]) => value !== null);
      expect(left.map(([column]) => column).sort()).toEqual(['event_hash', 'id', 'received_day']);
    }
    expect(stored.filter(({ unit_hash }) => unit_hash === hashOf(other))).toHaveLength(1);
    const participations = (await rows('participations')) as { unit_hash: string }[];
    expect(new Set(participations.map(({ unit_hash }) => unit_hash))).toEqual(new Set([hashOf(other)]));

    expect(await send(...story)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    expect(await countsOf(running.strapi)).toEqual(before);
  });

  it('takes the same id for a new unit afterwards', async () => {
    const token = await apiToken(running.strapi);
    const unit = visitor('returns');
    await send(event('exposure', unit, { receipt: sign(unit, { variant: 'shoes', wouldBe: 'shoes' }) }));
    await erase('returns', token);
    await send(event('exposure', unit, { receipt: sign(unit, { variant: 'shoes', wouldBe: 'shoes' }) }));
    const { rollups } = await countsOf(running.strapi);
    const units = rollups.find(
      (row) =>
        (row as { variant: string; goal: string }).variant === 'shoes' &&
        (row as { goal: string }).goal === '',
    );
    expect(units).toMatchObject({ n: '2' });
  });

  it('loses nothing and counts nothing twice while events of the visitor arrive', async () => {
    const token = await apiToken(running.strapi);
    const unit = visitor('busy');
    const sends = Array.from({ length: 20 }, (_, index) =>
      index % 5 === 4
        ? erase('busy', token)
        : send(event('exposure', unit, { receipt: sign(unit) }), event('view', unit)),
    );
    await Promise.all(sends);
    const { body } = await erase('busy', token);
    expect(body.data).toEqual({ events: expect.any(Number), participations: expect.any(Number) });
    expect(await rows('events').where({ unit_hash: hashOf(unit) })).toEqual([]);
    expect(await rows('participations').where({ unit_hash: hashOf(unit) })).toEqual([]);
  });

  it('is for API tokens that may, and says what it needs', async () => {
    const reader = await apiToken(running.strapi, ['plugin::contextual.event.create']);
    expect((await erase('x')).status).toBe(403);
    expect((await erase('x', reader)).status).toBe(403);
    const token = await apiToken(running.strapi);
    for (const wrong of ['', 5, null, { $ne: '' }, 'x'.repeat(257)]) {
      const answer = await erase(wrong, token);
      expect([answer.status, answer.body.error.details.code]).toEqual([400, 'visitor-id']);
    }
    expect((await erase('nobody-known', token)).body).toEqual({ data: { events: 0, participations: 0 } });
  });
});
