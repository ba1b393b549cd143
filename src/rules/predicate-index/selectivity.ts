import type { Steps } from '../../foundation/steps';
import type { Reading } from '../reading';
import type { Atom, AtomTable } from './atom-table';
import { placeOf } from './atom-table';
import type { CodedContext } from './context-coder';

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
  coder: CodedContext & { readonly code: (reading: Reading) => void },
  sample: readonly Reading[],
): Steps<Selectivity> {
  const seen = yield* countCodes(coder, sample);
  const isWide = wideSlots(table);
  const known = new Map<Atom, number>();
  const share = (atom: Atom): number => {
    const place = placeOf(atom);
    if (place === undefined) return ASKED;
    const { slot, set } = place;
    const guess =
      (atom.kind === 'cells' ? atom.axis.guess(atom.ask) : 0.1) * (isWide.has(slot) ? OF_A_WIDE_GROUP : 1);
    let hits = 0;
    const counts = seen.get(slot);
    if (counts !== undefined) {
      if ('codes' in set) for (const code of set.codes) hits += counts.get(code) ?? 0;
      else for (const [code, count] of counts) if (code >= set.from && code <= set.to) hits += count;
    }
    return (hits + guess * GUESS_WEIGHT) / (sample.length + GUESS_WEIGHT);
  };
  return (atom) => {
    let found = known.get(atom);
    if (found === undefined) known.set(atom, (found = share(atom)));
    return found;
  };
}

function* countCodes(
  coder: CodedContext & { readonly code: (reading: Reading) => void },
  sample: readonly Reading[],
): Steps<Map<number, Map<number, number>>> {
  const seen = new Map<number, Map<number, number>>();
  for (const [position, reading] of sample.entries()) {
    if (position % CONTEXTS_A_STEP === 0) yield;
    coder.code(reading);
    for (let at = 0; at < coder.touchedCount(); at += 1) {
      const slot = coder.touched[at]!;
      const code = coder.codes[slot]!;
      const counts = seen.get(slot) ?? new Map<number, number>();
      seen.set(slot, counts.set(code, (counts.get(code) ?? 0) + 1));
    }
  }
  return seen;
}

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
