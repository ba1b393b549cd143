import type { Steps } from '../../foundation/steps';
import type { Reading } from '../reading';
import type { RuleSet, RuleSetSource } from '../rule-set';
import { accessOf, type Access } from './access';
import { askedOnce } from './asked-once';
import { atomTable, placeOf, type Atom } from './atom-table';
import { bitsRun, type ClauseBits } from './clause-bits';
import { bitsWriter } from './clause-bits-writer';
import { ContextCoder } from './context-coder';
import { foundRules } from './found-rules';
import { normalForm, type TestNode } from './normal-form';
import { IN, listOf, POSTING_WIDTH, postingsWriter, type ClausesByCell, type Postings } from './postings';
import { isWithin, programRun } from './program-run';
import { BITS_GATE, newProgram, writeClause, type GatedClause, type WrittenClause } from './residual-program';
import { selectivitySteps, type Selectivity } from './selectivity';

/*
 * Finds the rules that match a context without asking all of them.
 *
 * 1. All atoms of all rules are collected per attribute, and the values of each attribute are cut into cells
 *    (`axis.ts`): values that satisfy the same atoms share one. A context is read once and becomes a few small
 *    numbers (`context-coder.ts`).
 * 2. A rule is an *or* of clauses. Each clause is filed under its rarest positive atom (`access.ts`,
 *    `selectivity.ts`), so that only clauses whose rarest atom holds are looked at (`postings.ts`).
 * 3. A clause that is looked at runs as a few comparisons of whole numbers (`residual-program.ts`).
 *
 * So the work follows the rules that could match, not their number. Access predicates: Fabret et al., SIGMOD 2001;
 * cells are the equivalence classes of the atoms. Clauses that only negate, and those whose rarest atom is not rare, are
 * found together by what rules them out (`clause-bits.ts`); the few others that nothing can be filed under, such as
 * patterns without a beginning, are looked at for every context.
 */

/** What an index is made of. */
export interface IndexSource extends RuleSetSource {
  /** Contexts from which it learns what is rare. */
  readonly sample: readonly Reading[];
}

/** Rules between two pauses of the making. */
const RULES_A_STEP = 64;

/**
 * Makes an index, in steps, so that a caller with an event loop to keep alive can pause.
 */
export function* predicateIndexSteps(source: IndexSource): Steps<RuleSet> {
  const table = atomTable();
  const clausesOf: (readonly TestNode[])[] = [];
  for (const [position, rule] of source.rules.entries()) {
    clausesOf.push(rule === undefined ? [] : clausesIn(normalForm(rule, table)));
    if (position % RULES_A_STEP === 0) yield;
  }
  table.seal();
  yield;
  const coder = new ContextCoder(table.attributes, table.slots(), source.needsConsent);
  const selectivity = yield* selectivitySteps(table, coder, source.sample);
  yield;

  const filed: FiledClause[] = [];
  for (const [rule, tests] of clausesOf.entries()) {
    for (const test of tests) filed.push(filedClause(rule, test, selectivity));
    if (rule % RULES_A_STEP === 0) yield;
  }
  filed.sort((a, b) => a.near - b.near);
  yield;

  const program = newProgram();
  const everyone: GatedClause[] = [];
  const clausesByRule: number[][] = clausesOf.map(() => []);
  const postings = postingsWriter(table);
  const often = bitsWriter(table.slotSizes());
  const file = ({ ledBy }: WrittenClause, access: Access | undefined): void => {
    if (access === undefined) everyone.push(ledBy(undefined));
    else for (const atom of access.atoms) postings.file(atom, ledBy(atom));
  };
  for (const [position, { rule, test, access }] of filed.entries()) {
    const written = writeClause(program, rule, test, access, selectivity);
    clausesByRule[rule]!.push(written.at);
    if (!often.take({ rule, test, access, written })) file(written, access);
    if (position % RULES_A_STEP === 0) yield;
  }
  yield;
  const { bits, others } = yield* often.finishSteps();
  for (const [position, { written, access }] of others.entries()) {
    file(written, access);
    if (position % RULES_A_STEP === 0) yield;
  }
  yield;
  return indexOf({
    program: new Int32Array(program),
    firstClause: Int32Array.from([0, ...runningSum(clausesByRule.map(({ length }) => length))]),
    clauses: Int32Array.from(clausesByRule.flat()),
    everyone: listOf(everyone),
    bits,
    postings: yield* postings.finishSteps(),
    coder,
    asked: table.atoms.filter((atom) => atom.kind === 'asked'),
  });
}

/** A clause with what it is filed under. */
interface FiledClause {
  readonly rule: number;
  readonly test: TestNode;
  readonly access: Access | undefined;
  /** Clauses of one cell have the same number: they are written beside each other, because they are run after each other. */
  readonly near: number;
}

const filedClause = (rule: number, test: TestNode, selectivity: Selectivity): FiledClause => {
  const access = accessOf(test, selectivity);
  const place = access?.atoms[0] && placeOf(access.atoms[0]);
  const code = place === undefined ? 0 : 'codes' in place.set ? (place.set.codes[0] ?? 0) : place.set.from;
  return { rule, test, access, near: place === undefined ? -1 : place.slot * 2 ** 26 + code };
};

const runningSum = (lengths: readonly number[]): number[] => {
  let sum = 0;
  return lengths.map((length) => (sum += length));
};

/** An *or* at the root falls into clauses. */
const clausesIn = (node: TestNode): readonly TestNode[] => (node.kind === 'any' ? node.children : [node]);

const indexOf = (parts: {
  readonly program: Int32Array;
  /** By rule, and the end: where its clauses begin in `clauses`, which holds their positions in the program. */
  readonly firstClause: Int32Array;
  readonly clauses: Int32Array;
  /** As in a posting. */
  readonly everyone: Int32Array;
  readonly bits: ClauseBits;
  readonly postings: Postings;
  readonly coder: ContextCoder;
  readonly asked: readonly Extract<Atom, { kind: 'asked' }>[];
}): RuleSet => {
  const { program, firstClause, clauses, everyone, coder } = parts;
  const { base, single, atLeast, atMost, filed, around } = parts.postings;
  const { codes, touched } = coder;
  const found = foundRules(firstClause.length - 1);
  const asked = askedOnce(parts.asked, coder);
  const run = programRun(program, codes, asked.holds);
  const addWhatIsLeft = bitsRun(parts.bits, coder, found);

  /**
   * Looks at clauses of a posting: most stay before their gate. The `Gate`, numbers 2 to 4 of a clause, is asked right
   * here: in a function of its own that is slower where a process has had several indexes.
   */
  const lookThrough = (gated: Int32Array, from: number, behind: number): void => {
    for (let at = from; at < behind; ) {
      const slot = gated[at + 2]!;
      let passes: boolean;
      if (slot >= BITS_GATE) {
        const code = codes[slot - BITS_GATE]!;
        passes = ((gated[at + 3 + ((code >>> 5) & 1)]! >>> (code & 31)) & 1) !== 0;
      } else if (slot >= 0) passes = isWithin(codes[slot]!, gated[at + 3]!, gated[at + 4]!);
      else passes = !isWithin(codes[~slot]!, gated[at + 3]!, gated[at + 4]!);
      if (!passes) {
        at = gated[at + 5]!;
        continue;
      }
      const rule = gated[at]!;
      const rest = gated[at + 1]!;
      at += POSTING_WIDTH;
      if (rest === 0 || run(rest)) found.add(rule);
    }
  };
  const lookAt = ({ start, clauses }: ClausesByCell, first: number, behind: number): void => {
    lookThrough(clauses, start[first]!, start[behind]!);
  };
  /** A page asks for one audience after another of the same visitor: it is read once. */
  let last: Reading | undefined;
  const read = (reading: Reading): void => {
    if (reading === last) return;
    last = undefined;
    asked.forget();
    coder.code(reading);
    last = reading;
  };

  const search = (reading: Reading): void => {
    read(reading);
    found.begin();
    const slots = coder.count;
    for (let at = 0; at < slots; at += 1) {
      const slot = touched[at]!;
      const code = codes[slot]!;
      const first = base[slot]!;
      const cell = first + code;
      const files = filed[slot]!;
      if ((files & IN.single) !== 0) lookAt(single, cell, cell + 1);
      if ((files & IN.atLeast) !== 0) lookAt(atLeast, first, cell + 1);
      if ((files & IN.atMost) !== 0) lookAt(atMost, cell, base[slot + 1]!);
      const outer = around[slot];
      if (outer === undefined) continue;
      for (let next = outer[code]!; next > 0; next = outer[next]!)
        lookAt(single, first + next, first + next + 1);
    }
    lookThrough(everyone, 0, everyone.length);
    addWhatIsLeft();
  };

  return {
    found: found.rules,
    holds: (reading, rule) => {
      read(reading);
      for (let at = firstClause[rule]!; at < firstClause[rule + 1]!; at += 1) {
        if (run(clauses[at]!)) return true;
      }
      return false;
    },
    match: (reading) => {
      search(reading);
      return found.finish();
    },
    matchNamed: (reading, names) => {
      search(reading);
      return found.finishNamed(names);
    },
  };
};
