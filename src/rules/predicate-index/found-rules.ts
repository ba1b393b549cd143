/** The rules that match one context: each once, in the end ascending. */
export interface FoundRules {
  /** The first `finish()` of them. */
  readonly rules: Int32Array;
  /** Nothing is found yet, whatever became of an earlier search. */
  begin(): void;
  /** A rule matches; it does not matter how often that is said. */
  add(rule: number): void;
  /** Brings them in order and says how many they are. */
  finish(): number;
}

/** More than this are read off the marks, which are in order already, instead of being sorted where they stand. */
const FEW = 48;

/** @param size number of rules */
export const foundRules = (size: number): FoundRules => {
  const rules = new Int32Array(size);
  /** A bit each. */
  const marks = new Int32Array((size + 31) >>> 5);
  let count = 0;

  const readOff = (): void => {
    let at = 0;
    for (let word = 0; word < marks.length; word += 1) {
      for (let bits = marks[word]!; bits !== 0; bits &= bits - 1) rules[at++] = (word << 5) + lowestBit(bits);
      marks[word] = 0;
    }
  };
  const sort = (): void => {
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
  };

  return {
    rules,
    begin: () => {
      if (count > 0) marks.fill(0);
      count = 0;
    },
    add: (rule) => {
      const bit = 1 << (rule & 31);
      if ((marks[rule >>> 5]! & bit) !== 0) return;
      marks[rule >>> 5]! |= bit;
      rules[count++] = rule;
    },
    finish: () => {
      if (count > FEW) readOff();
      else sort();
      const found = count;
      count = 0;
      return found;
    },
  };
};

/** Position of the lowest bit that is set. */
export const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);
