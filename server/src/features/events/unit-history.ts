import type { Participation } from '../../../../src/events/participation';
import type { RecordedEvent } from '../../../../src/events/recorded-event';
import { LIMITS } from '../../../../src/foundation/limits';
import { TABLE } from '../../constants';
import type { Transaction } from '../../database/transaction';
import { fromEventRow } from './event-row';

/** What one unit did. */
export interface UnitEvents {
  readonly kind: Participation['unitKind'];
  readonly events: RecordedEvent[];
}

/**
 * The events of these units from `since` (epoch milliseconds) on, by unit. Read in pages, because SQLite has one
 * connection and nobody else is served while a query runs.
 */
export async function eventsOf(
  trx: Transaction,
  units: readonly string[],
  since: number,
): Promise<Map<string, UnitEvents>> {
  const byUnit = new Map<string, UnitEvents>();
  let rest = [...units].sort();
  for (let last = 0; ; ) {
    const [current] = rest;
    const rows = (await trx
      .table(TABLE.events)
      .whereIn('unit_hash', rest)
      .andWhere((query) => query.whereNot({ unit_hash: current }).orWhere('id', '>', last))
      .andWhere('occurred_at', '>=', since)
      // The order of the index on units: a page needs no sorting and ends where the limit says.
      .orderBy([{ column: 'unit_hash' }, { column: 'id' }])
      .limit(LIMITS.readRows)) as Record<string, unknown>[];
    for (const row of rows) {
      const unit = String(row.unit_hash);
      const known = byUnit.get(unit) ?? { kind: row.unit_kind as UnitEvents['kind'], events: [] };
      known.events.push(fromEventRow(row));
      byUnit.set(unit, known);
    }
    const end = rows.at(-1);
    if (!end || rows.length < LIMITS.readRows) return byUnit;
    rest = rest.slice(rest.indexOf(String(end.unit_hash)));
    last = Number(end.id);
  }
}

/** Stored participations of these units by key, as they were written; `null` where retention emptied one. */
export async function participationsOf(
  trx: Transaction,
  units: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = (await trx
    .table(TABLE.participations)
    .select('part_key', 'data')
    .whereIn('unit_hash', [...units])
    .whereNot({ experience: '' })) as { part_key: string; data: string | null }[];
  return new Map(rows.map((row) => [row.part_key, row.data]));
}
