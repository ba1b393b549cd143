import { randomUUID } from 'node:crypto';
import type { DayOf } from '../../../../src/events/calendar-day';
import { botDay, exposureDay, goalDayDifference, type EventDayCell } from '../../../../src/events/event-day';
import { isFinal, participationOf, type Participation } from '../../../../src/events/participation';
import { difference, type RollupCell } from '../../../../src/events/rollup';
import { LIMITS } from '../../../../src/foundation/limits';
import { TABLE } from '../../constants';
import { toAsciiJson } from '../../database/ascii-json';
import { chunks } from '../../database/chunks';
import { sha256 } from '../../database/sha256';
import type { InTransaction, Transaction } from '../../database/transaction';
import type { RollupStore } from '../rollups';
import type { CountingFacts } from './counting-facts';
import { toEventRow, type PreparedEvent } from './event-row';
import { eventsOf, participationsOf, type UnitEvents } from './unit-history';
import { lockUnits, touchUnits } from './unit-lock';

/** What became of an event; `unit-limit` is a refusal. */
export type StoredOutcome = 'accepted' | 'duplicate' | 'unit-limit';

/** Stores events and moves everything that is counted from them, all or nothing. */
export type StoreEvents = (
  events: readonly PreparedEvent[],
  facts: CountingFacts,
  /** Epoch milliseconds. */
  receivedAt: number,
) => Promise<ReadonlyMap<string, StoredOutcome>>;

const DAY = 86_400_000;
const INSERT_ROWS = 100;
const UNITS_PER_READ = 50;

/** @param dayOf day in the project's time zone, for reports. */
export function createStoreEvents(
  inTransaction: InTransaction,
  rollups: RollupStore,
  dayOf: DayOf,
): StoreEvents {
  return (events, facts, receivedAt) =>
    inTransaction(async (trx) => {
      const today = new Date(receivedAt).toISOString().slice(0, 10);
      const units = distinct(events.flatMap(({ recorded }) => (recorded ? [recorded.unitHash] : []))).sort();
      await lockUnits(trx, units, today);
      const full = await unitsAtLimit(trx, units);
      // Whoever sent an id first is the one who is told "accepted", so it is that event which counts.
      const byHash = new Map([...events].reverse().map((event) => [event.hash, event]));
      const storable = [...byHash.values()].filter(
        ({ recorded }) => !recorded || !full.has(recorded.unitHash),
      );
      const fresh = await insertNew(trx, storable, today);
      const freshUnits = distinct([...fresh].flatMap((hash) => byHash.get(hash)?.recorded?.unitHash ?? []));
      const moves = await recount(trx, freshUnits, { facts, receivedAt, today, dayOf });
      const exposures = [...fresh].flatMap((hash) => dayOfExposure(byHash.get(hash), facts, dayOf));
      const botCount = [...fresh].filter((hash) => !byHash.get(hash)?.recorded).length;
      const bots = botCount > 0 ? [botDay(dayOf(receivedAt), botCount)] : [];
      await rollups.move(trx, { cells: moves.cells, days: [...moves.days, ...exposures, ...bots] });
      await touchUnits(trx, freshUnits, today);
      return new Map(
        [...byHash.values()].map((event): [string, StoredOutcome] => [
          event.hash,
          event.recorded && full.has(event.recorded.unitHash)
            ? 'unit-limit'
            : fresh.has(event.hash)
              ? 'accepted'
              : 'duplicate',
        ]),
      );
    });
}

/** Units that have more events than any visitor makes; each further one would cost more than the one before. */
async function unitsAtLimit(trx: Transaction, units: readonly string[]): Promise<Set<string>> {
  const full = new Set<string>();
  for (const piece of chunks(units, LIMITS.chunkRows)) {
    const rows = (await trx
      .table(TABLE.events)
      .select('unit_hash')
      .whereIn('unit_hash', piece)
      .groupBy('unit_hash')
      .havingRaw('count(*) >= ?', [LIMITS.unitEvents])) as { unit_hash: string }[];
    for (const row of rows) full.add(row.unit_hash);
  }
  return full;
}

/** Inserts what is not there yet. What carries this transaction's batch id afterwards is new. */
async function insertNew(
  trx: Transaction,
  events: readonly PreparedEvent[],
  today: string,
): Promise<Set<string>> {
  const batch = randomUUID().replaceAll('-', '');
  const ordered = [...events].sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const fresh = new Set<string>();
  for (const piece of chunks(ordered, INSERT_ROWS)) {
    const rows = piece.map((event) => toEventRow(event, batch, today));
    await trx.table(TABLE.events).insert(rows).onConflict('event_hash').ignore();
    const inserted = (await trx
      .table(TABLE.events)
      .select('event_hash')
      .whereIn(
        'event_hash',
        piece.map(({ hash }) => hash),
      )
      .andWhere({ batch })) as { event_hash: string }[];
    for (const row of inserted) fresh.add(row.event_hash);
  }
  return fresh;
}

interface Recount {
  readonly facts: CountingFacts;
  readonly receivedAt: number;
  readonly today: string;
  readonly dayOf: DayOf;
}

interface Moves {
  readonly cells: RollupCell[];
  readonly days: EventDayCell[];
}

/** Recomputes the participations of these units from their events and says what moves by it. */
async function recount(trx: Transaction, units: readonly string[], how: Recount): Promise<Moves> {
  const moves: Moves = { cells: [], days: [] };
  const since = oldestThatMatters(how);
  for (const piece of chunks(units, UNITS_PER_READ)) {
    const events = await eventsOf(trx, piece, since);
    const stored = await participationsOf(trx, piece);
    const changed: object[] = [];
    for (const unit of piece) {
      const unitEvents = events.get(unit);
      if (!unitEvents) continue;
      for (const after of unitParticipations(unitEvents, how)) {
        const key = participationKey(after.experience, unit);
        const data = toAsciiJson(after);
        const storedData = stored.get(key);
        if (storedData === data || storedData === null) continue;
        const before = storedData === undefined ? null : (JSON.parse(storedData) as Participation);
        if (before && isFinal(before, after, how.receivedAt)) continue;
        moves.cells.push(...difference(before, after));
        moves.days.push(...goalDayDifference(before, after));
        changed.push({
          part_key: key,
          unit_hash: unit,
          experience: after.experience,
          touched_day: how.today,
          data,
        });
      }
    }
    for (const rows of chunks(changed, INSERT_ROWS)) {
      await trx.table(TABLE.participations).insert(rows).onConflict('part_key').merge();
    }
  }
  return moves;
}

/** Whatever belongs to a participation that is not final; what is older may be deleted already, in part or whole. */
const oldestThatMatters = ({ facts, receivedAt }: Recount): number =>
  receivedAt - (facts.longestWindowDays + LIMITS.eventAgeDays + LIMITS.covariateDays) * DAY;

function unitParticipations({ kind, events }: UnitEvents, { facts, dayOf }: Recount): Participation[] {
  const experiences = distinct(events.flatMap(({ decision }) => decision?.experience ?? []));
  return experiences.flatMap((code) => {
    const known = facts.experiences.get(code);
    const participation = known ? participationOf(events, known, kind, dayOf) : null;
    return participation ? [participation] : [];
  });
}

function dayOfExposure(
  prepared: PreparedEvent | undefined,
  facts: CountingFacts,
  dayOf: DayOf,
): EventDayCell[] {
  const recorded = prepared?.recorded;
  const known = facts.experiences.get(recorded?.event.decision?.experience ?? '');
  const cell = recorded && known ? exposureDay(recorded.event, known, recorded.unitKind, dayOf) : null;
  return cell ? [cell] : [];
}

const participationKey = (experience: string, unit: string) => sha256(`${experience}:${unit}`);

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)];
