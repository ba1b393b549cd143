import { issue, type Issue } from '../foundation/issue';
import { LIMITS } from '../foundation/limits';
import { isRecord } from '../foundation/plain-object';
import { err, ok, type Result } from '../foundation/result';
import { parseInstant } from '../context/iso-instant';
import { parseVersion } from '../context/version-number';
import { isOperatorName, type OperatorName } from './operator-names';
import { OPERATOR_ALIASES, OPERATORS } from './operators';
import { scalarOperand } from './scalar-operand';
import type { ValueFormat } from './value-format';
import type { AttributeType } from '../context/attributes';

/** Where an operand stands: what it is compared with and where to point when it is wrong. */
export interface OperandPlace {
  readonly operator: OperatorName;
  readonly type: AttributeType;
  /** Closed set of the attribute's values, if it has one. */
  readonly values?: readonly string[];
  /** How its values are written, where no list can name them all. */
  readonly format?: ValueFormat;
  readonly path: Issue['path'];
}

/** Checks an operand and gives it as it is stored: numbers as numbers, nested operators without aliases. */
export const checkOperand = (operand: unknown, place: OperandPlace): Result<unknown, Issue> => {
  switch (OPERATORS[place.operator].operand) {
    case 'value':
      return scalarOperand(operand, place);
    case 'values':
      return checkValues(operand, place);
    case 'text':
      return checkText(operand, place);
    case 'pattern':
      return checkPattern(operand, place);
    case 'bound':
      return checkBound(operand, place);
    case 'range':
      return checkRange(operand, place);
    case 'presence':
      return operand === true ? ok(true) : wrong(place, `${place.operator} takes true or false.`);
    case 'version':
      return checkVersion(operand, place);
    case 'item-test':
      return checkItemTest(operand, place);
    case 'size':
      return checkSize(operand, place);
  }
};

const wrong = (place: OperandPlace, message: string): Result<never, Issue> =>
  err(issue('operand-type', place.path, message));

const checkValues = (operand: unknown, place: OperandPlace): Result<unknown, Issue> => {
  if (!Array.isArray(operand)) return wrong(place, `${place.operator} takes a list, such as ["a", "b"].`);
  if (operand.length === 0) {
    return err(issue('operand-empty', place.path, `Give ${place.operator} at least one value.`));
  }
  if (operand.length > LIMITS.ruleListValues) {
    return err(
      issue(
        'operand-too-many',
        place.path,
        `Give ${place.operator} at most ${LIMITS.ruleListValues} values.`,
      ),
    );
  }
  const values: unknown[] = [];
  for (const [index, entry] of operand.entries()) {
    const value = scalarOperand(entry, { ...place, path: [...place.path, index] });
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(values);
};

const checkText = (operand: unknown, place: OperandPlace): Result<string, Issue> => {
  if (typeof operand !== 'string') return wrong(place, `${place.operator} takes a text.`);
  if (operand === '')
    return err(issue('operand-empty', place.path, `Give ${place.operator} a text to look for.`));
  if (operand.length > LIMITS.stringLength) {
    return err(issue('operand-too-long', place.path, `Use at most ${LIMITS.stringLength} characters.`));
  }
  return ok(operand);
};

const checkPattern = (operand: unknown, place: OperandPlace): Result<string, Issue> => {
  const text = checkText(operand, place);
  if (!text.ok || text.value.split('*').length - 1 <= LIMITS.patternWildcards) return text;
  return err(
    issue(
      'pattern-too-complex',
      place.path,
      `Use at most ${LIMITS.patternWildcards} wildcards (*) in one pattern.`,
    ),
  );
};

/** Without a declaration the operand decides whether numbers or dates are compared. */
const checkBound = (operand: unknown, place: OperandPlace): Result<unknown, Issue> => {
  const { type } = place;
  if (type !== 'any') return scalarOperand(operand, place);
  if (typeof operand === 'number') return scalarOperand(operand, { ...place, type: 'number' });
  if (typeof operand === 'string' && parseInstant(operand) !== undefined) return ok(operand);
  return wrong(place, `${place.operator} takes a number or an ISO date, such as 3 or "2026-03-01".`);
};

const checkRange = (operand: unknown, place: OperandPlace): Result<unknown, Issue> => {
  if (!Array.isArray(operand) || operand.length !== 2) {
    return wrong(place, '$between takes a list of two: the least and the greatest value.');
  }
  const from = checkBound(operand[0], { ...place, path: [...place.path, 0] });
  if (!from.ok) return from;
  const to = checkBound(operand[1], { ...place, path: [...place.path, 1] });
  if (!to.ok) return to;
  if (typeof from.value !== typeof to.value)
    return wrong(place, 'Use two numbers or two dates for $between.');
  if (rank(from.value) > rank(to.value)) {
    return err(issue('operand-range', place.path, 'Put the smaller value of $between first.'));
  }
  return ok([from.value, to.value]);
};

const rank = (bound: unknown): number =>
  typeof bound === 'number' ? bound : (parseInstant(String(bound)) ?? 0);

const checkVersion = (operand: unknown, place: OperandPlace): Result<string, Issue> =>
  typeof operand === 'string' && parseVersion(operand)
    ? ok(operand)
    : wrong(place, `${place.operator} takes a version as text, such as "12.4.0".`);

/** Operators that ask one item; lists in lists do not exist, so neither do list operators here. */
const checkItemTest = (operand: unknown, place: OperandPlace): Result<unknown, Issue> => {
  const itemType = place.type === 'string-list' ? 'string' : 'any';
  return checkNested(operand, place, itemType, (name) => !LIST_ONLY.has(name));
};

const LIST_ONLY: ReadonlySet<OperatorName> = new Set<OperatorName>([
  '$all',
  '$elemMatch',
  '$size',
  '$null',
  '$notNull',
]);

const checkSize = (operand: unknown, place: OperandPlace): Result<unknown, Issue> => {
  if (isRecord(operand)) return checkNested(operand, place, 'number', (name) => SIZE_OPERATORS.has(name));
  return typeof operand === 'number' && Number.isInteger(operand) && operand >= 0
    ? ok(operand)
    : wrong(place, '$size takes a whole number, or operators such as { "$gte": 2 }.');
};

const SIZE_OPERATORS: ReadonlySet<OperatorName> = new Set<OperatorName>([
  ...(['$eq', '$ne', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte', '$between'] as const),
]);

const checkNested = (
  operand: unknown,
  place: OperandPlace,
  type: AttributeType,
  mayStand: (name: OperatorName) => boolean,
): Result<unknown, Issue> => {
  if (!isRecord(operand) || Object.keys(operand).length === 0) {
    return wrong(place, `${place.operator} takes operators for its items, such as { "$eq": … }.`);
  }
  const nested = new Map<string, unknown>();
  for (const key of Object.keys(operand)) {
    const path = [...place.path, key];
    const name = OPERATOR_ALIASES.get(key) ?? key;
    if (!isOperatorName(name) || !mayStand(name) || !OPERATORS[name].types.has(type)) {
      return err(issue('operator-unknown', path, `${key} cannot stand inside ${place.operator}.`));
    }
    const value = checkOperand(operand[key], { operator: name, type, path });
    if (!value.ok) return value;
    nested.set(name, value.value);
  }
  return ok(Object.fromEntries(nested));
};
