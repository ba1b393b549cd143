import { chunks } from '../../database/chunks';
import { sha256 } from '../../database/sha256';
import { TransactionConflict, type Transaction } from '../../database/transaction';
import type { Row } from './rollup-rows';

/** How cells of one table are told apart, added and stored. */
export interface AdditiveTable<Cell> {
  readonly name: string;
  readonly keyText: (cell: Cell) => string;
  readonly add: (a: Cell, b: Cell) => Cell;
  /** The same cell, holding nothing. */
  readonly empty: (cell: Cell) => Cell;
  readonly toColumns: (cell: Cell) => Row;
  readonly fromRow: (row: Row) => Cell;
}

/** Cells of a table, few enough columns each for the parameter limits of all three databases. */
const ROWS_PER_STATEMENT = 100;

/**
 * Adds cells to what is stored, each row once and in the order of the keys, so that two transactions that
 * move the same rows wait for each other instead of blocking each other. The sums are added here and not in
 * the database, whose numbers are not exact at any size.
 */
export async function addToTable<Cell>(
  trx: Transaction,
  table: AdditiveTable<Cell>,
  cells: readonly Cell[],
): Promise<void> {
  const moves = new Map<string, Cell>();
  for (const cell of cells) {
    const key = sha256(table.keyText(cell));
    const known = moves.get(key);
    moves.set(key, known ? table.add(known, cell) : cell);
  }
  const keys = [...moves.keys()].sort();
  for (const piece of chunks(keys, ROWS_PER_STATEMENT)) {
    const stored = await lockRows(trx, table, piece, moves);
    const rows = piece.map((key) => {
      const move = moves.get(key) as Cell;
      const before = stored.get(key);
      if (!before) throw new TransactionConflict(`${table.name}: a row left while it was awaited`);
      return { cell_key: key, ...table.toColumns(table.add(before, move)) };
    });
    await trx.table(table.name).insert(rows).onConflict('cell_key').merge();
  }
}

/** The rows of `keys`, locked until the transaction ends; missing ones are made, holding nothing. */
async function lockRows<Cell>(
  trx: Transaction,
  table: AdditiveTable<Cell>,
  keys: readonly string[],
  moves: ReadonlyMap<string, Cell>,
): Promise<Map<string, Cell>> {
  const select = async () => {
    const rows = (await trx
      .table(table.name)
      .whereIn('cell_key', [...keys])
      .orderBy('cell_key')
      .forUpdate()) as Row[];
    return new Map(rows.map((row) => [String(row.cell_key), table.fromRow(row)]));
  };
  const stored = await select();
  const missing = keys.filter((key) => !stored.has(key));
  if (missing.length === 0) return stored;
  const empty = missing.map((key) => ({
    cell_key: key,
    ...table.toColumns(table.empty(moves.get(key) as Cell)),
  }));
  await trx.table(table.name).insert(empty).onConflict('cell_key').ignore();
  return select();
}
