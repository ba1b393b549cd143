import type { Steps } from '../../foundation/steps';
import type { Reading } from '../reading';
import type { Atom, AtomTable } from './atom-table';
import { placeOf } from './atom-table';
import type { CodeSet } from './code-set';
import type { ContextCoder } from './context-coder';

/** Share of visitors who satisfy an atom, 0..1: measured where contexts were given, guessed elsewhere. */
export type Selectivity = (atom: Atom) => number;

/** How many contexts a guess weighs as. */
const GUESS_WEIGHT = 4;

/** A record with many keys of its own making (interests, history) has few of them for one visitor. */
const OF_A_WIDE_GROUP = 0.05;

/** A test without cells: nothing is known. */
const ASKED = 0.3;

/** Contexts between two pauses of the counting. */
const CONTEXTS_A_STEP = 32;

/** @param sample contexts such as visitors send; none = guesses alone */
export function* selectivitySteps(
  table: AtomTable,
  coder: ContextCoder,
  sample: readonly Reading[],
): Steps<Selectivity> {
  const seen = yield* countCodes(coder, table.slotSizes(), sample);
  const isWide = wideSlots(table);
  const share = (atom: Atom): number => {
    const place = placeOf(atom);
    if (place === undefined) return ASKED;
    const { slot, set } = place;
    const guess =
      (atom.kind === 'cells' ? atom.axis.guess(atom.ask, set) : 0.1) *
      (isWide.has(slot) ? OF_A_WIDE_GROUP : 1);
    const hits = seen === undefined ? 0 : countOf(set, seen[slot]!);
    return (hits + guess * GUESS_WEIGHT) / (sample.length + GUESS_WEIGHT);
  };
  return (atom) => (atom.share ??= share(atom));
}

/** By slot, for each code in how many contexts the slot had one that is not above it; `undefined`: there were none. */
function* countCodes(
  coder: ContextCoder,
  sizes: Int32Array,
  sample: readonly Reading[],
): Steps<readonly Int32Array[] | undefined> {
  if (sample.length === 0) return undefined;
  const seen = Array.from(sizes, (size) => new Int32Array(size));
  for (const [position, reading] of sample.entries()) {
    if (position % CONTEXTS_A_STEP === 0) yield;
    coder.code(reading);
    for (let at = 0; at < coder.count; at += 1) {
      const slot = coder.touched[at]!;
      seen[slot]![coder.codes[slot]!]! += 1;
    }
  }
  for (const counts of seen)
    for (let code = 1; code < counts.length; code += 1) counts[code]! += counts[code - 1]!;
  return seen;
}

/** How many contexts had a code of a set. */
const countOf = (set: CodeSet, upTo: Int32Array): number => {
  const below = (code: number): number => (code === 0 ? 0 : upTo[code - 1]!);
  if ('from' in set)
    return set.from < upTo.length ? upTo[Math.min(set.to, upTo.length - 1)]! - below(set.from) : 0;
  return set.codes.reduce((hits, code) => hits + upTo[code]! - below(code), 0);
};

/** Slots of attributes with many siblings. */
const wideSlots = ({ attributes }: AtomTable): ReadonlySet<number> => {
  const parents = new Map<string, number>();
  const parentOf = (segments: readonly string[]): string => segments.slice(0, -1).join('.');
  for (const { segments } of attributes) {
    parents.set(parentOf(segments), (parents.get(parentOf(segments)) ?? 0) + 1);
  }
  const isWide = ({ segments }: { readonly segments: readonly string[] }): boolean =>
    segments[0] === 'interests' || segments[0] === 'history' || parents.get(parentOf(segments))! > 40;
  return new Set(
    attributes
      .filter(isWide)
      .flatMap(({ axes, items }) => [...axes.map(({ slot }) => slot), ...[...items.values()].flat()]),
  );
};
