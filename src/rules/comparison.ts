import { parseInstant } from '../context/iso-instant';
import { compareVersions, parseVersion } from '../context/version-number';
import { foldCase } from './text-match';
import type { AttributeScalar, AttributeValue } from '../context/attribute-value';
import type { AttributeType } from '../context/attributes';

/** A test of a present value. It may be given a value of any type and must answer false for those it cannot compare. */
export type ValueTest = (value: AttributeValue) => boolean;

/** Lists are never equal to one of their items: `$in`, `$contains` and `$all` look into lists. */
export const equalTo = (operand: unknown, type: AttributeType): ValueTest => {
  if (type !== 'date') return (value) => value === operand;
  const instant = instantOf(operand);
  return (value) => instantOf(value) === instant;
};

/** Equal regardless of case. */
export const equalFolded = (operand: unknown): ValueTest => {
  const folded = foldCase(String(operand));
  return (value) => typeof value === 'string' && foldCase(value) === folded;
};

/** One of the values; for a list, an item in common. */
export const oneOf = (operand: unknown, type: AttributeType): ValueTest => {
  if (type === 'date') {
    const instants = new Set((operand as readonly unknown[]).map(instantOf));
    return (value) =>
      isList(value) ? value.some((item) => instants.has(instantOf(item))) : instants.has(instantOf(value));
  }
  const values = operand as readonly AttributeScalar[];
  const [a, b, c, ...others] = values;
  // A few are compared one by one, which is faster than to look one up among them. No value is `undefined`, as those
  // are that are not there.
  if (others.length === 0 && values.length > 0) {
    return (value) => {
      if (typeof value === 'object') return value.some((item) => item === a || item === b || item === c);
      return value === a || value === b || value === c;
    };
  }
  const set = new Set(values);
  return (value) => (typeof value === 'object' ? value.some((item) => set.has(item)) : set.has(value));
};

/** Every one of the values is an item of the list. */
export const allOf = (operand: unknown): ValueTest => {
  const values = operand as readonly AttributeScalar[];
  return (value) => isList(value) && values.every((item) => value.includes(item));
};

/** How a value may lie to an operand. */
export type Relation = 'below' | 'to' | 'from' | 'above';

/**
 * Order of numbers or of dates, as the operand is one or the other: a declared attribute takes no other operand,
 * an undeclared one is compared as what it is, nothing is converted.
 */
export const ordered =
  (relation: Relation) =>
  (operand: unknown): ValueTest => {
    if (typeof operand === 'number') return numberOrdered(relation, operand);
    const limit = instantOf(operand);
    if (limit === undefined) return () => false;
    const test = numberOrdered(relation, limit);
    return (value) => {
      const instant = instantOf(value);
      return instant !== undefined && test(instant);
    };
  };

const numberOrdered = (relation: Relation, limit: number): ValueTest => {
  switch (relation) {
    case 'below':
      return (value) => typeof value === 'number' && value < limit;
    case 'to':
      return (value) => typeof value === 'number' && value <= limit;
    case 'from':
      return (value) => typeof value === 'number' && value >= limit;
    case 'above':
      return (value) => typeof value === 'number' && value > limit;
  }
};

/** Both ends included. */
export const between = (operand: unknown): ValueTest => {
  const [from, to] = operand as readonly unknown[];
  const notBelow = ordered('from')(from);
  const notAbove = ordered('to')(to);
  return (value) => notBelow(value) && notAbove(value);
};

/** Order of versions. */
export const versionOrdered =
  (accepts: (difference: number) => boolean) =>
  (operand: unknown): ValueTest => {
    const limit = parseVersion(String(operand));
    return (value) => {
      const version = typeof value === 'string' ? parseVersion(value) : undefined;
      return version !== undefined && limit !== undefined && accepts(compareVersions(version, limit));
    };
  };

/** A test of text; `fold` ignores case on both sides. */
export const textTest =
  (accepts: (text: string, operand: string) => boolean, fold: boolean) =>
  (operand: unknown): ValueTest => {
    const text = String(operand);
    if (!fold) return (value) => typeof value === 'string' && accepts(value, text);
    const folded = foldCase(text);
    return (value) => typeof value === 'string' && accepts(foldCase(value), folded);
  };

/** A part of a text, or an item of a list. */
export const containing =
  (fold: boolean) =>
  (operand: unknown): ValueTest => {
    const inText = textTest((text, wanted) => text.includes(wanted), fold)(operand);
    const sameItem = fold ? equalFolded(operand) : equalTo(operand, 'string');
    return (value) => (isList(value) ? value.some(sameItem) : inText(value));
  };

export const isList = (value: AttributeValue): value is readonly AttributeScalar[] => Array.isArray(value);

const instantOf = (value: unknown): number | undefined =>
  typeof value === 'string' ? parseInstant(value) : undefined;
