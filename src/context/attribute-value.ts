import { LIMITS } from '../foundation/limits';
import { parseInstant } from './iso-instant';
import { parseVersion } from './version-number';
import type { AttributeType } from './attributes';

/** A single fact: text, a finite number, yes or no. */
export type AttributeScalar = string | number | boolean;

/** What a rule may compare: a single fact or a list of them. */
export type AttributeValue = AttributeScalar | readonly AttributeScalar[];

/** How a type reads a raw value; `undefined` = absent. */
export type ValueReader = (raw: unknown) => AttributeValue | undefined;

/**
 * The value of an attribute as its type reads it, or `undefined` = absent.
 *
 * A value of another type is absent, never an error: a rule must not fail because of what a visitor sends.
 * The only coercion is a number from a numeric string; dates and versions stay text once they are known to be
 * valid. Text and lists beyond the limits are absent too.
 */
export const attributeValue = (raw: unknown, type: AttributeType): AttributeValue | undefined =>
  valueReader(type)(raw);

/** The reader of a type, for whoever reads it again and again. */
export const valueReader = (type: AttributeType): ValueReader => READERS[type];

const NUMERIC = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A finite number, also from a numeric string such as `"3"`; `-0` is 0. */
export const numberValue = (raw: unknown): number | undefined => {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw + 0 : undefined;
  if (typeof raw !== 'string' || raw.length > LIMITS.stringLength || !NUMERIC.test(raw)) return undefined;
  const number = Number(raw);
  return Number.isFinite(number) ? number + 0 : undefined;
};

/** Text that is not too long. */
export const textValue = (raw: unknown): string | undefined =>
  typeof raw === 'string' && raw.length <= LIMITS.stringLength ? raw : undefined;

const textWhere = (raw: unknown, accepts: (text: string) => boolean): string | undefined => {
  const text = textValue(raw);
  return text !== undefined && accepts(text) ? text : undefined;
};

const scalarValue = (raw: unknown): AttributeScalar | undefined => {
  if (typeof raw === 'boolean') return raw;
  return typeof raw === 'number' ? numberValue(raw) : textValue(raw);
};

const listValue = <T extends AttributeScalar>(
  raw: unknown,
  item: (raw: unknown) => T | undefined,
): readonly T[] | undefined => {
  if (!Array.isArray(raw) || raw.length > LIMITS.contextListItems) return undefined;
  const values: T[] = [];
  for (const entry of raw as readonly unknown[]) {
    const value = item(entry);
    if (value !== undefined) values.push(value);
  }
  return values;
};

const READERS: Readonly<Record<AttributeType, ValueReader>> = {
  string: textValue,
  number: numberValue,
  boolean: (raw) => (typeof raw === 'boolean' ? raw : undefined),
  date: (raw) => textWhere(raw, (text) => parseInstant(text) !== undefined),
  version: (raw) => textWhere(raw, (text) => parseVersion(text) !== undefined),
  'string-list': (raw) => listValue(raw, textValue),
  any: (raw) => scalarValue(raw) ?? listValue(raw, scalarValue),
};
