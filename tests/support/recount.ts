import { createHash } from 'node:crypto';
import type { Core } from '@strapi/types';
import { fromEventRow } from '../../server/src/features/events/event-row';
import { calendarDay } from '../../src/events/calendar-day';
import type { ExperienceFacts } from '../../src/events/experience-facts';
import { participationOf } from '../../src/events/participation';
import type { RecordedEvent } from '../../src/events/recorded-event';
import {
  addSums,
  isNothing,
  NO_SUMS,
  rollupCells,
  rollupKeyText,
  sumsFrom,
  type RollupSums,
} from '../../src/events/rollup';
import { DEFAULT_GOAL, type Goal } from '../../src/model/goal';
import { RELEVANCE, SPLIT } from './counting';

type Row = Record<string, any>;
type Counts = Record<string, Record<string, string>>;

/** What the tables hold. Ids are known again by their hash, so `eventIds.has` takes the id that was sent. */
export async function storedCounts(strapi: Core.Strapi) {
  const events = (await strapi.db.getConnection('contextual_events').select('event_hash')) as Row[];
  const hashes = new Set(events.map(({ event_hash }) => event_hash as string));
  const rollups = (await strapi.db.getConnection('contextual_rollups')) as Row[];
  const days = (await strapi.db.getConnection('contextual_event_days')) as Row[];
  return {
    rows: events.length,
    eventIds: {
      size: hashes.size,
      has: (id: string) => hashes.has(createHash('sha256').update(id).digest('hex')),
    },
    exposures: days
      .filter(({ measure }) => measure === 'exposure')
      .reduce((sum, { count }) => sum + Number(count), 0),
    rollups: asText(
      new Map(
        rollups.map((row) => [
          rollupKeyText({
            experience: row.experience,
            variant: row.variant,
            wouldBe: row.would_be,
            weightsVersion: Number(row.weights_version),
            unitKind: row.unit_kind,
            day: row.day,
            dimension: row.dimension,
            level: JSON.parse(row.level),
            goal: row.goal,
          }),
          sumsFrom((name) => BigInt(row[name])),
        ]),
      ),
    ),
  };
}

const ORDER: Goal = {
  ...DEFAULT_GOAL,
  code: 'order',
  event: 'order-completed',
  kind: 'value',
  scope: 'visitor',
  cap: 500,
  currency: 'EUR',
};

const FACTS: readonly ExperienceFacts[] = [
  {
    code: RELEVANCE,
    selection: 'relevance',
    variants: new Set(),
    goals: [DEFAULT_GOAL, ORDER],
    entries: new Set(),
  },
  { code: SPLIT, selection: 'split', variants: new Set(), goals: [DEFAULT_GOAL, ORDER], entries: new Set() },
];

/** The rollups as one pass over all raw events gives them, without any of the steps that led to those stored. */
export async function recountFromRaw(strapi: Core.Strapi): Promise<Counts> {
  const rows = (await strapi.db.getConnection('contextual_events').whereNotNull('unit_hash')) as Row[];
  const units = new Map<string, RecordedEvent[]>();
  for (const row of rows) units.set(row.unit_hash, [...(units.get(row.unit_hash) ?? []), fromEventRow(row)]);
  const sums = new Map<string, RollupSums>();
  for (const events of units.values()) {
    for (const facts of FACTS) {
      const participation = participationOf(events, facts, 'visitor', calendarDay('UTC'));
      for (const cell of participation ? rollupCells(participation) : []) {
        const key = rollupKeyText(cell);
        sums.set(key, addSums(sums.get(key) ?? NO_SUMS, cell.sums));
      }
    }
  }
  return asText(sums);
}

/** Cells that hold something, as text in the order of their keys. */
const asText = (cells: ReadonlyMap<string, RollupSums>): Counts =>
  Object.fromEntries(
    [...cells]
      .filter(([, sums]) => !isNothing(sums))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, sums]) => [
        key,
        Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, String(sum)])),
      ]),
  );
