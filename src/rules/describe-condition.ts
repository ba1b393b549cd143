import { ATTRIBUTE_CATALOGUE } from '../context/attribute-catalogue';
import { findDeclaration } from '../context/find-declaration';
import { isOperatorName, type OperatorName } from './operator-names';
import { OPERATORS } from './operators';
import { valueText, type ValueStyle } from './wording/value-text';
import type { AttributeType } from '../context/attributes';
import type { ConditionNode } from './rule-tree';
import type { AmountOperator, AttributeWords, BoundKind, CountedNoun, Wording } from './wording/wording';

/** Names that only the project knows; where they give nothing, codes and paths are shown. */
export interface DescribeNames {
  /** Name of what stands for the `*`: of a tag for `interests.*`, of an experience for `history.seen.*`. */
  readonly codeName?: (pattern: string, code: string) => string | undefined;
  /** Name of a whole attribute, for example of a trait. */
  readonly attributeLabel?: (attribute: string) => string | undefined;
  /** Name of one value, for example of an audience. */
  readonly valueName?: (attribute: string, value: string | number | boolean) => string | undefined;
}

/** Describes one condition as a clause; negative operators add "also when unknown". */
export const describeCondition = (
  condition: ConditionNode,
  wording: Wording,
  names: DescribeNames,
): string => {
  const { operator } = condition;
  const subject = subjectOf(condition, wording, names);
  const clause =
    countClause(condition, subject, wording) ??
    booleanClause(condition, subject, wording) ??
    phrase(condition, subject, wording);
  const negative = OPERATORS[operator].negates !== undefined && operator !== '$null';
  return negative ? clause + wording.alsoWhenUnknown : clause;
};

/** How the attribute of a condition is named and how its values are written. */
interface Subject {
  readonly label: string;
  readonly counted?: CountedNoun;
  readonly kind: BoundKind;
  readonly type: AttributeType;
  readonly text: (value: unknown) => string;
}

const subjectOf = (condition: ConditionNode, wording: Wording, names: DescribeNames): Subject => {
  const { attribute, segments } = condition;
  const declaration = findDeclaration(ATTRIBUTE_CATALOGUE, segments);
  const pattern = declaration?.path ?? attribute;
  const code = segments[pattern.split('.').indexOf('*')] ?? '';
  const shownCode = names.codeName?.(pattern, code) ?? code;
  const words: AttributeWords | undefined = Object.hasOwn(wording.attributes, pattern)
    ? wording.attributes[pattern]
    : undefined;
  const ownLabel = names.attributeLabel?.(attribute);
  const isDate = comparesDates(condition);
  const style: ValueStyle = { pattern, isDate, isClosed: declaration?.values !== undefined };
  return {
    label: ownLabel ?? words?.label(shownCode) ?? attribute,
    ...(words?.counted && ownLabel === undefined ? { counted: words.counted(shownCode) } : {}),
    kind: isDate ? 'date' : 'number',
    type: condition.type === 'any' ? (declaration?.type ?? 'any') : condition.type,
    text: (value) => {
      const name = isScalar(value) ? names.valueName?.(attribute, value) : undefined;
      return name ?? valueText(value, style, wording);
    },
  };
};

const comparesDates = ({ type, operator, operand }: ConditionNode): boolean => {
  const kind = OPERATORS[operator].operand;
  const first: unknown = Array.isArray(operand) ? operand[0] : operand;
  return type === 'date' || ((kind === 'bound' || kind === 'range') && typeof first === 'string');
};

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** "at least 3 visits" instead of "number of visits is at least 3". */
const countClause = (condition: ConditionNode, subject: Subject, wording: Wording): string | undefined => {
  const { operator, operand } = condition;
  if (!subject.counted || !isAmount(operator)) return undefined;
  const [from, to]: readonly unknown[] = Array.isArray(operand) ? operand : [operand, operand];
  if (typeof from !== 'number' || typeof to !== 'number') return undefined;
  return `${wording.amount[operator](subject.text(from), subject.text(to))} ${subject.counted(to)}`;
};

const isAmount = (operator: string): operator is AmountOperator =>
  ['$eq', '$lt', '$lte', '$gt', '$gte', '$between'].includes(operator);

/** A yes or no is named after a colon; not *yes* is *no or unknown*. */
const booleanClause = (
  { operator, operand }: ConditionNode,
  subject: Subject,
  wording: Wording,
): string | undefined => {
  if (subject.type === 'boolean' && OPERATORS[operator].operand === 'presence') {
    return `${subject.label}: ${operator === '$null' ? wording.unknown : wording.known}`;
  }
  if (typeof operand !== 'boolean' || (operator !== '$eq' && operator !== '$ne')) return undefined;
  return `${subject.label}: ${subject.text(operator === '$eq' ? operand : !operand)}`;
};

const phrase = (condition: ConditionNode, subject: Subject, wording: Wording): string => {
  const { operator, operand } = condition;
  const say = (value: string, end = ''): string =>
    wording.phrase[spokenOf(operator, subject)](subject.label, value, subject.kind, end);
  switch (OPERATORS[operator].operand) {
    case 'presence':
      return say('');
    case 'range': {
      const [from, to] = operand as readonly unknown[];
      return say(subject.text(from), subject.text(to));
    }
    case 'values': {
      const type = operator === '$all' ? 'conjunction' : 'disjunction';
      const values = (operand as readonly unknown[]).map(subject.text);
      return say(new Intl.ListFormat(wording.intlLocale, { type }).format(values));
    }
    case 'version':
    case 'pattern':
      return say(operator === '$matches' ? wording.quote(String(operand)) : String(operand));
    case 'item-test':
      return say(nestedText(condition, { ...subject, label: wording.entry }, wording));
    case 'size':
      return (
        sizeClause(condition, subject, wording) ?? say(nestedText(condition, countSubject(wording), wording))
      );
    case 'text':
      return say(isPart(operator, subject) ? wording.quote(String(operand)) : subject.text(operand));
    case 'value':
    case 'bound':
      return say(subject.text(operand));
  }
};

/** A list is not one of several values, it contains one of them. */
const spokenOf = (operator: OperatorName, { type }: Subject): OperatorName => {
  if (type !== 'string-list') return operator;
  return operator === '$in' ? '$contains' : operator === '$notIn' ? '$notContains' : operator;
};

/** Part of a text is not the name of anything: what starts with "de" does not start with "German". */
const isPart = (operator: OperatorName, { type }: Subject): boolean =>
  operator !== '$eqi' && operator !== '$nei' && type !== 'string-list';

/** "has at least 2 entries", where one operator says how many. */
const sizeClause = (condition: ConditionNode, subject: Subject, wording: Wording): string | undefined => {
  const [operator, operand] =
    typeof condition.operand === 'number'
      ? ['$eq', condition.operand]
      : (nestedOf(condition)[0] ?? ['', undefined]);
  if (typeof condition.operand !== 'number' && nestedOf(condition).length !== 1) return undefined;
  if (!isOperatorName(operator)) return undefined;
  const counted = countClause(
    { ...condition, operator, operand },
    { ...countSubject(wording), counted: wording.entries },
    wording,
  );
  return counted && wording.hasCount(subject.label, counted);
};

const countSubject = (wording: Wording): Subject => ({
  label: wording.numberOfEntries,
  kind: 'number',
  type: 'number',
  text: (value) => valueText(value, { pattern: '', isDate: false, isClosed: false }, wording),
});

const nestedText = (condition: ConditionNode, subject: Subject, wording: Wording): string =>
  wording.and(
    nestedOf(condition).map(([operator, operand]) =>
      isOperatorName(operator) ? phrase({ ...condition, operator, operand }, subject, wording) : '',
    ),
  );

const nestedOf = ({ operand }: ConditionNode): [string, unknown][] => Object.entries(operand as object);
