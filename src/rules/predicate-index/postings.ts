import type { Atom, AtomTable } from './atom-table';
import { placeOf } from './atom-table';
import { LAST_CODE } from './code-set';
import { GATED_WIDTH, type WrittenClause } from './residual-program';

/**
 * Which clauses to look at for a cell, in contiguous arrays.
 *
 * A clause filed under single codes stands at each of them. One filed under *at least* or *at most* stands at its
 * bound: as the clauses of a slot follow each other by code, a value meets those of *at least* from the beginning
 * of its slot to its own cell, and those of *at most* from its cell to the end. Cells in a tree are asked outwards,
 * from the one a value is in to all around it.
 */
export interface Postings {
  /** The first cell of each slot, and the end. */
  readonly base: Int32Array;
  readonly single: ClausesByCell;
  readonly atLeast: ClausesByCell;
  readonly atMost: ClausesByCell;
  /** By slot: where anything of it is filed; a sum of {@link IN}. Most slots are in one file only. */
  readonly filed: Uint8Array;
  /** By slot, for cells in a tree: the code around each; single codes are to be asked for all of them. */
  readonly around: readonly (readonly number[] | undefined)[];
}

/**
 * The clauses of cell `c` are those from `start[c]` to `start[c + 1]`, as they are in `WrittenClause.gated`. Nothing
 * filed: both are empty.
 */
export interface ClausesByCell {
  readonly start: Int32Array;
  readonly clauses: Int32Array;
}

/** The three files. */
export const IN = { single: 1, atLeast: 2, atMost: 4 } as const;

/** Collects what is filed. */
interface PostingsWriter {
  file(atom: Atom, clause: WrittenClause['gated']): void;
  finish(): Postings;
}

/** An empty file. @param table sealed */
export const postingsWriter = (table: AtomTable): PostingsWriter => {
  const slots = table.slots();
  const sizes = new Int32Array(slots).fill(2);
  const around: (readonly number[] | undefined)[] = new Array<undefined>(slots).fill(undefined);
  for (const { axes } of table.attributes) {
    for (const { slot, axis } of axes) {
      sizes[slot] = axis.size;
      around[slot] = axis.around?.some((code) => code > 0) ? axis.around : undefined;
    }
  }
  const base = new Int32Array(slots + 1);
  for (let slot = 0; slot < slots; slot += 1) base[slot + 1] = base[slot]! + sizes[slot]!;

  const files = { single: newFile(), atLeast: newFile(), atMost: newFile() };
  const filed = new Uint8Array(slots);
  return {
    file: (atom, clause) => {
      const place = placeOf(atom);
      if (place === undefined) return;
      const { slot, set } = place;
      const put = (file: keyof typeof IN, code: number): void => {
        const { cells, clauses } = files[file];
        cells.push(base[slot]! + code);
        clauses.push(clause);
        filed[slot]! |= IN[file];
      };
      if ('codes' in set) for (const code of set.codes) put('single', code);
      else if (set.from === set.to || (atom.kind === 'cells' && atom.axis.around !== undefined)) {
        put('single', set.from);
      } else if (set.to < LAST_CODE && set.from === 1) put('atMost', set.to);
      else put('atLeast', set.from);
    },
    finish: () => ({
      base,
      single: byCell(files.single, base.at(-1)!),
      atLeast: byCell(files.atLeast, base.at(-1)!),
      atMost: byCell(files.atMost, base.at(-1)!),
      filed,
      around,
    }),
  };
};

/** What is filed, one entry after another. */
interface CellFile {
  readonly cells: number[];
  readonly clauses: WrittenClause['gated'][];
}

const newFile = (): CellFile => ({ cells: [], clauses: [] });

/** Counting sort: the clauses of a cell stay in the order in which they were filed. */
const byCell = ({ cells, clauses }: CellFile, size: number): ClausesByCell => {
  if (cells.length === 0) return { start: new Int32Array(0), clauses: new Int32Array(0) };
  const start = new Int32Array(size + 1);
  for (const cell of cells) start[cell + 1]! += GATED_WIDTH;
  for (let cell = 0; cell < size; cell += 1) start[cell + 1]! += start[cell]!;
  const next = start.slice();
  const sorted = new Int32Array(GATED_WIDTH * cells.length);
  cells.forEach((cell, at) => {
    const clause = clauses[at]!;
    for (let number = 0; number < GATED_WIDTH; number += 1) sorted[next[cell]! + number] = clause[number]!;
    next[cell]! += GATED_WIDTH;
  });
  return { start, clauses: sorted };
};
