import type { Steps } from '../../foundation/steps';
import type { Atom, AtomTable } from './atom-table';
import { placeOf } from './atom-table';
import { LAST_CODE } from './code-set';
import { countingSort } from './counting-sort';
import { BITS_GATE, type Gate, type GatedClause } from './residual-program';

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
 * The clauses of cell `c` are those from `start[c]` to `start[c + 1]`, {@link POSTING_WIDTH} numbers each. Nothing
 * filed: both are empty.
 */
export interface ClausesByCell {
  readonly start: Int32Array;
  readonly clauses: Int32Array;
}

/**
 * Numbers of a clause in a list: its rule, the rest of its tests, three of its gate, and where to go on if the gate
 * fails: behind those that follow and fail with it. So of a hundred clauses that ask for more and more visits, a
 * visitor meets those that he passes and one more.
 */
export const POSTING_WIDTH = 6;

/** The three files. */
export const IN = { single: 1, atLeast: 2, atMost: 4 } as const;

/** Collects what is filed. */
interface PostingsWriter {
  /** The first cell of each slot, and the end. */
  readonly base: Int32Array;
  file(atom: Atom, clause: GatedClause): void;
  finishSteps(): Steps<Postings>;
}

/** An empty file. @param table sealed */
export const postingsWriter = (table: AtomTable): PostingsWriter => {
  const slots = table.slots();
  const sizes = table.slotSizes();
  const around: (readonly number[] | undefined)[] = new Array<undefined>(slots).fill(undefined);
  for (const { axes } of table.attributes) {
    for (const { slot, axis } of axes) {
      around[slot] = axis.around?.some((code) => code > 0) ? axis.around : undefined;
    }
  }
  const base = new Int32Array(slots + 1);
  for (let slot = 0; slot < slots; slot += 1) base[slot + 1] = base[slot]! + sizes[slot]!;

  const files = { single: newFile(), atLeast: newFile(), atMost: newFile() };
  const filed = new Uint8Array(slots);
  return {
    base,
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
    finishSteps: function* () {
      const size = base.at(-1)!;
      return {
        base,
        single: yield* byCell(files.single, size),
        atLeast: yield* byCell(files.atLeast, size),
        atMost: yield* byCell(files.atMost, size),
        filed,
        around,
      };
    },
  };
};

/** What is filed, one entry after another. */
interface CellFile {
  readonly cells: number[];
  readonly clauses: GatedClause[];
}

const newFile = (): CellFile => ({ cells: [], clauses: [] });

/** Cells between two pauses of the sorting. */
const CELLS_A_STEP = 256;

/** By cell, and the clauses of each cell by their gates. */
function* byCell({ cells, clauses }: CellFile, size: number): Steps<ClausesByCell> {
  if (cells.length === 0) return { start: new Int32Array(0), clauses: new Int32Array(0) };
  const { start, order } = countingSort(cells, size);
  yield;
  const numbers = new Int32Array(POSTING_WIDTH * cells.length);
  for (let cell = 0; cell < size; cell += 1) {
    const [from, behind] = [start[cell]!, start[cell + 1]!];
    if (behind > from) {
      const here = Array.from(order.subarray(from, behind), (at) => clauses[at]!);
      writeList(numbers, from, here);
    }
    if (cell % CELLS_A_STEP === 0) yield;
  }
  return { start: start.map((position) => POSTING_WIDTH * position), clauses: numbers };
}

/** Clauses that are looked through in one go, as those of a cell are. */
export const listOf = (clauses: GatedClause[]): Int32Array => {
  const numbers = new Int32Array(POSTING_WIDTH * clauses.length);
  writeList(numbers, 0, clauses);
  return numbers;
};

/** Writes clauses from the one of a position on. Sorts them. */
const writeList = (numbers: Int32Array, position: number, clauses: GatedClause[]): void => {
  if (clauses.length > 1) clauses.sort(byGate);
  let goOn = 0;
  for (let at = clauses.length - 1; at >= 0; at -= 1) {
    const clause = clauses[at]!;
    const next = clauses[at + 1];
    if (next === undefined || !failsWith(next.gate, clause.gate)) goOn = POSTING_WIDTH * (position + at + 1);
    const first = POSTING_WIDTH * (position + at);
    const [slot, from, width] = clause.gate;
    numbers[first] = clause.rule;
    numbers[first + 1] = clause.rest;
    numbers[first + 2] = slot;
    numbers[first + 3] = from;
    numbers[first + 4] = width;
    numbers[first + 5] = goOn;
  }
};

/** Equal gates beside each other; of *at least* and *at most* first those that most visitors pass. */
const byGate = ({ gate: a }: GatedClause, { gate: b }: GatedClause): number =>
  a[0] - b[0] || a[1] - b[1] || b[2] - a[2];

/** Does a gate fail whenever another one does? Said of equal gates, and of runs of codes inside each other. */
const failsWith = (one: Gate, other: Gate): boolean => {
  const [slot, from, width] = one;
  if (slot !== other[0]) return false;
  if (from === other[1] && width === other[2]) return true;
  const isRun = slot >= 0 && slot < BITS_GATE;
  return isRun && from >= other[1] && from + width <= other[1] + other[2];
};
