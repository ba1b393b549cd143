import { foldCase } from '../text-match';
import { FORMAT_UNITS, formatClass } from './format-automaton';

/** One code unit that a text may have, as it is and with its case folded (one letter folds to two units: İ). */
export interface TextUnit {
  readonly raw: string;
  readonly folded: string;
}

/** What the conditions on one attribute look at. */
export interface Compared {
  /** Operands that are compared as they are. */
  readonly exact: readonly string[];
  /** Operands that are compared without case. */
  readonly folded: readonly string[];
  /** Does it matter whether a text is written like a version or a date? */
  readonly formats: boolean;
}

/**
 * The code units that make a difference to conditions, and of all others one that stands for them. Units that no
 * condition can tell apart are one. So a text exists that answers the conditions exactly if one of these units does.
 *
 * @returns `undefined` where small letters depend on their neighbours or take two units: a unit is not enough then
 */
export const textAlphabet = ({ exact, folded, formats }: Compared): TextUnit[] | undefined => {
  const wanted = folded.map(foldCase);
  if (wanted.some(needsMoreThanUnits)) return undefined;
  const exactUnits = unitsOf(exact);
  const foldedUnits = unitsOf(wanted);
  const candidates = [
    ...exactUnits,
    ...[...foldedUnits].flatMap((unit) => (capitals().get(unit) ?? []).concat(unit)),
    ...(formats ? FORMAT_UNITS : []),
  ];
  const isStranger = (raw: string): boolean =>
    !exactUnits.has(raw) &&
    !foldCase(raw)
      .split('')
      .some((part) => foldedUnits.has(part)) &&
    !(formats && formatClass(raw));
  const stranger = STRANGERS.find(isStranger);
  const alphabet = new Map<string, TextUnit>();
  for (const raw of stranger === undefined ? candidates : [...candidates, stranger]) {
    const unit = { raw, folded: foldCase(raw) };
    const signature = JSON.stringify([
      exactUnits.has(raw) ? raw : '',
      [...unit.folded].map((part) => (foldedUnits.has(part) ? part : '')),
      formats ? formatClass(raw) : '',
    ]);
    if (!alphabet.has(signature)) alphabet.set(signature, unit);
  }
  return [...alphabet.values()];
};

/** More units than conditions can name: readable ones first, then private ones, which have no case. */
const STRANGERS: readonly string[] = [
  ...'xyzqjkw_~!',
  ...Array.from({ length: 6_400 }, (_, index) => String.fromCharCode(0xe000 + index)),
];

const unitsOf = (texts: readonly string[]): Set<string> => new Set(texts.flatMap((text) => text.split('')));

/** The Greek sigma looks at what stands behind it; letters beyond the first plane take two units. */
const needsMoreThanUnits = (text: string): boolean =>
  /[σς]/.test(text) ||
  [...text].some((letter) => letter.length > 1 && letter.toUpperCase() !== letter.toLowerCase());

let capitalsByUnit: Map<string, string[]> | undefined;

/** Units that have this one in their small form, as the machine itself folds them: 65,536 looks, taken once. */
const capitals = (): ReadonlyMap<string, string[]> => {
  if (capitalsByUnit) return capitalsByUnit;
  capitalsByUnit = new Map();
  for (let code = 0; code < 0x10000; code += 1) {
    const raw = String.fromCharCode(code);
    const folded = foldCase(raw);
    if (folded === raw) continue;
    for (const unit of folded.split('')) {
      capitalsByUnit.set(unit, [...(capitalsByUnit.get(unit) ?? []), raw]);
    }
  }
  return capitalsByUnit;
};
