import type { AttributeScalar, AttributeValue } from '../../context/attribute-value';
import { LIMITS } from '../../foundation/limits';
import { isOperatorName } from '../operator-names';
import type { ConditionNode, RuleNode } from '../rule-tree';
import { itemCondition, satisfies, type Demand } from './formula';
import { type Found, found, NONE, spend, type StepBudget, unknown } from './found';

/** Finds one item that all these rules on it accept. */
export type ItemSearch = (rules: readonly RuleNode[]) => Found<AttributeScalar>;

/** What a list must have: items that must be in it, each at least once, and what no item may be. */
interface ListPlan {
  readonly needed: readonly RuleNode[];
  readonly banned: readonly RuleNode[];
}

/**
 * A list that answers all demands. Conditions ask for an item (`$in`, `$contains`, `$all`, `$elemMatch`) or, negated,
 * for none; `$size` for a number of items. One item may serve several needs and any item may stand twice, so a list
 * exists where every need can be met, in at most as many items as a list may have.
 */
export const listValue = (
  demands: readonly Demand[],
  itemType: 'string' | 'any',
  findItem: ItemSearch,
  budget: StepBudget,
): Found => {
  const sized = demands.filter(({ atom }) => atom.condition.operator === '$size');
  const sizes = possibleSizes(sized);
  if (sizes.length === 0) return NONE;
  const needed: RuleNode[] = [];
  const banned: RuleNode[] = [];
  /** Of each of these one must be missing. */
  const incomplete: (readonly RuleNode[])[] = [];
  for (const { atom, holds } of demands) {
    const { operator, operand } = atom.condition;
    if (operator === '$size' || (operator === '$notNull' && holds)) continue;
    const items = itemsAsked(operator, operand, itemType);
    if (items === undefined) {
      if (holds || operator === '$notNull') return NONE;
    } else if (holds) needed.push(...items);
    else if (items.length === 1) banned.push(...items);
    else incomplete.push(items);
  }
  return withOneMissing({ needed, banned }, incomplete, (plan) => {
    const items = itemsFor(plan, sizes, findItem, budget);
    if (items.kind !== 'value') return items;
    return satisfies(items.value, demands) ? items : unknown('not-confirmed');
  });
};

/** Rules on items: each must be met by one; `undefined` for what no list answers. */
const itemsAsked = (
  operator: ConditionNode['operator'],
  operand: unknown,
  type: 'string' | 'any',
): RuleNode[] | undefined => {
  switch (operator) {
    case '$in':
      return [itemCondition('$in', operand, type)];
    case '$contains':
      return [itemCondition('$eq', operand, type)];
    case '$containsi':
      return [itemCondition('$eqi', operand, type)];
    case '$all':
      return [...new Set(operand as readonly unknown[])].map((value) => itemCondition('$eq', value, type));
    case '$elemMatch': {
      const children = Object.entries(operand as object).flatMap(([name, nested]) =>
        isOperatorName(name) ? itemCondition(name, nested, type) : [],
      );
      return [{ kind: 'all', children }];
    }
    default:
      return undefined;
  }
};

const possibleSizes = (sized: readonly Demand[]): number[] =>
  Array.from({ length: LIMITS.contextListItems + 1 }, (_, size) => size).filter((size) =>
    satisfies(new Array<string>(size).fill(''), sized),
  );

/** Not all of them: tries which one is missing. */
const withOneMissing = (
  plan: ListPlan,
  incomplete: readonly (readonly RuleNode[])[],
  find: (plan: ListPlan) => Found,
): Found => {
  const [first, ...rest] = incomplete;
  if (!first) return find(plan);
  let open: Found = NONE;
  for (const item of first) {
    const answer = withOneMissing({ ...plan, banned: [...plan.banned, item] }, rest, find);
    if (answer.kind === 'value') return answer;
    if (answer.kind === 'unknown') open = answer;
    if (answer.kind === 'unknown' && answer.cause === 'too-many-steps') return answer;
  }
  return open;
};

const itemsFor = (
  { needed, banned }: ListPlan,
  sizes: readonly number[],
  findItem: ItemSearch,
  budget: StepBudget,
): Found<AttributeValue> => {
  const allowed = banned.map((child): RuleNode => ({ kind: 'not', child }));
  const most = sizes.at(-1)!;
  const filled = (items: readonly AttributeScalar[]): Found<AttributeValue> => {
    const size = sizes.find((one) => one >= items.length)!;
    if (size === items.length) return found(items);
    const filler = items[0] === undefined ? findItem(allowed) : found(items[0]);
    return filler.kind === 'value'
      ? found([...items, ...new Array<AttributeScalar>(size - items.length).fill(filler.value)])
      : filler;
  };
  if (needed.length === 0) return filled([]);

  /** Puts the needs from `at` on into groups; each group is met by one item. */
  const grouped = (groups: readonly (readonly RuleNode[])[], at: number): Found<AttributeValue> => {
    if (!spend(budget)) return unknown('too-many-steps');
    const need = needed[at];
    if (!need) {
      const items: AttributeScalar[] = [];
      for (const group of groups) {
        const item = findItem([...group, ...allowed]);
        if (item.kind !== 'value') return item;
        items.push(item.value);
      }
      return filled(items);
    }
    let open: Found<AttributeValue> = NONE;
    const roomForMore = groups.length < most;
    for (let index = roomForMore ? groups.length : groups.length - 1; index >= 0; index -= 1) {
      const grown = [...(groups[index] ?? []), need];
      const possible = findItem([...grown, ...allowed]);
      if (possible.kind === 'none') continue;
      const answer = grouped([...groups.slice(0, index), grown, ...groups.slice(index + 1)], at + 1);
      if (answer.kind === 'value') return answer;
      if (answer.kind === 'unknown') open = answer;
      if (answer.kind === 'unknown' && answer.cause === 'too-many-steps') return answer;
      // Where there is room for all, an item of its own is never worse.
      if (most >= needed.length) return open;
    }
    return open;
  };
  return grouped([], 0);
};
