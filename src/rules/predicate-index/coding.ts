import {
  valueReader,
  type AttributeScalar,
  type AttributeValue,
  type ValueReader,
} from '../../context/attribute-value';
import type { IndexedAttribute } from './atom-table';
import type { Axis } from './axis';
import { cellAmong } from './ordered-axis';
import type { TextMemory, TextTable } from './text-memory';

/**
 * How the raw values of one attribute are coded. Nearly all attributes are looked at in one way, and then texts and
 * numbers take a short way: a text is found in a table, a number among bounds. For what is found there `code` says the
 * same, and it says what there is to say of everything else. `texts` are those whose code is known already.
 */
export interface Coding extends TextTable {
  /** Missing without consent. */
  readonly stored: boolean;
  readonly slot: number;
  readonly numbers: Float64Array | undefined;
  readonly code: (raw: unknown) => void;
}

/** Says that a slot has a code; 0 = nothing. */
type Touch = (slot: number, code: number) => void;

/** What the codings of one index share. */
export interface Codings {
  readonly touch: Touch;
  /** Called with values that `asked` atoms need. */
  readonly keep: (position: number, value: AttributeValue) => void;
  readonly memory: TextMemory;
}

/** Makes the coding of an attribute. @param stored missing without consent */
export const codingOf = (attribute: IndexedAttribute, stored: boolean, codings: Codings): Coding => {
  const { type, axes, items, keepsValue } = attribute;
  const [first, ...others] = axes;
  if (first === undefined || others.length > 0 || items.size > 0 || keepsValue) {
    return { stored, slot: 0, ...NO_SHORT_WAY, code: codeInManyWays(attribute, codings) };
  }
  const { slot, axis } = first;
  const read = valueReader(type);
  const plain = { stored, slot, read };
  if (axis.numbers !== undefined) return codeNumbers(plain, axis.numbers, codings);
  // A text that is no version is not one of them, even where a rule names it: so it must be read first.
  const isTakenAsItIs = type === 'string' || type === 'any';
  return axis.texts !== undefined && isTakenAsItIs
    ? codeNames(plain, axis.texts, axis, codings)
    : codeTexts(plain, axis, codings);
};

const NO_TEXTS: ReadonlyMap<unknown, number> = new Map();
const NO_SHORT_WAY = { texts: NO_TEXTS, older: NO_TEXTS, numbers: undefined };

const codeInManyWays =
  ({ position, type, axes, items, keepsValue }: IndexedAttribute, { touch, keep }: Codings): Coding['code'] =>
  (raw) => {
    const value = valueReader(type)(raw);
    if (value === undefined) return;
    for (const { slot, axis } of axes) touch(slot, axis.codeOf(value));
    if (items.size > 0 && Array.isArray(value)) {
      for (const item of value as readonly AttributeScalar[]) {
        for (const slot of items.get(item) ?? []) touch(slot, 1);
      }
    }
    if (keepsValue) keep(position, value);
  };

/** An attribute that is looked at in one way. */
interface PlainAttribute {
  readonly stored: boolean;
  readonly slot: number;
  readonly read: ValueReader;
}

// The functions below do not keep the axis: with hundreds of attributes, what it was made with would be kept for nothing.

const codeNumbers = (
  { stored, slot, read }: PlainAttribute,
  numbers: Float64Array,
  { touch }: Codings,
): Coding => ({
  stored,
  slot,
  ...NO_SHORT_WAY,
  numbers,
  code: (raw) => {
    const value = read(raw);
    if (typeof value === 'number') touch(slot, cellAmong(numbers, value));
  },
});

const codeNames = (
  { stored, slot, read }: PlainAttribute,
  texts: ReadonlyMap<unknown, number>,
  { codeOf }: Axis,
  { touch }: Codings,
): Coding => ({
  stored,
  slot,
  ...NO_SHORT_WAY,
  texts,
  code: (raw) => {
    const value = read(raw);
    if (value !== undefined) touch(slot, codeOf(value));
  },
});

const codeTexts = (
  { stored, slot, read }: PlainAttribute,
  { codeOf }: Axis,
  { touch, memory }: Codings,
): Coding => {
  const coding: Coding = {
    stored,
    slot,
    ...NO_SHORT_WAY,
    code: (raw) => {
      const known = typeof raw === 'string' ? memory.recall(coding, raw) : undefined;
      if (known !== undefined) return touch(slot, known);
      const value = read(raw);
      const cell = value === undefined ? 0 : codeOf(value);
      touch(slot, cell);
      if (typeof raw === 'string') memory.remember(coding, raw, cell);
    },
  };
  memory.adopt(coding);
  return coding;
};
