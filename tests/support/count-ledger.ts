import type { Core } from '@strapi/types';

/** Everything that is counted, as plain rows without ids, so that two databases can be compared. */
export async function countsOf(strapi: Core.Strapi): Promise<{ rollups: object[]; days: object[] }> {
  return {
    rollups: await rowsOf(strapi, 'contextual_rollups', 'n'),
    days: await rowsOf(strapi, 'contextual_event_days', 'count'),
  };
}

/** Rows that hold something, by key. A cell whose units all moved on stays as zeros. */
async function rowsOf(strapi: Core.Strapi, table: string, total: string): Promise<object[]> {
  const rows = (await strapi.db.getConnection(table).orderBy('cell_key')) as Record<string, unknown>[];
  return rows
    .map(({ id: _id, ...row }) => row)
    .filter(
      (row) =>
        row[total] !== '0' ||
        ['y', 'd', 'value', 'x'].some((sum) => row[sum] !== undefined && row[sum] !== '0'),
    );
}

/** Empties every table that counts or is counted from. */
export async function forgetAllEvents(strapi: Core.Strapi): Promise<void> {
  for (const table of ['events', 'participations', 'rollups', 'event_days', 'quarantine']) {
    await strapi.db.getConnection(`contextual_${table}`).delete();
  }
}
