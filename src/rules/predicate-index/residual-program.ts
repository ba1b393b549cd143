import type { Access } from './access';
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
 * First stands the part that the clause is filed under: who was led here by an atom that satisfies it alone, because
 * the part is that test or has it as an alternative, need not ask it. Then stands the *gate*, of the tests that three
 * numbers can say the one that fails most often, which the posting has beside it: most clauses fail there and need not
 * be looked at at all. Then the others, those that fail most often first.
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
  /** What is left to be asked when an atom leads to the clause; `undefined`: none did. */
  readonly ledBy: (atom: Atom | undefined) => GatedClause;
}

/** What a list of clauses needs of one. */
export interface GatedClause {
  readonly rule: number;
  readonly gate: Gate;
  /** Where the tests begin that are still to be asked behind the gate; 0 = there are none. */
  readonly rest: number;
}

/**
 * A test as three numbers: `slot, from, width` or `~slot, from, width` as in a program, or `BITS_GATE + slot` and 64
 * bits, of which the one of the code, or of the code less a multiple of 64, must be set.
 */
export type Gate = readonly [slot: number, first: number, second: number];

/** Marks the slot of a gate of bits. */
export const BITS_GATE = 0x20000000;

/** The gate of a clause that has no test for one: every code is within. */
const OPEN_GATE: Gate = [0, 0, 0x7fffffff];

/**
 * Appends a clause to a program and says how to find it.
 *
 * @param rule position of its rule
 * @param access what it is found by; `undefined`: nothing leads to it
 */
export const writeClause = (
  program: number[],
  rule: number,
  node: TestNode,
  access: Access | undefined,
  selectivity: Selectivity,
): WrittenClause => {
  const at = program.length;
  const part = access?.part;
  if (part !== undefined) writePart(program, part, selectivity);
  const others = failingFirst(
    testsOf(node).filter((test) => test !== part),
    selectivity,
  );
  const gateTest = others.find(isGateable);
  const gateAt = program.length;
  if (gateTest !== undefined) writeTest(program, gateTest);
  const behindGate = program.length;
  for (const test of others) if (test !== gateTest) writePart(program, test, selectivity);
  program.push(END);
  const gate = gateTest && gateOf(gateTest);
  const rest = gate?.isExact === false ? gateAt : behindGate;
  const numbers = gate?.numbers ?? OPEN_GATE;
  const behindPart: GatedClause = { rule, gate: numbers, rest: program[rest] === END ? 0 : rest };
  if (part === undefined) return { at, ledBy: () => behindPart };
  const whole: GatedClause = { rule, gate: numbers, rest: at };
  return { at, ledBy: (atom) => (atom !== undefined && satisfies(atom, part) ? behindPart : whole) };
};

/** Does a part hold wherever an atom does? */
const satisfies = (atom: Atom, part: TestNode): boolean =>
  isTestOf(atom, part) || (part.kind === 'any' && part.children.some((child) => isTestOf(atom, child)));

const isTestOf = (atom: Atom, node: TestNode): boolean =>
  node.kind === 'test' && !node.negated && node.atom === atom;

const testsOf = (node: TestNode): readonly TestNode[] => (node.kind === 'all' ? node.children : [node]);

/** Whoever fails most often is asked first. */
const failingFirst = (tests: readonly TestNode[], selectivity: Selectivity): readonly TestNode[] => {
  if (tests.length < 2) return tests;
  const passing = tests.map((test) => ({ test, share: shareOf(test, selectivity) }));
  return passing.sort((a, b) => a.share - b.share).map(({ test }) => test);
};

/** A test of one atom. */
type AtomTest = Extract<TestNode, { kind: 'test' }>;

/** Codes that 64 bits tell apart. */
const BITS_TOLD = 64;

/** Every test of an atom with cells, but for the absence of more codes than bits can tell apart. */
const isGateable = (test: TestNode): test is AtomTest => {
  if (test.kind !== 'test') return false;
  const place = placeOf(test.atom);
  return place !== undefined && (!test.negated || 'from' in place.set || sizeOf(test.atom) <= BITS_TOLD);
};

/** Number of codes of the slot of an atom. */
const sizeOf = (atom: Atom): number => (atom.kind === 'cells' ? atom.axis.size : 2);

const gateOf = ({ atom, negated }: AtomTest): { readonly numbers: Gate; readonly isExact: boolean } => {
  const { slot, set } = placeOf(atom)!;
  if ('from' in set) {
    return { numbers: [negated ? ~slot : slot, set.from, set.to - set.from], isExact: true };
  }
  const bits = [0, 0];
  for (const code of set.codes) bits[(code >>> 5) & 1]! |= 1 << (code & 31);
  const [low, high] = negated ? bits.map((word) => ~word) : bits;
  return { numbers: [BITS_GATE + slot, low!, high!], isExact: sizeOf(atom) <= BITS_TOLD };
};

const writePart = (program: number[], part: TestNode, selectivity: Selectivity): void => {
  if (part.kind === 'test') writeTest(program, part);
  else writeAny(program, part.children, selectivity);
};

const writeAny = (program: number[], children: readonly TestNode[], selectivity: Selectivity): void => {
  program.push(ANY, 0);
  const end = program.length - 1;
  for (const child of children) {
    const at = program.push(0) - 1;
    for (const part of failingFirst(testsOf(child), selectivity)) writePart(program, part, selectivity);
    program.push(END);
    program[at] = program.length;
  }
  program[end] = program.length;
};

const writeTest = (program: number[], { atom, negated }: AtomTest): void => {
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
