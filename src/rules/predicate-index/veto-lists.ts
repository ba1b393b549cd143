import { placeOf } from './atom-table';
import type { CodeSet } from './code-set';
import type { CodedContext } from './context-coder';
import { countingSort } from './counting-sort';
import { lowestBit, type FoundRules } from './found-rules';
import type { TestNode } from './normal-form';
import type { GatedClause } from './residual-program';

/*
 * Clauses that say only who is *not* meant: nothing leads to them, because they hold for whoever sends nothing. So it
 * is turned round: each cell has a list of the clauses that it rules out. At first all of them are possible, a bit
 * each; the cells of a visitor clear the bits of what they rule out, and whatever is left matches. The work still follows
 * the number of clauses, but a step of it clears a bit, with no comparison that the processor could guess wrong. It is
 * the counting method of Yan & Garcia-Molina (Index Structures for Selective Dissemination of Information under the
 * Boolean Model, TODS 19(2), 1994), in which one objection is enough.
 */

/** What rules out what. */
export interface VetoLists {
  /** The rule of each clause. */
  readonly rules: Int32Array;
  /** The clauses that cell `c` rules out are those from `start[c]` to `start[c + 1]`. Both empty without clauses. */
  readonly start: Int32Array;
  readonly ruledOut: Int32Array;
}

/** Collects clauses. */
export interface VetoWriter {
  /** `false`: something in the clause is not the absence of a few cells, so it has to be looked at. */
  take(clause: GatedClause, test: TestNode): boolean;
  /** With the clauses that were taken in vain, because so few are looked at faster. */
  finish(): { readonly lists: VetoLists; readonly tooFew: readonly GatedClause[] };
}

/** Cells that may rule out one clause. */
const CELLS_OF_A_CLAUSE = 64;

/** From so many clauses on the lists are worth a walk over all cells of a visitor. */
const ENOUGH = 64;

const NO_LISTS: VetoLists = {
  rules: new Int32Array(0),
  start: new Int32Array(0),
  ruledOut: new Int32Array(0),
};

/**
 * Nothing yet.
 *
 * @param base the first cell of each slot, and the end
 */
export const vetoWriter = (base: Int32Array): VetoWriter => {
  const taken: GatedClause[] = [];
  const cells: number[] = [];
  const clauses: number[] = [];
  const cellsOf = (test: TestNode): readonly number[] | undefined => {
    const place = test.kind === 'test' && test.negated ? placeOf(test.atom) : undefined;
    if (place === undefined) return undefined;
    const first = base[place.slot]!;
    return codesIn(place.set, base[place.slot + 1]! - first)?.map((code) => first + code);
  };
  return {
    take: (clause, test) => {
      const out = new Set<number>();
      for (const one of test.kind === 'all' ? test.children : [test]) {
        const some = cellsOf(one);
        if (some === undefined) return false;
        for (const cell of some) out.add(cell);
      }
      if (out.size > CELLS_OF_A_CLAUSE) return false;
      for (const cell of out) {
        cells.push(cell);
        clauses.push(taken.length);
      }
      taken.push(clause);
      return true;
    },
    finish: () => {
      if (taken.length < ENOUGH) return { lists: NO_LISTS, tooFew: taken };
      const { start, order } = countingSort(cells, base.at(-1)!);
      const rules = Int32Array.from(taken, ({ rule }) => rule);
      return { lists: { rules, start, ruledOut: order.map((at) => clauses[at]!) }, tooFew: [] };
    },
  };
};

/** `undefined`: too many. @param size number of codes of the slot */
const codesIn = (set: CodeSet, size: number): readonly number[] | undefined => {
  if ('codes' in set) return set.codes;
  const length = Math.min(set.to, size - 1) - set.from + 1;
  return length > CELLS_OF_A_CLAUSE ? undefined : Array.from({ length }, (_, at) => set.from + at);
};

/**
 * Adds the rules of all clauses that a context leaves.
 *
 * @param base the first cell of each slot
 */
export const vetoRun = (
  { rules, start, ruledOut }: VetoLists,
  base: Int32Array,
  { codes, touched, touchedCount }: CodedContext,
  found: FoundRules,
): (() => void) => {
  const possible = allBits(rules.length);
  const left = new Int32Array(possible.length);
  return () => {
    if (rules.length === 0) return;
    left.set(possible);
    const slots = touchedCount();
    for (let at = 0; at < slots; at += 1) {
      const slot = touched[at]!;
      const cell = base[slot]! + codes[slot]!;
      for (let veto = start[cell]!; veto < start[cell + 1]!; veto += 1) {
        const clause = ruledOut[veto]!;
        left[clause >>> 5]! &= ~(1 << (clause & 31));
      }
    }
    for (let word = 0; word < left.length; word += 1) {
      for (let bits = left[word]!; bits !== 0; bits &= bits - 1) {
        found.add(rules[(word << 5) + lowestBit(bits)]!);
      }
    }
  };
};

const allBits = (count: number): Int32Array => {
  const bits = new Int32Array((count + 31) >>> 5).fill(-1);
  if ((count & 31) !== 0) bits[bits.length - 1] = ~(-1 << (count & 31));
  return bits;
};
