import {
  allOf,
  between,
  containing,
  equalFolded,
  equalTo,
  isList,
  oneOf,
  ordered,
  textTest,
  versionOrdered,
  type Relation,
  type ValueTest,
} from './comparison';
import { isOperatorName, OPERATOR_NAMES, type OperatorName } from './operator-names';
import { wildcardMatcher } from './text-match';
import type { AttributeValue } from '../context/attribute-value';
import type { AttributeType } from '../context/attributes';

/** What kind of operand an operator takes; `operand.ts` checks it. */
export type OperandKind =
  | 'value'
  | 'values'
  | 'text'
  | 'pattern'
  | 'bound'
  | 'range'
  | 'presence'
  | 'version'
  | 'item-test'
  | 'size';

/** One operator: where it may stand and what it does. */
export interface Operator {
  /** Types of attribute that it can be asked of; `any` always. */
  readonly types: ReadonlySet<AttributeType>;
  readonly operand: OperandKind;
  /** The operator that it is the exact negation of, also where the attribute is missing. */
  readonly negates?: OperatorName;
  /** Prepares the test of a present value; for a negation this is the test of the positive operator. */
  readonly test: (operand: unknown, type: AttributeType) => ValueTest;
}

const types = (...names: AttributeType[]): ReadonlySet<AttributeType> =>
  new Set<AttributeType>([...names, 'any']);
const EVERY = types('string', 'number', 'boolean', 'date', 'version', 'string-list');
const SCALARS = types('string', 'number', 'boolean', 'date', 'version');
const TEXTS = types('string', 'version');
const TEXTS_AND_LISTS = types('string', 'version', 'string-list');
const LISTS = types('string-list');
const ORDERED = types('number', 'date');

const equal: Operator = { types: SCALARS, operand: 'value', test: equalTo };
const equalIgnoringCase: Operator = { types: TEXTS, operand: 'text', test: equalFolded };
const among: Operator = { types: EVERY, operand: 'values', test: oneOf };
const contains: Operator = { types: TEXTS_AND_LISTS, operand: 'text', test: containing(false) };
const containsIgnoringCase: Operator = { types: TEXTS_AND_LISTS, operand: 'text', test: containing(true) };
const present: Operator = { types: EVERY, operand: 'presence', test: () => () => true };

const bound = (relation: Relation): Operator => ({
  types: ORDERED,
  operand: 'bound',
  test: ordered(relation),
});

const text = (accepts: (text: string, operand: string) => boolean, fold: boolean): Operator => ({
  types: TEXTS,
  operand: 'text',
  test: textTest(accepts, fold),
});

const version = (accepts: (difference: number) => boolean): Operator => ({
  types: TEXTS,
  operand: 'version',
  test: versionOrdered(accepts),
});

const startsWith = (value: string, operand: string): boolean => value.startsWith(operand);
const endsWith = (value: string, operand: string): boolean => value.endsWith(operand);
const sameVersion = version((difference) => difference === 0);

/** The operators of an object such as `{ $gte: 2 }` inside `$elemMatch` and `$size`, all of which must hold. */
const everyTest = (operand: unknown, type: AttributeType): ValueTest => {
  const tests = Object.entries(operand as Readonly<Record<string, unknown>>).map(([name, nested]) =>
    isOperatorName(name) ? conditionTest(name, nested, type) : () => false,
  );
  return (value) => tests.every((test) => test(value));
};

const someItem = (operand: unknown, type: AttributeType): ValueTest => {
  const test = everyTest(operand, type === 'string-list' ? 'string' : 'any');
  return (value) => isList(value) && value.some((item) => test(item));
};

const itemCount = (operand: unknown): ValueTest => {
  const test = typeof operand === 'number' ? equalTo(operand, 'number') : everyTest(operand, 'number');
  return (value) => isList(value) && test(value.length);
};

/** The one table of the rule language: validate, compile, explain and describe all walk it. */
export const OPERATORS: Readonly<Record<OperatorName, Operator>> = {
  $eq: equal,
  $ne: { ...equal, negates: '$eq' },
  $eqi: equalIgnoringCase,
  $nei: { ...equalIgnoringCase, negates: '$eqi' },
  $in: among,
  $notIn: { ...among, negates: '$in' },
  $lt: bound('below'),
  $lte: bound('to'),
  $gt: bound('above'),
  $gte: bound('from'),
  $between: { types: ORDERED, operand: 'range', test: between },
  $contains: contains,
  $notContains: { ...contains, negates: '$contains' },
  $containsi: containsIgnoringCase,
  $notContainsi: { ...containsIgnoringCase, negates: '$containsi' },
  $startsWith: text(startsWith, false),
  $startsWithi: text(startsWith, true),
  $endsWith: text(endsWith, false),
  $endsWithi: text(endsWith, true),
  $matches: {
    types: TEXTS,
    operand: 'pattern',
    test: (operand) => {
      const matches = wildcardMatcher(String(operand));
      return (value) => typeof value === 'string' && matches(value);
    },
  },
  $notNull: present,
  $null: { ...present, negates: '$notNull' },
  $all: { types: LISTS, operand: 'values', test: allOf },
  $elemMatch: { types: LISTS, operand: 'item-test', test: someItem },
  $size: { types: LISTS, operand: 'size', test: itemCount },
  $veq: sameVersion,
  $vne: { ...sameVersion, negates: '$veq' },
  $vgt: version((difference) => difference > 0),
  $vgte: version((difference) => difference >= 0),
  $vlt: version((difference) => difference < 0),
  $vlte: version((difference) => difference <= 0),
};

/**
 * The test of one condition. A missing attribute makes a positive operator false;
 * a negative operator is the exact negation of its positive one, so there it is true.
 */
export const conditionTest = (
  name: OperatorName,
  operand: unknown,
  type: AttributeType,
): ((value: AttributeValue | undefined) => boolean) => {
  const operator = OPERATORS[name];
  const test = operator.test(operand, type);
  return operator.negates === undefined
    ? (value) => value !== undefined && test(value)
    : (value) => value === undefined || !test(value);
};

/** The operator that is true exactly where this one is false, if there is one. */
export const oppositeOf = (name: OperatorName): OperatorName | undefined =>
  OPERATORS[name].negates ?? OPERATOR_NAMES.find((candidate) => OPERATORS[candidate].negates === name);

/** Spellings of MongoDB-style tools and what they are stored as. `$exists` depends on its operand, see `parse-conditions.ts`. */
export const OPERATOR_ALIASES: ReadonlyMap<string, OperatorName> = new Map([['$nin', '$notIn']]);
