import type { AttributeScalar, AttributeValue } from '../../context/attribute-value';
import type { Ask, Axis } from './axis';
import { codesOf, LAST_CODE, NONE } from './code-set';

/** Any present value that no rule names. */
const OTHER = 1;

/**
 * Values as they are, or as `read` turns them: each value that some rule names has a cell of its own, all others
 * share one. A list is equal to nothing, so it is one of the others.
 *
 * @param read `undefined` = this axis says nothing of such a value
 */
export const exactAxis = (read?: (value: AttributeValue) => AttributeScalar | undefined): Axis => {
  const codes = new Map<AttributeValue, number>();
  return {
    ...(read === undefined && { texts: codes }),
    tell: (ask) => {
      for (const value of valuesOf(ask)) if (!codes.has(value)) codes.set(value, codes.size + OTHER + 1);
    },
    seal: () => {},
    codeOf: (value) => {
      const compared = read === undefined ? value : read(value);
      return compared === undefined ? 0 : (codes.get(compared) ?? OTHER);
    },
    get size() {
      return codes.size + OTHER + 1;
    },
    setOf: (ask) => {
      if (ask.kind === 'present') return { from: OTHER, to: LAST_CODE };
      return ask.kind === 'among' ? codesOf(ask.values.map((value) => codes.get(value)!)) : NONE;
    },
    guess: (ask) => (ask.kind === 'present' ? 0.7 : valuesOf(ask).length / (codes.size + 1)),
  };
};

const valuesOf = (ask: Ask): readonly AttributeScalar[] => (ask.kind === 'among' ? ask.values : []);
