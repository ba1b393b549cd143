import type { Strapi } from '../../strapi';

/** Makes a query on a table that has no model of its own, such as a join table. */
export type RawTables = (table: string) => RawQuery;

/** Strapi's query builder, whose own types know nothing of our tables. */
export type RawQuery = ReturnType<Strapi['db']['getConnection']>;

/**
 * Raw queries that join the running transaction. Without it they would wait for SQLite's only connection,
 * which the transaction holds, for ever.
 */
export async function rawTables(strapi: Strapi): Promise<RawTables> {
  if (!strapi.db.inTransaction()) return (table) => strapi.db.getConnection(table);
  // Inside a transaction this joins it and opens nothing.
  const { get } = await strapi.db.transaction();
  const trx = get();
  return (table) => strapi.db.getConnection(table).transacting(trx as never);
}
