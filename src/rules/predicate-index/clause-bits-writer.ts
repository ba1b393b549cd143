import type { Steps } from '../../foundation/steps';
import type { Access } from './access';
import { placeOf, type Place } from './atom-table';
import { NO_BITS, type ClauseBits } from './clause-bits';
import { clauseLayout } from './clause-layout';
import { codeCount } from './code-set';
import type { TestNode } from './normal-form';
import type { WrittenClause } from './residual-program';

/** A clause that may be found by its bit, with what else could lead to it. */
export interface OftenAsked {
  readonly rule: number;
  readonly test: TestNode;
  readonly access: Access | undefined;
  readonly written: WrittenClause;
}

/** Collects clauses. */
export interface BitsWriter {
  /** `false`: the clause is rarely asked, or has tests that bits cannot say. */
  take(clause: OftenAsked): boolean;
  /** With the clauses that were taken in vain. */
  finishSteps(): Steps<{ readonly bits: ClauseBits; readonly others: readonly OftenAsked[] }>;
}

/** Share of visitors for whom a clause is looked at, from which on its bit costs less. */
const OFTEN = 1 / 8;

/** Codes of a slot of which any number may rule a clause out. */
const CODES_OF_A_SLOT = 128;

/** Codes of one test where the slot has more. */
const CODES_OF_A_TEST = 64;

/** With fewer clauses, a walk over all codes of a visitor costs more than to look at them. */
const ENOUGH = 64;

/** A slot without which clauses do not hold is asked for every visitor: so it needs so many tests for each clause. */
const ASKED_BY = 1 / 8;

/** Clauses between two pauses of the writing. */
const CLAUSES_A_STEP = 64;

/** A test of one slot. */
interface PlaceTest extends Place {
  readonly negated: boolean;
}

interface Taken extends OftenAsked {
  readonly tests: readonly PlaceTest[];
}

/** Nothing yet. @param sizes number of codes of each slot */
export const bitsWriter = (sizes: Int32Array): BitsWriter => {
  const taken: Taken[] = [];
  const placeTestOf = (test: TestNode): PlaceTest | undefined => {
    if (test.kind !== 'test') return undefined;
    const place = placeOf(test.atom);
    if (place === undefined) return undefined;
    const size = sizes[place.slot]!;
    const isShort =
      size <= CODES_OF_A_SLOT || (test.negated && codeCount(place.set, size) <= CODES_OF_A_TEST);
    return isShort ? { ...place, negated: test.negated } : undefined;
  };
  return {
    take: (clause) => {
      const { access, test } = clause;
      if (access !== undefined && access.cost < OFTEN) return false;
      const tests: PlaceTest[] = [];
      for (const one of test.kind === 'all' ? test.children : [test]) {
        const placed = placeTestOf(one);
        if (placed === undefined) return false;
        tests.push(placed);
      }
      taken.push({ ...clause, tests });
      return true;
    },
    finishSteps: function* () {
      const { kept, others } = yield* sortOutSteps(taken);
      yield;
      return { bits: kept.length === 0 ? NO_BITS : yield* writeSteps(kept, sizes), others };
    },
  };
};

/** Clauses by their rules, without those that would have slots asked for them alone. */
function* sortOutSteps(
  taken: readonly Taken[],
): Steps<{ readonly kept: readonly Taken[]; readonly others: readonly Taken[] }> {
  const askedBy = new Map<number, number>();
  for (const { tests } of taken) {
    for (const { slot, negated } of tests) if (!negated) askedBy.set(slot, (askedBy.get(slot) ?? 0) + 1);
  }
  yield;
  const isShared = ({ slot, negated }: PlaceTest) => negated || askedBy.get(slot)! >= taken.length * ASKED_BY;
  const kept: Taken[] = [];
  const others: Taken[] = [];
  for (const one of taken) (one.tests.every(isShared) ? kept : others).push(one);
  yield;
  if (kept.length < ENOUGH) return { kept: [], others: taken };
  return { kept: kept.sort((a, b) => a.rule - b.rule), others };
}

function* writeSteps(clauses: readonly Taken[], sizes: Int32Array): Steps<ClauseBits> {
  const { bitOf, rules, sameRules } = clauseLayout(Int32Array.from(clauses, ({ rule }) => rule));
  const words = sameRules.length;
  const first = new Int32Array(sizes.length).fill(-1);
  const needed = new Set<number>();
  let cells = 0;
  for (const { tests } of clauses) {
    for (const { slot, negated } of tests) {
      if (!negated) needed.add(slot);
      if (first[slot]! >= 0) continue;
      first[slot] = cells;
      cells += sizes[slot]!;
    }
  }
  yield;

  const counts = new Int32Array(cells);
  for (const [position, { tests }] of clauses.entries()) {
    for (const test of tests) forRuledOut(test, sizes, (code) => (counts[first[test.slot]! + code]! += 1));
    if (position % CLAUSES_A_STEP === 0) yield;
  }
  const bitmap = new Int32Array(cells).fill(-1);
  const start = new Int32Array(cells + 1);
  let bitmapCount = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    const isMany = counts[cell]! > words;
    if (isMany) bitmap[cell] = words * bitmapCount++;
    start[cell + 1] = start[cell]! + (isMany ? 0 : counts[cell]!);
  }
  yield;

  const bitmaps = new Int32Array(words * bitmapCount).fill(-1);
  const ruledOut = new Int32Array(start[cells]!);
  const next = start.slice();
  for (const [position, { tests }] of clauses.entries()) {
    const bit = bitOf[position]!;
    for (const test of tests) {
      forRuledOut(test, sizes, (code) => {
        const cell = first[test.slot]! + code;
        if (bitmap[cell]! < 0) ruledOut[next[cell]!++] = bit;
        else bitmaps[bitmap[cell]! + (bit >>> 5)]! &= ~(1 << (bit & 31));
      });
    }
    if (position % CLAUSES_A_STEP === 0) yield;
  }
  return { rules, sameRules, first, needed: [...needed], bitmap, bitmaps, start, ruledOut };
}

/** The codes of its slot with which a test does not hold. */
const forRuledOut = (
  { slot, set, negated }: PlaceTest,
  sizes: Int32Array,
  use: (code: number) => void,
): void => {
  const size = sizes[slot]!;
  if ('from' in set) {
    if (negated) for (let code = set.from; code <= Math.min(set.to, size - 1); code += 1) use(code);
    else for (let code = 0; code < size; code += 1) if (code < set.from || code > set.to) use(code);
  } else if (negated) {
    for (const code of set.codes) use(code);
  } else {
    const { codes } = set;
    for (let code = 0, at = 0; code < size; code += 1) {
      if (codes[at] === code) at += 1;
      else use(code);
    }
  }
};
