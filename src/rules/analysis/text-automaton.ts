/**
 * A deterministic automaton over the code units of a text. States are whole numbers; `LOST` means that nothing which
 * may follow is accepted, `WON` that everything is.
 */
export interface TextAutomaton {
  readonly start: number;
  readonly step: (state: number, unit: string) => number;
  readonly accepts: (state: number) => boolean;
}

export const LOST = -1;
export const WON = -2;

/** Accepts exactly these words (a trie: Fredkin, CACM 3(9), 1960). */
export const wordsAutomaton = (words: readonly string[]): TextAutomaton => {
  const nodes: { readonly next: Map<string, number>; isEnd: boolean }[] = [{ next: new Map(), isEnd: false }];
  for (const word of words) {
    let at = 0;
    for (let index = 0; index < word.length; index += 1) {
      const { next } = nodes[at]!;
      const unit = word.charAt(index);
      if (!next.has(unit)) {
        next.set(unit, nodes.length);
        nodes.push({ next: new Map(), isEnd: false });
      }
      at = next.get(unit)!;
    }
    nodes[at]!.isEnd = true;
  }
  return {
    start: 0,
    step: (state, unit) => nodes[state]?.next.get(unit) ?? LOST,
    accepts: (state) => nodes[state]?.isEnd ?? false,
  };
};

/** Accepts everything and only remembers the longest beginning that one of these words has too: it keeps texts apart. */
export const beginningsAutomaton = (words: readonly string[]): TextAutomaton => {
  const inside = wordsAutomaton(words);
  // An even state is a place in the words, the odd one behind it means that the text has left the words there.
  return {
    start: 0,
    step: (state, unit) => {
      const place = state % 2 === 0 ? inside.step(state / 2, unit) : LOST;
      return place === LOST ? state - (state % 2) + 1 : place * 2;
    },
    accepts: () => true,
  };
};

/**
 * Accepts texts that begin with the first piece, end with the last and have the others between, in order and without
 * overlap. Each piece is looked for by the automaton of Knuth, Morris and Pratt (SIAM J. Comput. 6(2), 1977); the first
 * place found is always good enough, so one state per place in the pieces will do.
 */
export const patternAutomaton = (pieces: readonly string[]): TextAutomaton => {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  const stages = [first, ...pieces.slice(1, -1).filter((piece) => piece !== ''), last];
  const failures = stages.map(failuresOf);
  const offsets: number[] = [];
  let states = 0;
  for (const stage of stages) {
    offsets.push(states);
    states += stage.length + 1;
  }
  const final = stages.length - 1;
  const stageOf = (state: number): number => {
    let stage = final;
    while (offsets[stage]! > state) stage -= 1;
    return stage;
  };
  /** A stage that is complete leads to the next one; behind an empty last piece anything may follow. */
  const settled = (stage: number, progress: number): number => {
    if (stage < final && progress === stages[stage]!.length) return settled(stage + 1, 0);
    return stage === final && last === '' ? WON : offsets[stage]! + progress;
  };
  return {
    start: settled(0, 0),
    step: (state, unit) => {
      if (state < 0) return state;
      const stage = stageOf(state);
      const piece = stages[stage]!;
      let progress = state - offsets[stage]!;
      if (stage === 0) return piece.charAt(progress) === unit ? settled(0, progress + 1) : LOST;
      while (progress > 0 && piece.charAt(progress) !== unit) progress = failures[stage]![progress - 1]!;
      return settled(stage, piece.charAt(progress) === unit ? progress + 1 : 0);
    },
    accepts: (state) => state === WON || state === offsets[final]! + last.length,
  };
};

/** For each prefix the length of its longest proper prefix that is also its end. */
const failuresOf = (piece: string): number[] => {
  const failures = [0];
  for (let index = 1, length = 0; index < piece.length; index += 1) {
    while (length > 0 && piece.charAt(index) !== piece.charAt(length)) length = failures[length - 1]!;
    if (piece.charAt(index) === piece.charAt(length)) length += 1;
    failures.push(length);
  }
  return failures;
};
