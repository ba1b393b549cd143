import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createTestApp, type RunningApp } from '../support/boot';
import { recountFromRaw, storedCounts } from '../support/recount';
import { createCountedRecords, event, receiptSigner, SPLIT, visitor } from '../support/counting';
import { prepareVictim } from '../support/victim';

const KILLS = 10;
const SENDERS = 4;

const app = createTestApp();
const ledgerFile = path.join(app.folder, 'ledger.jsonl');
let running: RunningApp | undefined;

afterAll(async () => {
  await running?.stop();
  app.remove();
});

interface LedgerEntry {
  readonly batch: number;
  readonly state: 'sent' | 'acked' | 'refused' | 'unknown';
  readonly events?: readonly { id: string }[];
}

const note = (entry: LedgerEntry) => appendFileSync(ledgerFile, `${JSON.stringify(entry)}\n`);

const readLedger = () => {
  const entries = readFileSync(ledgerFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LedgerEntry);
  const events = new Map(
    entries.flatMap(({ batch, events: sent }) => (sent ? [[batch, sent] as const] : [])),
  );
  const of = (...states: LedgerEntry['state'][]) =>
    entries.filter(({ state }) => states.includes(state)).map(({ batch }) => batch);
  return { events, of };
};

/** Sends one batch; what became of it is known only if an answer came. */
async function post(url: string, batch: number, events: readonly object[]): Promise<void> {
  try {
    const answer = await fetch(`${url}/api/contextual/collect`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0',
      },
      body: JSON.stringify({ sentAt: new Date().toISOString(), events }),
    });
    note({ batch, state: answer.status === 200 ? 'acked' : 'refused' });
    if (answer.status === 200) await answer.arrayBuffer();
  } catch {
    note({ batch, state: 'unknown' });
  }
}

it(`loses no acknowledged event and counts none twice through ${KILLS} kills at random moments`, async () => {
  running = await app.boot();
  await createCountedRecords(running.strapi);
  const sign = receiptSigner(running.strapi);
  await running.stop();
  running = undefined;

  const units = Array.from({ length: 60 }, () => visitor());
  let batches = 0;
  const nextEvents = () =>
    Array.from({ length: 12 }, (_, index) => {
      const unit = units[Math.floor(Math.random() * units.length)] ?? visitor();
      const variant = Math.random() < 0.2 ? 'base' : 'tv';
      if (index % 4 === 0)
        return event('exposure', unit, {
          receipt: sign(unit, { variant, wouldBe: 'tv' }),
          dimensions: { device: variant },
        });
      if (index % 4 === 1)
        return event('exposure', unit, {
          receipt: sign(unit, { experience: SPLIT, variant: 'green', wouldBe: 'green' }),
        });
      return index % 4 === 2
        ? event('conversion', unit, { goal: 'order', value: Math.round(Math.random() * 9_999) / 100 })
        : event('interaction', unit);
    });

  const startedAt = Date.now();
  let next = prepareVictim(app.folder);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const victim = await next.start();
    if (kill < KILLS) next = prepareVictim(app.folder);
    let alive = true;
    const senders = Array.from({ length: SENDERS }, async () => {
      while (alive) {
        const batch = ++batches;
        const events = nextEvents();
        note({ batch, state: 'sent', events });
        await post(victim.url, batch, events);
      }
    });
    await wait(100 + Math.random() * 700);
    await victim.kill();
    alive = false;
    await Promise.all(senders);
  }
  const killed = Date.now() - startedAt;

  running = await app.boot();
  const ledger = readLedger();
  const acked = ledger.of('acked');
  expect(acked.length).toBeGreaterThan(KILLS);
  expect(ledger.of('unknown').length).toBeGreaterThan(0);
  const before = await storedCounts(running.strapi);
  const idsOf = (batch: number) => (ledger.events.get(batch) ?? []).map(({ id }) => id);
  const missing = acked.flatMap(idsOf).filter((id) => !before.eventIds.has(id));
  expect(missing).toEqual([]);
  expect(before.rows).toBe(before.eventIds.size);
  expect(before.rollups).toEqual(await recountFromRaw(running.strapi));

  // Whoever got no answer sends again: then everything that was ever sent is there, once.
  for (const batch of ledger.of('unknown', 'refused')) {
    const events = ledger.events.get(batch) as object[];
    await running.http
      .post('/api/contextual/collect')
      .send({ sentAt: new Date().toISOString(), events })
      .expect(200);
  }
  const after = await storedCounts(running.strapi);
  const sent = [...ledger.events.keys()].flatMap(idsOf);
  expect(after.rows).toBe(sent.length);
  expect(sent.filter((id) => !after.eventIds.has(id))).toEqual([]);
  expect(after.exposures).toBe(sent.length / 2);
  expect(after.rollups).toEqual(await recountFromRaw(running.strapi));
  process.stdout.write(
    `${KILLS} kills in ${killed} ms: ${sent.length} events sent, ${acked.length} of ${batches} batches acknowledged\n`,
  );
}, 300_000);
