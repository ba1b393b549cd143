import type { AttributeScalar, AttributeValue } from '../../context/attribute-value';
import type { ConditionNode, RuleNode } from '../rule-tree';
import { valueFor, type SoughtAttribute, type ValueTools } from './attribute-values';
import {
  type Atom,
  type Demand,
  type Formula,
  formulaMaker,
  ITEM,
  itemCondition,
  joined,
  opposite,
} from './formula';
import { type Found, found, NONE, spend, type StepBudget, unknown, type UnknownCause } from './found';
import { independentGroups } from './independent-groups';
import type { ValueDomain } from './value-domain';

/** A value for each attribute that matters, by dotted path; absent = missing. */
export type Model = ReadonlyMap<
  string,
  { readonly condition: ConditionNode; readonly value: AttributeValue }
>;

/** What a search knows and may spend. */
export interface SearchOptions {
  readonly budget: StepBudget;
  readonly expectedOnly: boolean;
  readonly domainOf: (condition: ConditionNode) => ValueDomain;
  /** Answers for sets of conditions, shared by searches of the same problem with the same expectations. */
  readonly remembered?: Map<string, Found>;
}

type Assignment = ReadonlyMap<Atom, boolean>;
type Outcome =
  | { readonly kind: 'model'; readonly assigned: Assignment }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause };

/**
 * Looks for values of attributes that make all formulas true: the tree decides which conditions must hold (Davis,
 * Putnam, Logemann, Loveland, CACM 5(7), 1962: what stands alone is set at once, then the shortest *or* is tried part by
 * part), and for each attribute the values decide whether its conditions can hold together. Parts that share no
 * attribute are looked at apart, so that they do not multiply.
 */
export const findModel = (formulas: readonly Formula[], options: SearchOptions): Found<Model> => {
  const search = attributeSearch(options, false);
  const outcome = solve(formulas, new Map(), search, options.budget);
  if (outcome.kind === 'none') return NONE;
  if (outcome.kind === 'unknown') return unknown(outcome.cause);
  const model = new Map<string, { readonly condition: ConditionNode; readonly value: AttributeValue }>();
  for (const atom of outcome.assigned.keys()) {
    const { attribute } = atom.condition;
    const answer = search.valueOf(attribute, outcome.assigned);
    if (answer.kind === 'value' && answer.value !== undefined) {
      model.set(attribute, { condition: atom.condition, value: answer.value });
    }
  }
  return found(model);
};

/** Answers whether the conditions on an attribute can hold together, and remembers what it answered. */
interface AttributeSearch {
  readonly valueOf: (attribute: string, assigned: Assignment) => Found;
  readonly clashes: (attribute: string, assigned: Assignment) => boolean;
}

const attributeSearch = (options: SearchOptions, isItem: boolean): AttributeSearch => {
  const remembered = options.remembered ?? new Map<string, Found>();
  const tools: ValueTools = {
    budget: options.budget,
    expectedOnly: options.expectedOnly,
    itemSearch: (type) => (rules) => findItem(rules, type, options),
  };
  return {
    valueOf: (attribute, assigned) => {
      const demands = demandsOn(attribute, assigned);
      const first = demands[0];
      if (!first) return found<AttributeValue | undefined>(undefined);
      const key = demands
        .map(({ atom, holds }) => (holds ? atom.id : -1 - atom.id))
        .sort((a, b) => a - b)
        .join();
      const before = remembered.get(key);
      if (before) return before;
      if (!spend(options.budget)) return unknown('too-many-steps');
      const { condition } = first.atom;
      const sought: SoughtAttribute = { type: condition.type, domain: options.domainOf(condition), isItem };
      const answer = valueFor(sought, demands, tools);
      remembered.set(key, answer);
      return answer;
    },
    // What has a value of its own has no parts: `a` and `a.b` are never both known.
    clashes: (attribute, assigned) =>
      isKnown(attribute, assigned) &&
      [...assigned].some(
        ([{ condition }, holds]) =>
          holds &&
          (condition.attribute.startsWith(`${attribute}.`) ||
            attribute.startsWith(`${condition.attribute}.`)),
      ),
  };
};

const demandsOn = (attribute: string, assigned: Assignment): Demand[] =>
  [...assigned]
    .filter(([atom]) => atom.condition.attribute === attribute)
    .map(([atom, holds]) => ({ atom, holds }));

const isKnown = (attribute: string, assigned: Assignment): boolean =>
  demandsOn(attribute, assigned).some(({ holds }) => holds);

/** An item of a list is one more attribute, that is always there. */
const findItem = (
  rules: readonly RuleNode[],
  type: 'string' | 'any',
  options: SearchOptions,
): Found<AttributeScalar> => {
  const maker = formulaMaker();
  const present = itemCondition('$notNull', true, type);
  const formulas = [present, ...rules].map((rule) => maker.make(rule));
  const search = attributeSearch(
    { budget: options.budget, expectedOnly: options.expectedOnly, domainOf: () => ({}) },
    true,
  );
  const outcome = solve(formulas, new Map(), search, options.budget);
  if (outcome.kind !== 'model') return outcome.kind === 'none' ? NONE : unknown(outcome.cause);
  const answer = search.valueOf(ITEM, outcome.assigned);
  return answer.kind === 'value' ? found(answer.value as AttributeScalar) : answer;
};

const solve = (
  formulas: readonly Formula[],
  before: Assignment,
  search: AttributeSearch,
  budget: StepBudget,
): Outcome => {
  const assigned = new Map(before);
  let open = [...formulas];
  for (;;) {
    const simple = joined(
      'all',
      open.map((formula) => simplified(formula, assigned)),
    );
    const parts = simple.kind === 'all' ? simple.children : [simple];
    const touched = new Set<string>();
    for (const part of parts) {
      if (part.kind === 'any' && part.children.length === 0) return NONE;
      if (part.kind !== 'literal') continue;
      if ((assigned.get(part.atom) ?? part.holds) !== part.holds) return NONE;
      assigned.set(part.atom, part.holds);
      touched.add(part.atom.condition.attribute);
    }
    open = parts.filter((part) => part.kind !== 'literal');
    for (const attribute of touched) {
      if (search.clashes(attribute, assigned) || search.valueOf(attribute, assigned).kind === 'none')
        return NONE;
    }
    if (touched.size === 0) break;
  }
  if (!spend(budget, 1 + open.length)) return unknown('too-many-steps');
  if (open.length === 0) return settledModel(assigned, search);
  const groups = independentGroups(open);
  return groups.length > 1
    ? solveApart(groups, assigned, search, budget)
    : branch(open, assigned, search, budget);
};

/** All conditions are set: an attribute that nobody could decide leaves the question open. */
const settledModel = (assigned: Assignment, search: AttributeSearch): Outcome => {
  for (const attribute of new Set([...assigned.keys()].map(({ condition }) => condition.attribute))) {
    const answer = search.valueOf(attribute, assigned);
    if (answer.kind !== 'value') return answer;
  }
  return { kind: 'model', assigned };
};

const solveApart = (
  groups: readonly (readonly Formula[])[],
  before: Assignment,
  search: AttributeSearch,
  budget: StepBudget,
): Outcome => {
  const assigned = new Map(before);
  let open: Outcome | undefined;
  for (const group of groups) {
    const outcome = solve(group, before, search, budget);
    if (outcome.kind === 'none') return outcome;
    if (outcome.kind === 'unknown') open = outcome;
    else for (const [atom, holds] of outcome.assigned) assigned.set(atom, holds);
  }
  return open ?? { kind: 'model', assigned };
};

/** Tries the parts of the shortest *or* in turn; whoever comes to a later part knows that the earlier ones fail. */
const branch = (
  formulas: readonly Formula[],
  assigned: Assignment,
  search: AttributeSearch,
  budget: StepBudget,
): Outcome => {
  const shortest = formulas.reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a));
  const rest = formulas.filter((formula) => formula !== shortest);
  const parts = shortest.kind === 'literal' ? [shortest] : shortest.children;
  let open: Outcome = NONE;
  for (const [index, part] of parts.entries()) {
    const failed = parts.slice(0, index).map(opposite);
    const outcome = solve([part, ...failed, ...rest], assigned, search, budget);
    if (outcome.kind === 'model') return outcome;
    if (outcome.kind === 'unknown') open = outcome;
    if (outcome.kind === 'unknown' && outcome.cause === 'too-many-steps') return outcome;
  }
  return open;
};

const sizeOf = (formula: Formula): number => (formula.kind === 'literal' ? 1 : formula.children.length);

/** A formula without the conditions that are set; the same object where none is. */
const simplified = (formula: Formula, assigned: Assignment): Formula => {
  if (formula.kind !== 'literal') {
    const children = formula.children.map((child) => simplified(child, assigned));
    const isSame = children.every((child, index) => child === formula.children[index]);
    return isSame && children.length > 1 ? formula : joined(formula.kind, children);
  }
  const value = assigned.get(formula.atom);
  return value === undefined ? formula : { kind: value === formula.holds ? 'all' : 'any', children: [] };
};
