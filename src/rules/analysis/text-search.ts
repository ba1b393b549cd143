import { type Found, found, NONE, spend, type StepBudget, unknown } from './found';
import { LOST, type TextAutomaton, WON } from './text-automaton';
import type { TextUnit } from './text-alphabet';

/** An automaton that must accept the text, must not, or only keeps texts apart (`undefined`). */
export interface TextDemand {
  readonly automaton: TextAutomaton;
  readonly fold: boolean;
  readonly holds: boolean | undefined;
}

/** What is looked for. */
export interface TextQuest {
  readonly demands: readonly TextDemand[];
  readonly alphabet: readonly TextUnit[];
  /** Code units of the longest text allowed. */
  readonly longest: number;
  readonly budget: StepBudget;
  /** A last test beyond the automata; without it the first text found is the answer. */
  readonly accepts?: (text: string) => boolean;
  /** How many texts the last test is asked of. */
  readonly tries?: number;
}

interface Node {
  readonly states: readonly number[];
  readonly text: string;
}

/**
 * The shortest text that all automata agree on: breadth first through their product, which is built only where it is
 * walked (Hopcroft, Motwani, Ullman, Introduction to Automata Theory, section 4.2). Exact, as no state is met twice and
 * a shorter way to one is never worse; with `accepts` it may miss texts and then says so.
 */
export const searchText = ({
  demands,
  alphabet,
  longest,
  budget,
  accepts,
  tries = 500,
}: TextQuest): Found<string> => {
  const start = settled(
    demands,
    demands.map(({ automaton }) => automaton.start),
  );
  let level: Node[] = start ? [{ states: start, text: '' }] : [];
  const seen = new Set(level.map(({ states }) => states.join()));
  // A step moves every automaton.
  const cost = 1 + (demands.length >> 2);
  let tried = 0;
  for (let length = 0; level.length > 0 && length <= longest; length += 1) {
    for (const node of level) {
      if (!isAgreed(demands, node.states)) continue;
      if (!accepts || accepts(node.text)) return found(node.text);
      tried += 1;
      if (tried >= tries) return unknown('text-and-order');
    }
    const next: Node[] = [];
    for (const { states, text } of level) {
      for (const unit of alphabet) {
        if (!spend(budget, cost)) return unknown('too-many-steps');
        const moved = settled(
          demands,
          states.map((state, index) => moveAll(demands[index]!, state, unit)),
        );
        const key = moved?.join();
        if (moved === undefined || key === undefined || seen.has(key)) continue;
        seen.add(key);
        next.push({ states: moved, text: text + unit.raw });
      }
    }
    level = next;
  }
  return tried > 0 ? unknown('text-and-order') : NONE;
};

const moveAll = ({ automaton, fold }: TextDemand, state: number, { raw, folded }: TextUnit): number => {
  let at = state;
  const units = fold ? folded : raw;
  for (let index = 0; index < units.length && at >= 0; index += 1) {
    at = automaton.step(at, units.charAt(index));
  }
  return at;
};

/** Answered for good, whatever follows. */
const DONE = -3;

/** States where no demand is lost. What is answered for good needs no state any more. */
const settled = (demands: readonly TextDemand[], states: readonly number[]): number[] | undefined => {
  const kept: number[] = [];
  for (const [index, { holds }] of demands.entries()) {
    const state = states[index]!;
    if (holds === undefined || state >= 0 || state === DONE) kept.push(state);
    else if (state === (holds ? WON : LOST)) kept.push(DONE);
    else return undefined;
  }
  return kept;
};

const isAgreed = (demands: readonly TextDemand[], states: readonly number[]): boolean =>
  demands.every(({ automaton, holds }, index) => {
    const state = states[index]!;
    return holds === undefined || state === DONE || automaton.accepts(state) === holds;
  });
