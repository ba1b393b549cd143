import { eventDayKeyText, type EventDayCell } from '../../../../src/events/event-day';
import { addSums, NO_SUMS, rollupKeyText, type RollupCell } from '../../../../src/events/rollup';
import { LIMITS } from '../../../../src/foundation/limits';
import { TABLE } from '../../constants';
import type { Transaction } from '../../database/transaction';
import type { Strapi } from '../../strapi';
import { addToTable, type AdditiveTable } from './additive-table';
import { eventDayColumns, eventDayFrom, rollupColumns, rollupFrom, type Row } from './rollup-rows';

/** What a transaction of ingest changes in the counts. */
export interface RollupMoves {
  readonly cells: readonly RollupCell[];
  readonly days: readonly EventDayCell[];
}

/** All that reports read: additive counts, never an event. */
export interface RollupStore {
  /** Adds inside the running transaction; both tables in the same order everywhere. */
  move(trx: Transaction, moves: RollupMoves): Promise<void>;
  /** All cells of one experience over all units, without the slices by dimension. */
  cells(experience: string): Promise<RollupCell[]>;
  days(experience: string): Promise<EventDayCell[]>;
  /** Events of bots, which are in no other number. */
  bots(): Promise<number>;
}

const ROLLUPS: AdditiveTable<RollupCell> = {
  name: TABLE.rollups,
  keyText: rollupKeyText,
  add: (a, b) => ({ ...b, sums: addSums(a.sums, b.sums) }),
  empty: (cell) => ({ ...cell, sums: NO_SUMS }),
  toColumns: rollupColumns,
  fromRow: rollupFrom,
};

const EVENT_DAYS: AdditiveTable<EventDayCell> = {
  name: TABLE.eventDays,
  keyText: eventDayKeyText,
  add: (a, b) => ({ ...b, count: a.count + b.count, value: a.value + b.value }),
  empty: (cell) => ({ ...cell, count: 0n, value: 0n }),
  toColumns: eventDayColumns,
  fromRow: eventDayFrom,
};

/** The rollups in the database of `strapi`. */
export function createRollupStore(strapi: Strapi): RollupStore {
  const cells = async (experience: string) => {
    const rows = await allRows(strapi, TABLE.rollups, { experience, dimension: '' });
    // Some collations call codes equal that differ in case.
    return rows.map(rollupFrom).filter((cell) => cell.experience === experience);
  };
  const days = async (experience: string) => {
    const rows = await allRows(strapi, TABLE.eventDays, { experience });
    return rows.map(eventDayFrom).filter((cell) => cell.experience === experience);
  };
  return {
    move: async (trx, moves) => {
      await addToTable(trx, ROLLUPS, moves.cells);
      await addToTable(trx, EVENT_DAYS, moves.days);
    },
    cells,
    days,
    bots: async () => (await days('')).reduce((sum, { count }) => sum + Number(count), 0),
  };
}

/** Read in pages, because SQLite has one connection and years of days are many rows. */
async function allRows(strapi: Strapi, table: string, where: Row): Promise<Row[]> {
  const all: Row[] = [];
  for (let last = 0; ; ) {
    const page = (await strapi.db
      .getConnection(table)
      .where(where)
      .andWhere('id', '>', last)
      .orderBy('id')
      .limit(LIMITS.readRows)) as Row[];
    all.push(...page);
    if (page.length < LIMITS.readRows) return all;
    last = Number(page.at(-1)?.id);
  }
}
