import { placeOf, type Atom } from './atom-table';
import type { TestNode } from './normal-form';
import type { Selectivity } from './selectivity';

/*
 * Tests as whole numbers in one array. A closure a rule is scattered over the heap: at 10,000 rules each call is a
 * miss of the processor's caches, which costs more than the comparison. Here a test is a few numbers beside each
 * other, compared with the codes of the context, which fit the first cache (BE-Tree and its kin do the same:
 * Sadoghi & Jacobsen, TODS 38(2), 2013). A clause is `test … END`, and all of its tests must hold:
 *
 *   slot, from, width            the code of the slot is from … from + width; by far the most
 *   ~slot, from, width           it is not
 *   AMONG | NOT_AMONG, slot, n, n codes ascending
 *   BITS | NOT_BITS, slot, n, n words with a bit for each code: shorter where codes are many
 *   ASKED | NOT_ASKED, position of an atom without cells
 *   ANY, position behind, then alternatives, each: position behind, test … END
 *
 * Tests that fail most often come first; before them stands the one that the clause is filed under, if it is a single
 * one. Whoever is led to the clause by its posting knows that this one holds, and the posting has the next one beside
 * it, its *gate*: most clauses fail there and need not be looked at at all.
 */
export const AMONG = 0x40000000;
export const NOT_AMONG = AMONG + 1;
export const BITS = AMONG + 2;
export const NOT_BITS = AMONG + 3;
export const ASKED = AMONG + 4;
export const NOT_ASKED = AMONG + 5;
export const ANY = AMONG + 6;
export const END = AMONG + 7;

/** Where clauses begin: so no rest of a clause begins at 0. */
export const newProgram = (): number[] => [END];

/** A clause as it was written. */
export interface WrittenClause {
  /** Where its tests begin. */
  readonly at: number;
  /**
   * As a posting has it: the rule, where the tests behind the gate begin (0 = there are none), and the slot, start and
   * width of the gate.
   */
  readonly gated: readonly [rule: number, rest: number, slot: number, from: number, width: number];
}

/** Numbers of a clause in a posting. */
export const GATED_WIDTH = 5;

/** The gate of a clause whose next test is not a run of codes, or that has none: every code is within. */
const OPEN_GATE = [0, 0, 0x7fffffff] as const;

/**
 * Appends a clause to a program and says how to find it.
 *
 * @param rule position of its rule
 * @param filedUnder atoms by which it is found
 */
export const writeClause = (
  program: number[],
  rule: number,
  node: TestNode,
  filedUnder: readonly Atom[],
  selectivity: Selectivity,
): WrittenClause => {
  const at = program.length;
  const tests = testsOf(node);
  const known = tests.find(
    (test) => test.kind === 'test' && !test.negated && filedUnder.length === 1 && test.atom === filedUnder[0],
  );
  if (known?.kind === 'test') writeTest(program, known);
  const next = program.length;
  writeTests(
    program,
    tests.filter((test) => test !== known),
    selectivity,
  );
  const isGated = program[next]! < AMONG;
  const rest = isGated ? next + 3 : next;
  const [slot, from, width] = isGated ? program.slice(next, rest) : OPEN_GATE;
  return { at, gated: [rule, program[rest] === END ? 0 : rest, slot!, from!, width!] };
};

const testsOf = (node: TestNode): readonly TestNode[] => (node.kind === 'all' ? node.children : [node]);

const writeTests = (program: number[], tests: readonly TestNode[], selectivity: Selectivity): void => {
  const passing = new Map(tests.map((test) => [test, shareOf(test, selectivity)]));
  for (const test of [...tests].sort((a, b) => passing.get(a)! - passing.get(b)!)) {
    if (test.kind === 'test') writeTest(program, test);
    else writeAny(program, test.children, selectivity);
  }
  program.push(END);
};

const writeAny = (program: number[], children: readonly TestNode[], selectivity: Selectivity): void => {
  program.push(ANY, 0);
  const end = program.length - 1;
  for (const child of children) {
    const at = program.push(0) - 1;
    writeTests(program, testsOf(child), selectivity);
    program[at] = program.length;
  }
  program[end] = program.length;
};

const writeTest = (program: number[], { atom, negated }: Extract<TestNode, { kind: 'test' }>): void => {
  const not = negated ? 1 : 0;
  const place = placeOf(atom);
  if (place === undefined) {
    program.push(ASKED + not, atom.kind === 'asked' ? atom.position : 0);
  } else if ('codes' in place.set) {
    const { codes } = place.set;
    const bits = bitsOf(codes);
    if (bits.length < codes.length) program.push(BITS + not, place.slot, bits.length, ...bits);
    else program.push(AMONG + not, place.slot, codes.length, ...codes);
  } else {
    const { from, to } = place.set;
    program.push(negated ? ~place.slot : place.slot, from, to - from);
  }
};

/** A bit for each code, 32 in a word; of codes far above their number only the length is right. */
const bitsOf = (codes: readonly number[]): readonly number[] => {
  const words = new Array<number>(((codes.at(-1) ?? 0) >>> 5) + 1).fill(0);
  if (words.length < codes.length) for (const code of codes) words[code >>> 5]! |= 1 << (code & 31);
  return words;
};

/** Guessed share of visitors for whom a test holds, as if its parts were independent. */
const shareOf = (node: TestNode, selectivity: Selectivity): number => {
  if (node.kind === 'test') {
    const share = selectivity(node.atom);
    return node.negated ? 1 - share : share;
  }
  return node.kind === 'all'
    ? node.children.reduce((share, child) => share * shareOf(child, selectivity), 1)
    : 1 - node.children.reduce((share, child) => share * (1 - shareOf(child, selectivity)), 1);
};
