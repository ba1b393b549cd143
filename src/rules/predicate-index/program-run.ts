import { AMONG, ANY, ASKED, BITS, NOT_AMONG, NOT_ASKED, NOT_BITS } from './residual-program';

/** Do all tests hold that begin at a position? */
export type ProgramRun = (at: number) => boolean;

/**
 * Makes the interpreter of a program.
 *
 * @param codes code by slot of the context that is looked at
 * @param asked does an atom without cells hold in it?
 */
export const programRun = (
  program: Int32Array,
  codes: Int32Array,
  asked: (position: number) => boolean,
): ProgramRun => {
  const holds: ProgramRun = (start) => {
    let at = start;
    for (;;) {
      const first = program[at]!;
      if (first < AMONG) {
        if (first >= 0) {
          if (!isWithin(codes[first]!, program[at + 1]!, program[at + 2]!)) return false;
        } else if (isWithin(codes[~first]!, program[at + 1]!, program[at + 2]!)) return false;
        at += 3;
        continue;
      }
      switch (first) {
        case AMONG:
        case NOT_AMONG: {
          const count = program[at + 2]!;
          if (among(at + 3, count, codes[program[at + 1]!]!) === (first === NOT_AMONG)) return false;
          at += 3 + count;
          break;
        }
        case BITS:
        case NOT_BITS: {
          const count = program[at + 2]!;
          const code = codes[program[at + 1]!]!;
          const word = code >>> 5;
          const isSet = word < count && ((program[at + 3 + word]! >>> (code & 31)) & 1) === 1;
          if (isSet === (first === NOT_BITS)) return false;
          at += 3 + count;
          break;
        }
        case ASKED:
        case NOT_ASKED:
          if (asked(program[at + 1]!) === (first === NOT_ASKED)) return false;
          at += 2;
          break;
        case ANY:
          if (!any(at + 2, program[at + 1]!)) return false;
          at = program[at + 1]!;
          break;
        default:
          return true;
      }
    }
  };

  const any = (start: number, behind: number): boolean => {
    for (let at = start; at < behind; at = program[at]!) if (holds(at + 1)) return true;
    return false;
  };

  /** Short lists are walked, long ones halved. */
  const among = (start: number, length: number, code: number): boolean => {
    if (length <= 8) {
      for (let at = start; at < start + length; at += 1) if (program[at] === code) return true;
      return false;
    }
    let low = start;
    let high = start + length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (program[middle]! < code) low = middle + 1;
      else high = middle;
    }
    return low < start + length && program[low] === code;
  };

  return holds;
};

/** Is a code `from` … `from + width`? One comparison of whole numbers for both ends: what is below becomes very large. */
export const isWithin = (code: number, from: number, width: number): boolean =>
  (code - from) >>> 0 <= width >>> 0;
