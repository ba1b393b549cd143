import type { ClauseLayout } from './clause-layout';
import type { CodedContext } from './context-coder';
import { lowestBit, type FoundRules } from './found-rules';

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
export interface ClauseBits extends Pick<ClauseLayout, 'rules' | 'sameRules'> {
  /** By slot: its first cell in the arrays below, which have one for each code; -1: no clause asks for it. */
  readonly first: Int32Array;
  /** Slots whose code 0 rules something out. */
  readonly needed: readonly number[];
  /** By cell: where the bits begin that it leaves; -1: it has a list, from `start[cell]` to `start[cell + 1]`. */
  readonly bitmap: Int32Array;
  readonly bitmaps: Int32Array;
  readonly start: Int32Array;
  /** The bits of the clauses that cells with a list rule out. */
  readonly ruledOut: Int32Array;
}

const NOTHING = new Int32Array(0);

/** Of no clause. */
export const NO_BITS: ClauseBits = {
  rules: NOTHING,
  sameRules: NOTHING,
  first: NOTHING,
  needed: [],
  bitmap: NOTHING,
  bitmaps: NOTHING,
  start: NOTHING,
  ruledOut: NOTHING,
};

/**
 * Matches are said by the word where words hold at least this share of all rules. Afterwards the marks of all rules have
 * to be gone through, which costs more than to add rule after rule where words hold few.
 */
const ENOUGH_IN_WORDS = 1 / 16;

/** Adds the rules of all clauses that a context leaves. */
export const bitsRun = (
  { rules, sameRules, first, needed, bitmap, bitmaps, start, ruledOut }: ClauseBits,
  coder: CodedContext,
  found: FoundRules,
): (() => void) => {
  const { codes, touched } = coder;
  const inWords = sameRules.filter((word) => word >= 0).length * 32 >= found.rules.length * ENOUGH_IN_WORDS;
  const possible = bitsInUse(rules);
  const left = new Int32Array(possible.length);
  const ruleOut = (cell: number): void => {
    const bits = bitmap[cell]!;
    if (bits >= 0) {
      for (let word = 0; word < left.length; word += 1) left[word]! &= bitmaps[bits + word]!;
      return;
    }
    for (let at = start[cell]!; at < start[cell + 1]!; at += 1) {
      const bit = ruledOut[at]!;
      left[bit >>> 5]! &= ~(1 << (bit & 31));
    }
  };
  return () => {
    if (rules.length === 0) return;
    left.set(possible);
    const slots = coder.count;
    for (let at = 0; at < slots; at += 1) {
      const slot = touched[at]!;
      if (first[slot]! >= 0) ruleOut(first[slot]! + codes[slot]!);
    }
    for (let at = 0; at < needed.length; at += 1) {
      const slot = needed[at]!;
      if (codes[slot] === 0) ruleOut(first[slot]!);
    }
    for (let word = 0; word < left.length; word += 1) {
      const same = inWords ? sameRules[word]! : -1;
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

/** A bit is set where there is a clause. */
const bitsInUse = (rules: Int32Array): Int32Array => {
  const bits = new Int32Array(rules.length >>> 5);
  for (const [bit, rule] of rules.entries()) if (rule >= 0) bits[bit >>> 5]! |= 1 << (bit & 31);
  return bits;
};
