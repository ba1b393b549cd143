import { calendarDay } from '../../src/events/calendar-day';
import type { ExperienceFacts } from '../../src/events/experience-facts';
import { participationOf, type Participation } from '../../src/events/participation';
import type { RecordedEvent } from '../../src/events/recorded-event';
import { addSums, difference, NO_SUMS, type RollupCell, rollupKeyText } from '../../src/events/rollup';
import { DEFAULT_GOAL } from '../../src/model/goal';
import { report } from '../../src/reports/report';
import type { Effort, Line } from './line';
import { type Random, seeded } from './random';

const DAY = 86_400_000;
const START = Date.parse('2026-03-02T00:00:00Z');
const DAYS = 12;
const UNITS = 400;
const dayOf = calendarDay('Europe/Berlin');

const FACTS: ExperienceFacts = {
  code: 'hero',
  selection: 'split',
  variants: new Set(['base', 'a']),
  goals: [DEFAULT_GOAL],
  entries: new Set(),
};

interface UnitEvent extends RecordedEvent {
  readonly unit: number;
}

/** Does a report stay the same, to the last digit, when its events come in another order, in other batches, and again? */
export function replays(effort: Effort, seed: number): Line[] {
  const random = seeded(seed);
  const rounds = Math.max(5, Math.round(effort.few / 100));
  let same = 0;
  for (let round = 0; round < rounds; round += 1) {
    const events = draw(random);
    const once = reported(ingest([events]));
    const again = shuffled([...events, ...events.filter(() => random() < 0.5)], random);
    const batches: UnitEvent[][] = [];
    for (let from = 0; from < again.length; ) {
      const to = from + 1 + Math.floor(random() * 200);
      batches.push(again.slice(from, to));
      from = to;
    }
    if (reported(ingest(batches)) === once) same += 1;
  }
  return [
    {
      section: 'Events replayed, split, re-ordered',
      what: 'the report, verdict included',
      measured: `${same} of ${rounds} the same to the last digit`,
      bound: 'all',
      value: same,
      least: rounds,
      most: rounds,
      beside: `${UNITS} units each, half of their events sent twice, in shuffled batches`,
    },
  ];
}

function draw(random: Random): UnitEvent[] {
  const events: UnitEvent[] = [];
  for (let unit = 0; unit < UNITS; unit += 1) {
    const variant = random() < 0.5 ? 'base' : 'a';
    const decision = { experience: 'hero', variant, wouldBe: variant, propensity: 0.5, weightsVersion: 1 };
    const at = START + Math.floor(random() * DAYS * DAY);
    const event = (type: RecordedEvent['type'], time: number): UnitEvent => ({
      unit,
      hash: String(events.length).padStart(64, '0'),
      type,
      at: time,
      verification: 'signed',
      ...(type === 'exposure' && { decision }),
    });
    events.push(event('exposure', at));
    if (random() < 0.5) events.push(event('exposure', at + Math.floor(random() * 2 * DAY)));
    if (random() < 0.5) events.push(event('view', at - Math.floor(random() * 3 * DAY)));
    if (random() < (variant === 'a' ? 0.4 : 0.2)) {
      events.push(event('interaction', at + Math.floor(random() * 9 * DAY)));
    }
  }
  return events;
}

/** What the server does with batches: recompute the units that are in them, move the rollups by the difference. */
function ingest(batches: readonly (readonly UnitEvent[])[]): RollupCell[] {
  const stored = new Map<number, Map<string, UnitEvent>>();
  const participations = new Map<number, Participation | null>();
  const cells = new Map<string, RollupCell>();
  for (const batch of batches) {
    for (const event of batch) {
      const own = stored.get(event.unit) ?? new Map<string, UnitEvent>();
      stored.set(event.unit, own.set(event.hash, event));
    }
    for (const unit of new Set(batch.map((event) => event.unit))) {
      const after = participationOf([...(stored.get(unit)?.values() ?? [])], FACTS, 'visitor', dayOf);
      for (const cell of difference(participations.get(unit) ?? null, after)) {
        const key = rollupKeyText(cell);
        cells.set(key, { ...cell, sums: addSums(cells.get(key)?.sums ?? NO_SUMS, cell.sums) });
      }
      participations.set(unit, after);
    }
  }
  return [...cells.values()];
}

const reported = (cells: readonly RollupCell[]): string =>
  JSON.stringify(
    report(
      { cells, days: [] },
      {
        experience: 'hero',
        selection: 'split',
        goal: DEFAULT_GOAL.code,
        goals: [DEFAULT_GOAL],
        today: '2026-04-01',
        weightsVersions: [
          {
            version: 1,
            holdout: 0,
            ranges: [
              { variant: 'base', from: 0, to: 5000 },
              { variant: 'a', from: 5000, to: 10_000 },
            ],
          },
        ],
      },
    ),
  );

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const list = [...items];
  for (let index = list.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [list[index], list[other]] = [list[other] as T, list[index] as T];
  }
  return list;
}
