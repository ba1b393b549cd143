import type { Steps } from '../../foundation/steps';
import type { Access } from './access';
import { placeOf, type Place } from './atom-table';
import type { CodeSet } from './code-set';
import type { CodedContext } from './context-coder';
import { lowestBit, type FoundRules } from './found-rules';
import type { TestNode } from './normal-form';
import type { WrittenClause } from './residual-program';

/*
 * Clauses that are looked at often: those that say only who is *not* meant, to which nothing leads because they hold
 * for whoever sends nothing, and those whose rarest part is not rare. They are all asked at once, a bit each. At first
 * all are possible; then each code of a visitor, 0 for what he has not, rules some out, and whatever is left matches.
 * A code that rules out many has the rest as a bitmap: 32 clauses in a step, with no comparison that the processor
 * could guess wrong. One that rules out few has a list of them. Bitmap indexes: O'Neil & Quass, Improved Query
 * Performance with Variant Indexes, SIGMOD 1997; lists: the counting method of Yan & Garcia-Molina (Index Structures
 * for Selective Dissemination of Information, TODS 19(2), 1994), in which one objection is enough.
 */

/** What rules out what. */
export interface ClauseBits {
  /** The rule of each clause, ascending. */
  readonly rules: Int32Array;
  /** By word of clauses: the word of rules that has the same bits, where there is one; else -1. */
  readonly sameRules: Int32Array;
  /** By slot: its first cell in the arrays below, which have one for each code; -1: no clause asks for it. */
  readonly first: Int32Array;
  /** Slots whose code 0 rules something out. */
  readonly needed: readonly number[];
  /** By cell: where the bits begin that it leaves; -1: it has a list, from `start[cell]` to `start[cell + 1]`. */
  readonly bitmap: Int32Array;
  readonly bitmaps: Int32Array;
  readonly start: Int32Array;
  readonly ruledOut: Int32Array;
}

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

/** From so many clauses on. */
const ENOUGH = 64;

/** A slot without which clauses do not hold is asked for every visitor: so one clause in eight must ask for it. */
const ASKED_BY = 1 / 8;

/** Clauses between two pauses of the writing. */
const CLAUSES_A_STEP = 64;

const NONE = new Int32Array(0);
const NO_BITS: ClauseBits = {
  rules: NONE,
  sameRules: NONE,
  first: NONE,
  needed: [],
  bitmap: NONE,
  bitmaps: NONE,
  start: NONE,
  ruledOut: NONE,
};

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
    const place = test.kind === 'test' ? placeOf(test.atom) : undefined;
    if (test.kind !== 'test' || place === undefined) return undefined;
    const size = sizes[place.slot]!;
    const isShort = size <= CODES_OF_A_SLOT || (test.negated && countOf(place.set, size) <= CODES_OF_A_TEST);
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
      const { kept, others } = sortOut(taken);
      yield;
      return { bits: kept.length === 0 ? NO_BITS : yield* writeSteps(kept, sizes), others };
    },
  };
};

/** Clauses by their rules, without those that would have slots asked for them alone. */
const sortOut = (taken: readonly Taken[]): { readonly kept: readonly Taken[]; readonly others: Taken[] } => {
  const askedBy = new Map<number, number>();
  for (const { tests } of taken) {
    for (const { slot, negated } of tests) if (!negated) askedBy.set(slot, (askedBy.get(slot) ?? 0) + 1);
  }
  const isShared = ({ slot, negated }: PlaceTest) => negated || askedBy.get(slot)! >= taken.length * ASKED_BY;
  const kept: Taken[] = [];
  const others: Taken[] = [];
  for (const one of taken) (one.tests.every(isShared) ? kept : others).push(one);
  if (kept.length < ENOUGH) return { kept: [], others: [...taken] };
  return { kept: kept.sort((a, b) => a.rule - b.rule), others };
};

function* writeSteps(clauses: readonly Taken[], sizes: Int32Array): Steps<ClauseBits> {
  const words = (clauses.length + 31) >>> 5;
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
  let bits = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    const isMany = counts[cell]! > words;
    if (isMany) bitmap[cell] = words * bits++;
    start[cell + 1] = start[cell]! + (isMany ? 0 : counts[cell]!);
  }
  yield;

  const bitmaps = new Int32Array(words * bits).fill(-1);
  const ruledOut = new Int32Array(start[cells]!);
  const next = start.slice();
  for (const [position, { tests }] of clauses.entries()) {
    for (const test of tests) {
      forRuledOut(test, sizes, (code) => {
        const cell = first[test.slot]! + code;
        if (bitmap[cell]! < 0) ruledOut[next[cell]!++] = position;
        else bitmaps[bitmap[cell]! + (position >>> 5)]! &= ~(1 << (position & 31));
      });
    }
    if (position % CLAUSES_A_STEP === 0) yield;
  }
  const rules = Int32Array.from(clauses, ({ rule }) => rule);
  return {
    rules,
    sameRules: sameRulesOf(rules),
    first,
    needed: [...needed],
    bitmap,
    bitmaps,
    start,
    ruledOut,
  };
}

/** Words of 32 clauses whose rules are 32 that follow each other, from a multiple of 32 on. */
const sameRulesOf = (rules: Int32Array): Int32Array => {
  const same = new Int32Array((rules.length + 31) >>> 5).fill(-1);
  for (let word = 0; word < rules.length >>> 5; word += 1) {
    const rule = rules[32 * word]!;
    const follow = rules.subarray(32 * word, 32 * word + 32).every((one, at) => one === rule + at);
    if (follow && rule % 32 === 0) same[word] = rule >>> 5;
  }
  return same;
};

const countOf = (set: CodeSet, size: number): number =>
  'codes' in set ? set.codes.length : Math.min(set.to, size - 1) - set.from + 1;

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

/** Adds the rules of all clauses that a context leaves. */
export const bitsRun = (
  { rules, sameRules, first, needed, bitmap, bitmaps, start, ruledOut }: ClauseBits,
  { codes, touched, touchedCount }: CodedContext,
  found: FoundRules,
): (() => void) => {
  const possible = allBits(rules.length);
  const left = new Int32Array(possible.length);
  const ruleOut = (cell: number): void => {
    const bits = bitmap[cell]!;
    if (bits >= 0) {
      for (let word = 0; word < left.length; word += 1) left[word]! &= bitmaps[bits + word]!;
      return;
    }
    for (let at = start[cell]!; at < start[cell + 1]!; at += 1) {
      const clause = ruledOut[at]!;
      left[clause >>> 5]! &= ~(1 << (clause & 31));
    }
  };
  return () => {
    if (rules.length === 0) return;
    left.set(possible);
    const slots = touchedCount();
    for (let at = 0; at < slots; at += 1) {
      const slot = touched[at]!;
      if (first[slot]! >= 0) ruleOut(first[slot]! + codes[slot]!);
    }
    for (let at = 0; at < needed.length; at += 1) {
      const slot = needed[at]!;
      if (codes[slot] === 0) ruleOut(first[slot]!);
    }
    for (let word = 0; word < left.length; word += 1) {
      const same = sameRules[word]!;
      if (same >= 0) {
        if (left[word] !== 0) found.addWord(same, left[word]!);
        continue;
      }
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
