import { createTestApp, type RunningApp } from '../support/boot';
import { countsOf, forgetAllEvents } from '../support/count-ledger';
import { createCountedRecords, event, hashOf, receiptSigner, statusesOf, visitor } from '../support/counting';
import type { Unit } from '../../src/model/visitor-context';

const DAY = 86_400_000;
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

beforeEach(() => forgetAllEvents(running.strapi));

const send = (...events: object[]) => statusesOf(running, ...events);

const rows = (table: string) => running.strapi.db.getConnection(`contextual_${table}`);
const retain = (): Promise<number> =>
  running.strapi.plugin('contextual').service('privacy').retain(Date.now());
const dayBefore = (age: number) => new Date(Date.now() - age * DAY).toISOString().slice(0, 10);
const seen = (unit: Unit, variant: string) =>
  event('exposure', unit, { receipt: sign(unit, { variant, wouldBe: variant }) });
const bought = (unit: Unit) => event('conversion', unit, { goal: 'order', value: 5 });

/** Lets everything that is stored of a unit be as if it had come in so many days earlier. */
async function age(unit: Unit, days: number): Promise<void> {
  const own = { unit_hash: hashOf(unit) };
  for (const { id, occurred_at } of await rows('events').where(own)) {
    await rows('events')
      .where({ id })
      .update({ occurred_at: Number(occurred_at) - days * DAY, received_day: dayBefore(days) });
  }
  for (const { id, data } of await rows('participations').where(own)) {
    const made = data && JSON.parse(data);
    const moved = made && { ...made, at: made.at - days * DAY, closesAt: made.closesAt - days * DAY };
    await rows('participations')
      .where({ id })
      .update({ touched_day: dayBefore(days), ...(moved && { data: JSON.stringify(moved) }) });
  }
}

describe('retention', () => {
  it('deletes raw events of their age in small steps and keeps what is still needed', async () => {
    const old = Array.from({ length: 1_203 }, (_, index) => ({
      event_hash: `old-${index}`,
      received_day: dayBefore(98),
      unit_hash: 'u',
      type: 'view',
    }));
    const bare = Array.from({ length: 1_001 }, (_, index) => ({
      event_hash: `bare-${index}`,
      received_day: dayBefore(9),
    }));
    for (const list of [old, bare]) {
      for (let start = 0; start < list.length; start += 200)
        await rows('events').insert(list.slice(start, start + 200));
    }
    await rows('events').insert([
      { event_hash: 'young', received_day: dayBefore(96), unit_hash: 'u', type: 'view' },
      { event_hash: 'erased-lately', received_day: dayBefore(7) },
    ]);
    await rows('quarantine').insert([
      { code: 'clock', received_at: Date.now() - 98 * DAY, payload: '{}' },
      { code: 'unit', received_at: Date.now() - 96 * DAY, payload: '{}' },
    ]);
    expect(await retain()).toBe(1_203 + 1_001);
    const left = (await rows('events').select('event_hash').orderBy('id')) as { event_hash: string }[];
    expect(left.map(({ event_hash }) => event_hash)).toEqual(['young', 'erased-lately']);
    expect((await rows('quarantine')).map(({ code }: { code: string }) => code)).toEqual(['unit']);
  });

  it('changes no count when a visitor returns whose first exposure is gone, and keeps it the first', async () => {
    const unit = visitor();
    await send(seen(unit, 'tv'), bought(unit));
    await age(unit, 98);
    await send(event('view', unit));
    const before = await countsOf(running.strapi);
    await retain();
    const kept = (await rows('participations').where({ unit_hash: hashOf(unit) })) as { data: unknown }[];
    expect(kept).toHaveLength(2);
    expect(kept.map(({ data }) => data)).toEqual([null, null]);
    expect(await countsOf(running.strapi)).toEqual(before);

    expect(await send(seen(unit, 'shoes'), bought(unit))).toEqual(['accepted', 'accepted']);
    expect((await countsOf(running.strapi)).rollups).toEqual(before.rollups);
  });

  it('changes no count when only a part of the raw events is left', async () => {
    const unit = visitor();
    await send(seen(unit, 'tv'), bought(unit));
    await age(unit, 98);
    await send(seen(unit, 'shoes'));
    const before = await countsOf(running.strapi);
    // As if a window had been longer then: by what is stored it could still change.
    const own = rows('participations')
      .where({ unit_hash: hashOf(unit) })
      .whereNot({ experience: '' });
    const [{ id, data }] = await own;
    const open = JSON.stringify({ ...JSON.parse(data), closesAt: Date.now() + DAY });
    await rows('participations')
      .where({ id })
      .update({ data: open, touched_day: dayBefore(1) });
    await retain();
    await send(seen(unit, 'shoes'), bought(unit));
    expect((await countsOf(running.strapi)).rollups).toEqual(before.rollups);
  });

  it('leaves nothing of a visitor who was not heard of for as long, but the counts', async () => {
    const silent = visitor();
    const other = visitor();
    await send(seen(silent, 'tv'), bought(silent), seen(other, 'tv'));
    await age(silent, 98);
    const before = await countsOf(running.strapi);
    await retain();
    for (const table of ['events', 'participations']) {
      expect(await rows(table).where({ unit_hash: hashOf(silent) })).toEqual([]);
      expect(await rows(table).where({ unit_hash: hashOf(other) })).not.toEqual([]);
    }
    expect(await countsOf(running.strapi)).toEqual(before);
    await send(seen(silent, 'tv'));
    const units = (await countsOf(running.strapi)).rollups.find(
      (row) => (row as { goal: string }).goal === '',
    );
    expect(units).toMatchObject({ variant: 'tv', n: '3' });
  });

  it('lets a second run find nothing to do', async () => {
    const unit = visitor();
    await send(seen(unit, 'tv'));
    await age(unit, 98);
    await retain();
    expect(await retain()).toBe(0);
  });
});
