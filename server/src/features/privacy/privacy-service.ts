import { LIMITS } from '../../../../src/foundation/limits';
import type { EraseResponse } from '../../../../src/protocol/privacy';
import { TABLE } from '../../constants';
import { chunks } from '../../database/chunks';
import type { InTransaction, Transaction } from '../../database/transaction';
import type { Strapi } from '../../strapi';
import { lockUnits, VISITOR_COLUMNS } from '../events';

/** What becomes of visitors' rows. */
export interface PrivacyService {
  /** Forgets one unit, see {@link PrivacyServiceParts.unitHash}; rollups stay, they name nobody. */
  erase(unitHash: string): Promise<EraseResponse['data']>;
  /** Deletes what is older than it may be. Harmless when run twice. @returns events deleted. */
  retain(now: number): Promise<number>;
}

export interface PrivacyServiceParts {
  readonly strapi: Strapi;
  readonly inTransaction: InTransaction;
  readonly now: () => number;
  readonly rawEventDays: number;
  /** Days of the longest goal window; its events are needed until it has passed. */
  readonly longestWindowDays: () => Promise<number>;
}

const DAY = 86_400_000;
const UNITS_PER_TRANSACTION = 100;

/** Erasing and retention over the tables of events. */
export function createPrivacyService(parts: PrivacyServiceParts): PrivacyService {
  const { strapi, inTransaction } = parts;
  return {
    erase: (unitHash) =>
      inTransaction(async (trx) => {
        await lockUnits(trx, [unitHash], utcDay(parts.now()));
        const events = await emptyEvents(trx, unitHash);
        const participations = await trx
          .table(TABLE.participations)
          .where({ unit_hash: unitHash })
          .whereNot({ experience: '' })
          .delete();
        await trx.table(TABLE.participations).where({ unit_hash: unitHash }).delete();
        return { events, participations: Number(participations) };
      }),
    retain: async (now) => {
      const accepted = LIMITS.eventAgeDays;
      // A day more on each, because rows carry the day and not the hour.
      const needed = accepted + (await parts.longestWindowDays()) + LIMITS.covariateDays + 1;
      const rawDays = Math.max(parts.rawEventDays, needed);
      const oldest = utcDay(now - rawDays * DAY);
      const deleted = await deleteOld(strapi, TABLE.events, 'received_day', oldest);
      const hashes = await deleteBareHashes(strapi, utcDay(now - (accepted + 1) * DAY));
      // In this order: a participation must not leave before the events that it would be made of again.
      await forgetSilentUnits(inTransaction, oldest);
      await emptyParticipations(strapi, oldest);
      await deleteOld(strapi, TABLE.quarantine, 'received_at', now - rawDays * DAY);
      return deleted + hashes;
    },
  };
}

/** Only the hash of the id and the day stay, so that a late retry is still known as one. */
async function emptyEvents(trx: Transaction, unitHash: string): Promise<number> {
  const rows = (await trx.table(TABLE.events).select('id').where({ unit_hash: unitHash })) as {
    id: number;
  }[];
  const nothing = Object.fromEntries(VISITOR_COLUMNS.map((column) => [column, null]));
  for (const piece of chunks(rows, LIMITS.chunkRows)) {
    await trx
      .table(TABLE.events)
      .whereIn(
        'id',
        piece.map(({ id }) => id),
      )
      .update(nothing);
  }
  return rows.length;
}

/**
 * Small statements, each a transaction of its own: nobody else waits long, on SQLite neither.
 * @param before rows of it stay.
 */
async function deleteOld(
  strapi: Strapi,
  table: string,
  column: string,
  before: string | number,
): Promise<number> {
  for (let deleted = 0; ; ) {
    const rows = (await strapi.db
      .getConnection(table)
      .select('id')
      .where(column, '<', before)
      .limit(LIMITS.chunkRows)) as Row[];
    if (rows.length === 0) return deleted;
    deleted += Number(await strapi.db.getConnection(table).whereIn('id', idsOf(rows)).delete());
  }
}

/** Ids and days grow together, so the first page that holds a young one is the last to be looked at. */
async function deleteBareHashes(strapi: Strapi, before: string): Promise<number> {
  const events = () => strapi.db.getConnection(TABLE.events);
  for (let deleted = 0; ; ) {
    const rows = (await events()
      .select('id', 'received_day')
      .whereNull('unit_hash')
      .orderBy('id')
      .limit(LIMITS.chunkRows)) as (Row & { received_day: string })[];
    const old = rows.filter(({ received_day: day }) => day < before);
    if (old.length > 0) deleted += Number(await events().whereIn('id', idsOf(old)).delete());
    if (old.length < LIMITS.chunkRows) return deleted;
  }
}

/**
 * Units of whom no raw event is left: their participations leave with them, and should such a visitor come back,
 * it is a new unit. As long as one is heard of, its first exposure stays the first.
 */
async function forgetSilentUnits(inTransaction: InTransaction, before: string): Promise<void> {
  for (let found = UNITS_PER_TRANSACTION; found === UNITS_PER_TRANSACTION; ) {
    found = await inTransaction(async (trx) => {
      const units = (await trx
        .table(TABLE.participations)
        .select('unit_hash')
        .where({ experience: '' })
        .andWhere('touched_day', '<', before)
        .orderBy('touched_day')
        .limit(UNITS_PER_TRANSACTION)
        .forUpdate()) as { unit_hash: string }[];
      const hashes = units.map(({ unit_hash }) => unit_hash);
      await trx.table(TABLE.participations).whereIn('unit_hash', hashes).delete();
      return units.length;
    });
  }
}

/** Of whoever is still heard of, only the fact of having taken part outlives the raw events. */
async function emptyParticipations(strapi: Strapi, before: string): Promise<void> {
  const participations = () => strapi.db.getConnection(TABLE.participations);
  for (;;) {
    const rows = (await participations()
      .select('id')
      .whereNot({ experience: '' })
      .andWhere('touched_day', '<', before)
      .limit(LIMITS.chunkRows)) as Row[];
    if (rows.length === 0) return;
    await participations()
      .whereIn('id', idsOf(rows))
      .andWhere('touched_day', '<', before)
      .update({ data: null, touched_day: null });
  }
}

interface Row {
  readonly id: number;
}

const idsOf = (rows: readonly Row[]): number[] => rows.map(({ id }) => id);

const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
