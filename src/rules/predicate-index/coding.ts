import {
  valueReader,
  type AttributeScalar,
  type AttributeValue,
  type ValueReader,
} from '../../context/attribute-value';
import type { IndexedAttribute } from './atom-table';
import type { Axis } from './axis';
import { cellAmong } from './ordered-axis';

/**
 * How the raw values of one attribute are coded. Nearly all attributes are looked at in one way, and then texts and
 * numbers take a short way: a text is found in a table, a number among bounds. `code` says the same of them, and
 * whatever there is to say of everything else.
 */
export interface Coding {
  /** Missing without consent. */
  readonly stored: boolean;
  readonly slot: number;
  /** Texts whose code is known already. */
  readonly texts: ReadonlyMap<unknown, number>;
  readonly numbers: Float64Array | undefined;
  readonly code: (raw: unknown) => void;
}

/** Says that a slot has a code; 0 = nothing. */
export type Touch = (slot: number, code: number) => void;

/** Makes the coding of an attribute. @param keep called with values that `asked` atoms need */
export const codingOf = (
  attribute: IndexedAttribute,
  stored: boolean,
  touch: Touch,
  keep: (position: number, value: AttributeValue) => void,
): Coding => {
  const { type, axes, items, keepsValue } = attribute;
  const [first, ...others] = axes;
  if (first === undefined || others.length > 0 || items.size > 0 || keepsValue) {
    return { stored, slot: 0, ...NO_SHORT_WAY, code: codeInManyWays(attribute, touch, keep) };
  }
  const { slot, axis } = first;
  const read = valueReader(type);
  if (axis.numbers !== undefined) return { stored, slot, ...codeNumbers(slot, read, axis.numbers, touch) };
  return { stored, slot, ...codeTexts(slot, read, axis, touch) };
};

const NO_SHORT_WAY: Pick<Coding, 'texts' | 'numbers'> = { texts: new Map(), numbers: undefined };

const codeInManyWays =
  (
    { position, type, axes, items, keepsValue }: IndexedAttribute,
    touch: Touch,
    keep: (position: number, value: AttributeValue) => void,
  ): Coding['code'] =>
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

// The functions below do not see the axis: with hundreds of attributes, what it was made with would be kept for nothing.

type HowToCode = Pick<Coding, 'texts' | 'numbers' | 'code'>;

const codeNumbers = (slot: number, read: ValueReader, numbers: Float64Array, touch: Touch): HowToCode => ({
  texts: NO_SHORT_WAY.texts,
  numbers,
  code: (raw) => {
    const value = read(raw);
    if (typeof value === 'number') touch(slot, cellAmong(numbers, value));
  },
});

const codeTexts = (slot: number, read: ValueReader, { texts, codeOf }: Axis, touch: Touch): HowToCode => {
  if (texts !== undefined) {
    const code = (raw: unknown): void => {
      const value = read(raw);
      if (value !== undefined) touch(slot, codeOf(value));
    };
    return { texts, numbers: undefined, code };
  }
  const remembered = new Map<unknown, number>();
  const code = (raw: unknown): void => {
    const value = read(raw);
    const cell = value === undefined ? 0 : codeOf(value);
    touch(slot, cell);
    if (typeof raw === 'string') remember(remembered, raw, cell);
  };
  return { texts: remembered, numbers: undefined, code };
};

/** So many texts of an attribute are remembered, and none that is longer: versions, dates and paths come again and again. */
const REMEMBERED_TEXTS = 512;
const REMEMBERED_LENGTH = 64;

/** When the table is full it begins anew, so that nobody can fill it for good. */
const remember = (texts: Map<unknown, number>, text: string, code: number): void => {
  if (text.length > REMEMBERED_LENGTH) return;
  if (texts.size >= REMEMBERED_TEXTS) texts.clear();
  texts.set(text, code);
};
