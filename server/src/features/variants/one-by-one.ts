import type { Strapi } from '../../strapi';

/** The work that each running transaction waits for. */
const queues = new WeakMap<object, Promise<unknown>>();

/**
 * Runs pieces of work of the same transaction one after the other. Strapi's bulk actions delete many documents at
 * once in one transaction, where no lock of the database keeps them apart: each would forget what the others
 * changed between its reading and its writing.
 */
export async function oneByOne<T>(strapi: Strapi, work: () => Promise<T>): Promise<T> {
  if (!strapi.db.inTransaction()) return work();
  // Inside a transaction this joins it and opens nothing.
  const { get } = await strapi.db.transaction();
  const transaction = get() as unknown as object;
  const before = queues.get(transaction) ?? Promise.resolve();
  const mine = before.then(work, work);
  queues.set(transaction, mine);
  return mine;
}
