import type { AttributeScalar, AttributeValue } from '../../context/attribute-value';
import type { CodeSet } from './code-set';

/** What an atom asks of the values of one attribute. Values are ready to compare: instants are numbers, folded text is folded. */
export type Ask =
  | { readonly kind: 'present' }
  | { readonly kind: 'among'; readonly values: readonly AttributeScalar[] }
  | { readonly kind: 'from' | 'above' | 'to' | 'below'; readonly bound: AttributeScalar }
  | { readonly kind: 'prefix'; readonly text: string };

/**
 * One way to look at the values of an attribute (as they are, as numbers, by their beginning …), cut into *cells*:
 * values that satisfy the same atoms share one, and a cell is a number (the equivalence classes of Gupta & McKeown,
 * Packet Classification on Multiple Fields, SIGCOMM 1999, which turn header fields into small numbers first). Atoms
 * are told first; after `seal` their number is fixed, and a value is coded once per context instead of being compared
 * once per rule.
 */
export interface Axis {
  /** Every question that will be asked. Before `seal` only. */
  tell(ask: Ask): void;
  seal(): void;
  /** The cell of a present value: 0 = this axis says nothing of it. After `seal` only, as all below. */
  codeOf(value: AttributeValue): number;
  /** The values that have a cell of their own, where values are compared as they are. */
  readonly texts?: ReadonlyMap<unknown, number>;
  /** Where values are numbers: what `cellAmong` finds their cells in. */
  readonly numbers?: Float64Array;
  /** Number of codes, 0 included. */
  readonly size: number;
  /** The cells that satisfy a question. */
  setOf(ask: Ask): CodeSet;
  /** For cells in a tree, the one around each; an atom of a cell holds in all cells inside it. 0 = none. */
  readonly around?: readonly number[];
  /** Guessed share of present values that satisfy a question, 0..1. @param set the cells that do */
  guess(ask: Ask, set: CodeSet): number;
}
