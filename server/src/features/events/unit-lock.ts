import { LIMITS } from '../../../../src/foundation/limits';
import { TABLE } from '../../constants';
import { chunks } from '../../database/chunks';
import { sha256 } from '../../database/sha256';
import { TransactionConflict, type Transaction } from '../../database/transaction';

/**
 * Holds every participation of these units until the transaction ends, in key order. The lock is a row of its
 * own per unit, because a unit's first exposure and its first conversion may come at the same time, when there
 * is no participation yet to lock.
 * @param units SHA-256 of units. @param today UTC day.
 * @throws TransactionConflict when a unit is erased meanwhile.
 */
export async function lockUnits(trx: Transaction, units: readonly string[], today: string): Promise<void> {
  const rows = units
    .map((unit) => ({ part_key: lockKey(unit), unit_hash: unit, experience: '', touched_day: today }))
    .sort((a, b) => (a.part_key < b.part_key ? -1 : 1));
  for (const piece of chunks(rows, LIMITS.chunkRows / 5)) {
    await trx.table(TABLE.participations).insert(piece).onConflict('part_key').ignore();
    const locked = (await trx
      .table(TABLE.participations)
      .select('part_key')
      .whereIn(
        'part_key',
        piece.map((row) => row.part_key),
      )
      .orderBy('part_key')
      .forUpdate()) as unknown[];
    if (locked.length !== piece.length)
      throw new TransactionConflict('a unit was erased while it was awaited');
  }
}

/** Notes when a unit was last heard of, so that retention knows whose lock rows nobody needs. */
export async function touchUnits(trx: Transaction, units: readonly string[], today: string): Promise<void> {
  for (const piece of chunks(units, LIMITS.chunkRows)) {
    await trx
      .table(TABLE.participations)
      .whereIn('part_key', piece.map(lockKey))
      .whereNot({ touched_day: today })
      .update({ touched_day: today });
  }
}

const lockKey = (unit: string) => sha256(`:${unit}`);
