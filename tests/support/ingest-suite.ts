import fc from 'fast-check';
import { createTestApp, type RunningApp, type TestAppOptions } from './boot';
import { countsOf, forgetAllEvents } from './count-ledger';
import { batch, createCountedRecords, event, receiptSigner, RELEVANCE, SPLIT, visitor } from './counting';

const DAY = 86_400_000;

/** A place of its own in a shared database. */
export interface Place {
  readonly env: NonNullable<TestAppOptions['env']>;
  readonly make: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** The promises of ingest, to be kept on every database that Strapi runs on. */
export function ingestSuite(database: string, place?: Place): void {
  describe(`ingest on ${database}`, () => {
    const app = createTestApp({ env: place?.env ?? { DATABASE_CLIENT: 'sqlite' } });
    let running: RunningApp;
    let sign: ReturnType<typeof receiptSigner>;

    beforeAll(async () => {
      await place?.make();
      running = await app.boot();
      await createCountedRecords(running.strapi);
      sign = receiptSigner(running.strapi);
    }, 120_000);

    afterAll(async () => {
      await running?.stop();
      app.remove();
      await place?.remove();
    }, 120_000);

    beforeEach(() => forgetAllEvents(running.strapi));

    const send = async (events: object[]) => {
      const { body } = await running.http
        .post('/api/contextual/collect')
        .send(batch(...events))
        .expect(200);
      return body.data.map(
        ({ status, code }: { status: string; code?: string }) => code ?? status,
      ) as string[];
    };

    /** What six visitors did, at whole seconds of the last days. */
    const story = (): object[] => {
      // In the middle of days, so that the seconds a batch takes never carry an event into the next one.
      const start = Math.floor(Date.now() / DAY) * DAY - 2 * DAY + 10 * 3_600_000;
      return Array.from({ length: 6 }, (_, index) => {
        const unit = visitor();
        const at = (hours: number) => ({
          occurredAt: new Date(start + index * 1_000 + hours * 3_600_000).toISOString(),
        });
        const claim = {
          issuedAt: start + index * 1_000,
          variant: index % 3 === 0 ? 'base' : 'tv',
          wouldBe: 'tv',
        };
        const dimensions = { device: index % 2 ? 'phone' : 'desktop', city: `Zürich \u{1f3d4} ${index}` };
        return [
          event('view', unit, at(0)),
          event('exposure', unit, { ...at(1), receipt: sign(unit, claim), dimensions }),
          event('exposure', unit, {
            ...at(3),
            receipt: sign(unit, { ...claim, variant: 'tv' }),
            dimensions: {},
          }),
          event('exposure', unit, {
            ...at(2),
            receipt: sign(unit, { ...claim, experience: SPLIT, variant: 'green', wouldBe: 'green' }),
          }),
          event('interaction', unit, at(4)),
          event('conversion', unit, {
            ...at(30),
            goal: 'order',
            value: 10.01 * (index + 1),
            currency: 'EUR',
          }),
          event('conversion', unit, { ...at(0), goal: 'order', value: 7 }),
        ];
      }).flat();
    };

    it('counts the same whatever the order, the split and the repetition of the events', async () => {
      const events = story();
      const sentAt = new Date().toISOString();
      const post = (piece: object[]) =>
        running.http.post('/api/contextual/collect').send({ sentAt, events: piece }).expect(200);
      await post(events.slice(0, 50));
      const { rollups } = await countsOf(running.strapi);
      expect(rollups.length).toBeGreaterThan(20);
      for (const seed of [1, 2, 3]) {
        const [order] = fc.sample(
          fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
          { seed, numRuns: 1 },
        );
        await forgetAllEvents(running.strapi);
        for (let rest = order as object[]; rest.length > 0; rest = rest.slice(seed * 3))
          await post(rest.slice(0, seed * 3));
        expect((await countsOf(running.strapi)).rollups).toEqual(rollups);
      }
    });

    it('counts every event once when the same batches come at the same time, many times', async () => {
      const events = story();
      const pieces = Array.from({ length: 14 }, (_, index) => events.slice(index * 3, index * 3 + 3));
      const sends = [...pieces, ...pieces, ...pieces].map((piece) => send(piece));
      const outcomes = (await Promise.all(sends)).flat();
      expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(events.length);
      expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(events.length * 2);
      const together = await countsOf(running.strapi);
      await forgetAllEvents(running.strapi);
      await send(events);
      expect((await countsOf(running.strapi)).rollups).toEqual(together.rollups);
    });

    it('joins a conversion that arrives together with the exposure, in whichever request', async () => {
      for (let round = 0; round < 10; round += 1) {
        const unit = visitor();
        const shown = event('exposure', unit, {
          receipt: sign(unit),
          occurredAt: new Date(Date.now() - 60_000).toISOString(),
        });
        const bought = event('conversion', unit, { goal: 'order', value: 3 });
        await Promise.all([send([shown]), send([bought])]);
      }
      const { rollups } = await countsOf(running.strapi);
      const order = rollups.find((row) => (row as { goal: string }).goal === 'order');
      expect(order).toMatchObject({
        experience: RELEVANCE,
        variant: 'tv',
        y: String(10 * 30_000),
        yy: String(10n * 30_000n ** 2n),
      });
    });

    it('counts from all events of a unit, however many pages they are read in', async () => {
      const units = [visitor(), visitor(), visitor()];
      const start = Date.now() - 3_600_000;
      const views = units.flatMap((unit, index) =>
        Array.from({ length: [1_500, 1_000, 7][index] ?? 0 }, (_, view) => ({
          event_hash: `view-${index}-${view}`,
          unit_hash: sign.hashOf(unit),
          unit_kind: 'visitor',
          type: 'view',
          occurred_at: start,
          received_day: new Date().toISOString().slice(0, 10),
          verification: 'unverified',
        })),
      );
      for (let from = 0; from < views.length; from += 250) {
        await running.strapi.db.getConnection('contextual_events').insert(views.slice(from, from + 250));
      }
      await send(units.map((unit) => event('exposure', unit, { receipt: sign(unit) })));
      const { rollups } = await countsOf(running.strapi);
      // Views before the first exposure: 1,500 + 1,000 + 7, in 1/10,000.
      expect(rollups).toContainEqual(
        expect.objectContaining({ goal: '', n: '3', x: String(2_507 * 10_000) }),
      );
    });

    it('refuses further events of a unit that sends more than any visitor', async () => {
      const unit = visitor();
      const rows = Array.from({ length: 5_000 }, (_, index) => ({
        event_hash: `flood-${index}`,
        unit_hash: sign.hashOf(unit),
        unit_kind: 'visitor',
        type: 'view',
        occurred_at: Date.now(),
        received_day: new Date().toISOString().slice(0, 10),
        verification: 'unverified',
      }));
      for (let start = 0; start < rows.length; start += 250) {
        await running.strapi.db.getConnection('contextual_events').insert(rows.slice(start, start + 250));
      }
      expect(await send([event('view', unit), event('view', visitor())])).toEqual(['unit-limit', 'accepted']);
    });

    it('keeps figures exact that no floating point number holds', async () => {
      const unit = visitor();
      await send([
        event('exposure', unit, {
          receipt: sign(unit),
          occurredAt: new Date(Date.now() - 60_000).toISOString(),
        }),
      ]);
      for (let index = 0; index < 3; index += 1)
        await send([event('conversion', unit, { goal: 'order', value: 0.1 })]);
      const { rollups, days } = await countsOf(running.strapi);
      expect(rollups).toContainEqual(expect.objectContaining({ goal: 'order', y: '3000', yy: '9000000' }));
      expect(days).toContainEqual(expect.objectContaining({ goal: 'order', count: '3', value: '3000' }));
    });
  });
}
