import type { AttributeScalar, AttributeValue } from '../../context/attribute-value';
import type { AttributeType } from '../../context/attributes';
import { satisfies, type Demand } from './formula';
import { firstFound, type Found, found, NONE, type StepBudget } from './found';
import { instantCandidates } from './instant-values';
import { listValue, type ItemSearch } from './list-values';
import { numberCandidates } from './number-values';
import { textValue } from './text-values';
import type { NumberRange, ValueDomain } from './value-domain';

/** What a search for a value is run with. */
export interface ValueTools {
  readonly budget: StepBudget;
  /** Looks for an item of a list. */
  readonly itemSearch: (type: 'string' | 'any') => ItemSearch;
  /** Leave out what devices and sites should not send. */
  readonly expectedOnly: boolean;
}

/** The attribute whose value is looked for. */
export interface SoughtAttribute {
  readonly type: AttributeType;
  readonly domain: ValueDomain;
  /** An item of a list: never missing, never a list itself. */
  readonly isItem: boolean;
}

/**
 * A value of an attribute that answers all demands. A missing attribute makes positive conditions false, so it is the
 * answer wherever nothing positive must hold.
 */
export const valueFor = (
  attribute: SoughtAttribute,
  demands: readonly Demand[],
  tools: ValueTools,
): Found => {
  if (!attribute.isItem && !demands.some(({ holds }) => holds))
    return found<AttributeValue | undefined>(undefined);
  const { expected } = attribute.domain;
  if (tools.expectedOnly && expected && 'values' in expected) return firstOf(expected.values, demands);
  const ways = KINDS[attribute.type].filter((kind) => !(attribute.isItem && kind === 'list'));
  return firstFound(ways.map((kind) => () => valueOfKind(kind, attribute, demands, tools)));
};

type Kind = 'text' | 'version' | 'number' | 'boolean' | 'date' | 'list';

const KINDS: Readonly<Record<AttributeType, readonly Kind[]>> = {
  string: ['text'],
  number: ['number'],
  boolean: ['boolean'],
  date: ['date'],
  version: ['version'],
  'string-list': ['list'],
  any: ['text', 'number', 'boolean', 'list'],
};

const valueOfKind = (
  kind: Kind,
  attribute: SoughtAttribute,
  demands: readonly Demand[],
  tools: ValueTools,
): Found => {
  switch (kind) {
    case 'text':
    case 'version':
      return textValue(demands, kind === 'version', tools.budget);
    case 'number':
      return firstOf(numberCandidates(operandsOf(demands, isNumber), rangeOf(attribute, tools)), demands);
    case 'boolean':
      return firstOf([true, false], demands);
    case 'date':
      return firstOf(instantCandidates(operandsOf(demands, isText)), demands);
    case 'list': {
      const itemType = attribute.type === 'any' ? 'any' : 'string';
      return listValue(demands, itemType, tools.itemSearch(itemType), tools.budget);
    }
  }
};

const firstOf = (candidates: readonly AttributeScalar[], demands: readonly Demand[]): Found => {
  const value = candidates.find((candidate) => satisfies(candidate, demands));
  return value === undefined ? NONE : found<AttributeValue | undefined>(value);
};

const rangeOf = ({ domain: { certain, expected } }: SoughtAttribute, tools: ValueTools): NumberRange => ({
  ...certain,
  ...(tools.expectedOnly && expected && 'range' in expected && expected.range),
});

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';

/** The values that conditions compare with. */
const operandsOf = <T>(demands: readonly Demand[], is: (value: unknown) => value is T): T[] =>
  demands.flatMap(({ atom: { condition } }) =>
    (Array.isArray(condition.operand) ? (condition.operand as unknown[]) : [condition.operand]).filter(is),
  );
