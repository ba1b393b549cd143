import { setTimeout as wait } from 'node:timers/promises';
import type { RecordUid } from '../../constants';
import { isConflict, isDuplicate } from '../../database/transaction';
import type { Strapi } from '../../strapi';

const ATTEMPTS = 6;

/**
 * Runs `work` in one database transaction, or in the one that is already open around it; Strapi's own
 * calls inside join it. A throw undoes everything. Where the database had to give up one of two, or a row that
 * was looked for in vain came in between, the work is run again from its start: only the outermost may, because
 * nothing of a transaction is left by then. (Strapi types the result as a promise of a promise.)
 */
export async function inTransaction<T>(strapi: Strapi, work: () => Promise<T>): Promise<T> {
  const run = () => strapi.db.transaction(work) as unknown as Promise<T>;
  if (strapi.db.inTransaction()) return run();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= ATTEMPTS || !(isConflict(error) || isDuplicate(error))) throw error;
      await wait(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/**
 * Holds the record with this code, if there is one, until the transaction ends; SQLite has one writer anyway.
 * Take it before anything is read: MySQL shows a transaction what was there at its first plain read.
 */
export const lockRecord = (strapi: Strapi, uid: RecordUid, code: string): Promise<void> =>
  lockRecords(strapi, uid, { code });

/** The same for all records that `where` finds, in one order. */
export async function lockRecords(strapi: Strapi, uid: RecordUid, where: object): Promise<void> {
  await strapi.db.queryBuilder(uid).select('id').where(where).orderBy({ id: 'asc' }).forUpdate().execute();
}
