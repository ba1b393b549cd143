import type { Strapi } from '../strapi';

/** A query on one table. */
export type TableQuery = ReturnType<Strapi['db']['getConnection']>;

/** Runs work in a transaction of its own, again when the database had to give up one of two. */
export type InTransaction = <T>(work: (trx: Transaction) => Promise<T>) => Promise<T>;

/** A running transaction; every query of the work goes through it. */
export interface Transaction {
  /** A query on one of our tables. */
  table(name: string): TableQuery;
}

/** What another transaction's change made impossible; the work is run again from its start. */
export class TransactionConflict extends Error {}

const ATTEMPTS = 8;

/** Deadlock, serialisation failure, lock time-out, busy: by the names of PostgreSQL, MySQL/MariaDB and SQLite. */
const RETRYABLE: ReadonlySet<unknown> = new Set([
  '40001',
  '40P01',
  '55P03',
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
]);

const DUPLICATE: ReadonlySet<unknown> = new Set([
  '23505',
  'ER_DUP_ENTRY',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);

/**
 * Our own transactions, apart from those of Strapi's documents. They read committed data: what is read after a
 * lock must show what its last holder wrote, which the repeatable reads of MySQL would hide.
 * @param wait pauses so many milliseconds. @param random 0..1, spreads the attempts of rivals.
 */
export function createInTransaction(
  strapi: Strapi,
  wait: (milliseconds: number) => Promise<void>,
  random: () => number,
): InTransaction {
  return async (work) => {
    const isolation =
      strapi.db.dialect.client === 'sqlite' ? {} : { isolationLevel: 'read committed' as const };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await strapi.db.connection.transaction(
          (trx) => work({ table: (name) => strapi.db.getConnection(name).transacting(trx) }),
          isolation,
        );
      } catch (error) {
        if (attempt >= ATTEMPTS || !isConflict(error)) throw error;
        await wait(random() * 5 * 2 ** attempt);
      }
    }
  };
}

/** Did the database, or we, give up this transaction for another one? The same work may succeed the next time. */
export const isConflict = (error: unknown): boolean =>
  error instanceof TransactionConflict || RETRYABLE.has(codeOf(error));

/** Did a unique index refuse a row? */
export const isDuplicate = (error: unknown): boolean => DUPLICATE.has(codeOf(error));

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;
