import type { ConditionNode } from '../rule-tree';

/** What a condition asks of a text. */
export type TextShape =
  /** One of these words. */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly fold: boolean }
  /** These pieces in this order, the first at the beginning, the last at the end; an empty one stands for anything. */
  | { readonly kind: 'pattern'; readonly pieces: readonly string[]; readonly fold: boolean }
  | { readonly kind: 'order'; readonly of: 'version' | 'date'; readonly bounds: readonly string[] }
  | { readonly kind: 'always' | 'never' };

const NEVER: TextShape = { kind: 'never' };

/** The shape of a positive condition. Dates of declared attributes are no text here: only their moments are compared. */
export const textShape = ({ operator, operand }: ConditionNode): TextShape => {
  const words = (fold = false): TextShape => {
    const texts = (Array.isArray(operand) ? operand : [operand]).filter(isText);
    return texts.length > 0 ? { kind: 'words', words: texts, fold } : NEVER;
  };
  const pattern = (before: string, after: string, fold: boolean): TextShape =>
    isText(operand) ? { kind: 'pattern', pieces: piecesOf(before, operand, after), fold } : NEVER;
  const order = (of: 'version' | 'date'): TextShape => {
    const bounds = (Array.isArray(operand) ? operand : [operand]).filter(isText);
    return bounds.length > 0 ? { kind: 'order', of, bounds } : NEVER;
  };
  switch (operator) {
    case '$eq':
    case '$in':
      return words();
    case '$eqi':
      return words(true);
    case '$startsWith':
    case '$startsWithi':
      return pattern('', '*', operator === '$startsWithi');
    case '$endsWith':
    case '$endsWithi':
      return pattern('*', '', operator === '$endsWithi');
    case '$contains':
    case '$containsi':
      return pattern('*', '*', operator === '$containsi');
    case '$matches': {
      const pieces = String(operand).split('*');
      return pieces.length === 1 ? words() : { kind: 'pattern', pieces, fold: false };
    }
    case '$lt':
    case '$lte':
    case '$gt':
    case '$gte':
    case '$between':
      return order('date');
    case '$veq':
    case '$vgt':
    case '$vgte':
    case '$vlt':
    case '$vlte':
      return order('version');
    case '$notNull':
      return { kind: 'always' };
    default:
      return NEVER;
  }
};

const isText = (value: unknown): value is string => typeof value === 'string';

const piecesOf = (before: string, text: string, after: string): string[] => [
  ...(before === '' ? [] : ['']),
  text,
  ...(after === '' ? [] : ['']),
];
