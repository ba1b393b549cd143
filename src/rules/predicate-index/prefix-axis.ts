import { byText } from '../../foundation/compare';
import type { AttributeValue } from '../../context/attribute-value';
import type { Ask, Axis } from './axis';
import { NONE } from './code-set';

/** Beginnings that no rule names. */
const NO_PREFIX = 1;

/**
 * Text by its beginning. The beginnings that rules name are sorted, so those inside another one follow it in one
 * run: a text has the cell of the longest one that it begins with, and *begins with p* is the run of p. The longest
 * one is found from the greatest that is not behind the text, which has it around itself if it is not it.
 *
 * @param fold brings texts and beginnings to one case; what is told must be folded already
 */
export const prefixAxis = (fold?: (text: string) => string): Axis => {
  const told = new Set<string>();
  let prefixes: string[] = [];
  let around: number[] = [];
  /** First beginning behind a text. */
  const behind = (text: string): number => {
    let low = 0;
    let high = prefixes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (prefixes[middle]! <= text) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const positionOf = (text: string): number | undefined => {
    const at = behind(text) - 1;
    return prefixes[at] === text ? at : undefined;
  };
  const lastInside = (at: number): number => {
    let last = at;
    while (last + 1 < prefixes.length && prefixes[last + 1]!.startsWith(prefixes[at]!)) last += 1;
    return last;
  };
  return {
    tell: (ask) => {
      if (ask.kind === 'prefix') told.add(ask.text);
    },
    seal: () => {
      prefixes = [...told].sort(byText);
      told.clear();
      around = new Array<number>(prefixes.length + NO_PREFIX + 1).fill(0);
      const open: number[] = [];
      prefixes.forEach((prefix, at) => {
        while (open.length > 0 && !prefix.startsWith(prefixes[open.at(-1)!]!)) open.pop();
        if (open.length > 0) around[at + NO_PREFIX + 1] = open.at(-1)! + NO_PREFIX + 1;
        open.push(at);
      });
    },
    codeOf: (value: AttributeValue) => {
      if (typeof value !== 'string') return 0;
      const text = fold === undefined ? value : fold(value);
      let code = behind(text) + NO_PREFIX;
      while (code > NO_PREFIX && !text.startsWith(prefixes[code - NO_PREFIX - 1]!)) code = around[code]!;
      return code > NO_PREFIX ? code : NO_PREFIX;
    },
    get size() {
      return prefixes.length + NO_PREFIX + 1;
    },
    setOf: (ask: Ask) => {
      const at = ask.kind === 'prefix' ? positionOf(ask.text) : undefined;
      if (at === undefined) return NONE;
      return { from: at + NO_PREFIX + 1, to: lastInside(at) + NO_PREFIX + 1 };
    },
    get around() {
      return around;
    },
    // A longer way down the tree is rarer; beside each other they share.
    guess: (_ask, set) => ('from' in set ? Math.min(1, (set.to - set.from + 2) / (prefixes.length + 2)) : 0),
  };
};
