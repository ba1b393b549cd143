import { namesOf } from '../rule-set';

/** The rules that match one context: each once, in the end ascending. */
export interface FoundRules {
  /** The first `finish()` of them. */
  readonly rules: Int32Array;
  /** Nothing is found yet, whatever became of an earlier search. */
  begin(): void;
  /** A rule matches; it does not matter how often that is said. */
  add(rule: number): void;
  /** The rules of one word match: 32 of them from `32 * word` on, a bit each. */
  addWord(word: number, bits: number): void;
  /** Brings them in order and says how many they are. */
  finish(): number;
  /** The same by their names; `rules` is not filled then. */
  finishNamed(names: readonly string[]): string[];
}

/** More than this are read off the marks, which are in order already, instead of being sorted where they stand. */
const FEW = 48;

/** @param size number of rules */
export const foundRules = (size: number): FoundRules => {
  const rules = new Int32Array(size);
  /** A bit each. */
  const marks = new Int32Array((size + 31) >>> 5);
  /** Those that were added one by one. */
  let count = 0;
  /** Some are marked that are not among these. */
  let hasWords = false;

  const readOff = (): number => {
    let at = 0;
    for (let word = 0; word < marks.length; word += 1) {
      for (let bits = marks[word]!; bits !== 0; bits &= bits - 1) rules[at++] = (word << 5) + lowestBit(bits);
      marks[word] = 0;
    }
    return at;
  };
  /** The names at once: where thousands match, a second walk over them would be a third of all the work. */
  const readOffNamed = (names: readonly string[]): string[] => {
    let marked = 0;
    for (let word = 0; word < marks.length; word += 1) marked += bitCount(marks[word]!);
    const named = new Array<string>(marked);
    let at = 0;
    for (let word = 0; word < marks.length; word += 1) {
      for (let bits = marks[word]!; bits !== 0; bits &= bits - 1) {
        named[at++] = names[(word << 5) + lowestBit(bits)]!;
      }
      marks[word] = 0;
    }
    return named;
  };
  const sort = (): number => {
    for (let next = 0; next < count; next += 1) {
      const rule = rules[next]!;
      marks[rule >>> 5] = 0;
      let at = next;
      while (at > 0 && rules[at - 1]! > rule) {
        rules[at] = rules[at - 1]!;
        at -= 1;
      }
      rules[at] = rule;
    }
    return count;
  };

  /** Are they to be read off the marks? */
  const areMarked = (): boolean => hasWords || count > FEW;
  const forget = (): void => {
    count = 0;
    hasWords = false;
  };

  return {
    rules,
    begin: () => {
      if (count > 0 || hasWords) marks.fill(0);
      forget();
    },
    add: (rule) => {
      const bit = 1 << (rule & 31);
      if ((marks[rule >>> 5]! & bit) !== 0) return;
      marks[rule >>> 5]! |= bit;
      rules[count++] = rule;
    },
    addWord: (word, bits) => {
      marks[word]! |= bits;
      hasWords = true;
    },
    finish: () => {
      const found = areMarked() ? readOff() : sort();
      forget();
      return found;
    },
    finishNamed: (names) => {
      const named = areMarked() ? readOffNamed(names) : namesOf(rules, sort(), names);
      forget();
      return named;
    },
  };
};

/** Position of the lowest bit that is set. */
export const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** How many bits are set (Warren, Hacker's Delight, 5-1). */
const bitCount = (bits: number): number => {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
