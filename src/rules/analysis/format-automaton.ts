import { LOST, type TextAutomaton } from './text-automaton';

const DOT = 100;
const PRE_RELEASE = 200;
const BUILD = 300;

/** Accepts versions as `version-number.ts` reads them; their length is for the search to bound. */
export const VERSION_AUTOMATON: TextAutomaton = {
  start: 0,
  step: (state, unit) => {
    if (state === 0 || state === 1) return isDigit(unit) ? 2 : state === 0 && unit === 'v' ? 1 : LOST;
    if (state >= BUILD || state >= PRE_RELEASE) {
      if (unit === '+' && state === PRE_RELEASE + 1) return BUILD;
      return isIdentifier(unit) ? (state >= BUILD ? BUILD + 1 : PRE_RELEASE + 1) : LOST;
    }
    if (state >= DOT) return isDigit(unit) ? (state - DOT) * 15 + 2 : LOST;
    const group = Math.floor((state - 2) / 15);
    const digits = ((state - 2) % 15) + 1;
    if (isDigit(unit)) return digits < 15 ? state + 1 : LOST;
    if (unit === '.') return group < 5 ? DOT + group + 1 : LOST;
    if (unit === '-') return PRE_RELEASE;
    return unit === '+' ? BUILD : LOST;
  },
  accepts: (state) => state === PRE_RELEASE + 1 || state === BUILD + 1 || (state >= 2 && state < DOT),
};

const isIdentifier = (unit: string): boolean => /^[0-9A-Za-z.-]$/.test(unit);

/** Units at which one of the two formats goes on differently; all others are alike to them. */
export const formatClass = (unit: string): string => {
  if (isDigit(unit)) return 'digit';
  if ('.-+:vTZ'.includes(unit)) return unit;
  return /^[A-Za-z]$/.test(unit) ? 'letter' : '';
};

/** What `formatClass` tells apart, one after another. */
export const FORMAT_UNITS: readonly string[] = [
  ...'0123456789.-+:vTZabcdefghijklmnopqrstuwxyzABCDEFGHIJKLMNOPQRSUVWXY',
];

const MOMENT = 'dddd-dd-ddTdd:dd:dd.';
const FRACTION = MOMENT.length;
const ZONED = 40;
const OFFSET = 'dd:dd';
const ENDS: ReadonlySet<number> = new Set(
  ['dddd-dd-dd', 'dddd-dd-ddTdd:dd', 'dddd-dd-ddTdd:dd:dd'].map((text) => text.length),
);

/** Accepts whatever is written like a date of `iso-instant.ts`, also days that do not exist. */
export const DATE_AUTOMATON: TextAutomaton = {
  start: 0,
  step: (state, unit) => {
    if (state > ZONED) return fits(OFFSET.charAt(state - ZONED - 1), unit) ? state + 1 : LOST;
    if (state === ZONED) return LOST;
    if (mayHaveZone(state) && unit === 'Z') return ZONED;
    if (mayHaveZone(state) && (unit === '+' || unit === '-')) return ZONED + 1;
    if (state < FRACTION) return fits(MOMENT.charAt(state), unit) ? state + 1 : LOST;
    return isDigit(unit) && state < FRACTION + 9 ? state + 1 : LOST;
  },
  accepts: (state) =>
    ENDS.has(state) || (state > FRACTION && state <= ZONED) || state === ZONED + 1 + OFFSET.length,
};

/** Behind minutes, seconds and their parts. */
const mayHaveZone = (state: number): boolean => state === 16 || state === 19 || state > FRACTION;

const fits = (place: string, unit: string): boolean => (place === 'd' ? isDigit(unit) : place === unit);

const isDigit = (unit: string): boolean => unit >= '0' && unit <= '9' && unit.length === 1;
