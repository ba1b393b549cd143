import type { Atom, AtomTable } from './atom-table';
import { placeOf } from './atom-table';
import { LAST_CODE } from './code-set';

/**
 * Which clauses to look at for a cell, as lists in contiguous arrays.
 *
 * A clause filed under single codes stands in the list of each. One filed under *at least* or *at most* stands in
 * its slot's `from` or `to` list, which is sorted so that the clauses of a code are its beginning: only their number
 * is kept per cell. Cells in a tree are asked outwards, from the one a value is in to all around it.
 */
export interface Postings {
  /** The first cell of each slot. */
  readonly base: Int32Array;
  /** Clauses of single codes, of *at least* and of *at most*; only those that hold any. */
  readonly lists: readonly ClauseLists[];
  /** By slot, for cells in a tree: the code around each; lists of single codes are to be asked for all of them. */
  readonly around: readonly (readonly number[] | undefined)[];
  /** The lists of single codes. */
  readonly single: ClauseLists;
}

/** Lists of clauses with the part of each that a cell takes: `start[cell]` to `end[cell]`. */
export interface ClauseLists {
  readonly clauses: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Collects what is filed. */
export interface PostingsWriter {
  file(atom: Atom, clause: number): void;
  /** @param table sealed */
  finish(table: AtomTable): Postings;
}

interface Filed {
  readonly slot: number;
  readonly code: number;
  readonly clause: number;
}

/** An empty file. */
export const postingsWriter = (): PostingsWriter => {
  const at: Filed[] = [];
  const from: Filed[] = [];
  const to: Filed[] = [];
  return {
    file: (atom, clause) => {
      const place = placeOf(atom);
      if (place === undefined) return;
      const { slot, set } = place;
      if ('codes' in set) for (const code of set.codes) at.push({ slot, code, clause });
      else if (set.from === set.to || (atom.kind === 'cells' && atom.axis.around !== undefined)) {
        at.push({ slot, code: set.from, clause });
      } else if (set.to < LAST_CODE && set.from === 1) to.push({ slot, code: set.to, clause });
      else from.push({ slot, code: set.from, clause });
    },
    finish: (table) => {
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
      const single = listsOf(at, base);
      const upwards = listsOf(from, base, 1);
      const downwards = listsOf(to, base, -1);
      const lists = [single, upwards, downwards].filter(({ clauses }) => clauses.length > 0);
      return { base, single, lists, around };
    },
  };
};

/**
 * @param order of the codes in a list, so that what a cell takes is its beginning: ascending, it takes all clauses up to
 * its own code, descending all from it on; absent: each cell takes those of its own code
 */
const listsOf = (filed: readonly Filed[], base: Int32Array, order?: 1 | -1): ClauseLists => {
  const cells = filed.length === 0 ? 0 : base.at(-1)!;
  const sorted = [...filed].sort(
    (a, b) => a.slot - b.slot || (order ?? 1) * (a.code - b.code) || a.clause - b.clause,
  );
  const start = new Int32Array(cells);
  const end = new Int32Array(cells);
  const seen = new Uint8Array(cells);
  sorted.forEach(({ slot, code }, position) => {
    const cell = base[slot]! + code;
    if (seen[cell] === 0) start[cell] = position;
    seen[cell] = 1;
    end[cell] = position + 1;
  });
  if (order !== undefined && cells > 0) {
    for (let slot = 0; slot + 1 < base.length; slot += 1)
      carry(base[slot]!, base[slot + 1]!, order, { start, end });
  }
  return { clauses: Int32Array.from(sorted, ({ clause }) => clause), start, end };
};

/** Lets the cells of one slot, in the order of its list, take what the cells before them take. */
const carry = (
  first: number,
  behind: number,
  order: 1 | -1,
  { start, end }: Omit<ClauseLists, 'clauses'>,
): void => {
  let from: number | undefined;
  let to = 0;
  for (let step = 0; step < behind - first; step += 1) {
    const cell = order === 1 ? first + step : behind - 1 - step;
    if (end[cell]! > 0) {
      from ??= start[cell]!;
      to = end[cell]!;
    }
    start[cell] = from ?? 0;
    end[cell] = to;
  }
};
