import { conditionTest, OPERATORS, oppositeOf } from '../operators';
import type { AttributeValue } from '../../context/attribute-value';
import type { AttributeType } from '../../context/attributes';
import type { ConditionNode, RuleNode } from '../rule-tree';

/** A positive condition on one attribute; the same object wherever a problem asks the same thing. */
export interface Atom {
  /** Unique in its problem. */
  readonly id: number;
  readonly condition: ConditionNode;
  /** The test that decisions use. */
  readonly test: (value: AttributeValue | undefined) => boolean;
}

/** An atom that must hold, or must not. */
export interface Literal {
  readonly kind: 'literal';
  readonly atom: Atom;
  readonly holds: boolean;
  /** Which condition of the rules it is, counted from 0; -1 for what no rule says. */
  readonly leaf: number;
}

/**
 * A rule in which only conditions are negated. An empty `all` is true, an empty `any` false; both stand alone, and no
 * group stands in one of its own kind (see `joined`).
 */
export type Formula =
  | Literal
  | {
      readonly kind: 'all' | 'any';
      readonly children: readonly Formula[];
    };

const TRUE: Formula = { kind: 'all', children: [] };

/** Makes formulas of rules that share their atoms, and counts conditions. */
export interface FormulaMaker {
  /** @param negated the rule must not match @param counted its conditions are numbered */
  readonly make: (node: RuleNode, negated?: boolean, counted?: boolean) => Formula;
  /** Conditions counted so far. */
  readonly leaves: () => number;
}

/** A maker without atoms yet. */
export const formulaMaker = (): FormulaMaker => {
  const atoms = new Map<string, Atom>();
  let leaves = 0;
  const atomOf = (condition: ConditionNode): Atom => {
    const { attribute, type, operator, operand } = condition;
    const key = JSON.stringify([attribute, type, operator, operand]);
    const atom = atoms.get(key) ?? {
      id: atoms.size,
      condition,
      test: conditionTest(operator, operand, type),
    };
    atoms.set(key, atom);
    return atom;
  };
  const make = (node: RuleNode, negated = false, counted = true): Formula => {
    switch (node.kind) {
      case 'condition': {
        // A negative operator is the exact negation of its positive one, also where the attribute is missing.
        const { negates } = OPERATORS[node.operator];
        const leaf = counted ? leaves++ : -1;
        const atom = atomOf({ ...node, operator: negates ?? node.operator });
        return { kind: 'literal', atom, holds: (negates === undefined) !== negated, leaf };
      }
      case 'not':
        return make(node.child, !negated, counted);
      case 'all':
      case 'any': {
        const children = node.children.map((child) => make(child, negated, counted));
        return joined((node.kind === 'all') === negated ? 'any' : 'all', children);
      }
    }
  };
  return { make, leaves: () => leaves };
};

/** True exactly where the formula is false. */
export const opposite = (formula: Formula): Formula =>
  formula.kind === 'literal'
    ? { ...formula, holds: !formula.holds }
    : { kind: formula.kind === 'all' ? 'any' : 'all', children: formula.children.map(opposite) };

/** The formula with some conditions dropped: what is dropped asks for nothing. */
export const without = (formula: Formula, dropped: ReadonlySet<number>): Formula => {
  if (formula.kind === 'literal') return dropped.has(formula.leaf) ? TRUE : formula;
  return joined(
    formula.kind,
    formula.children.map((child) => without(child, dropped)),
  );
};

/** A group with what is already true or false taken out, and groups of its own kind dissolved. */
export const joined = (kind: 'all' | 'any', children: readonly Formula[]): Formula => {
  const kept: Formula[] = [];
  for (const child of children) {
    if (child.kind === kind) kept.push(...child.children);
    else if (child.kind !== 'literal' && child.children.length === 0) return child;
    else kept.push(child);
  }
  return kept.length === 1 && kept[0] ? kept[0] : { kind, children: kept };
};

/** The numbers of the conditions in a formula. */
export const leavesOf = (formula: Formula): number[] =>
  formula.kind === 'literal' ? [formula.leaf] : formula.children.flatMap(leavesOf);

/** The conditions of a formula as a rule's tree again, for sentences. */
export const treeOf = (formula: Formula): RuleNode => {
  if (formula.kind !== 'literal') return { kind: formula.kind, children: formula.children.map(treeOf) };
  const { condition } = formula.atom;
  if (formula.holds) return condition;
  const operator = oppositeOf(condition.operator);
  return operator ? { ...condition, operator } : { kind: 'not', child: condition };
};

/** What is asked of the value of one attribute. */
export interface Demand {
  readonly atom: Atom;
  readonly holds: boolean;
}

/** Does a value answer all demands? Asked of the tests that decisions use, so it cannot differ from them. */
export const satisfies = (value: AttributeValue | undefined, demands: readonly Demand[]): boolean =>
  demands.every(({ atom, holds }) => atom.test(value) === holds);

/** Where a list is looked into, each item is like an attribute of this name. */
export const ITEM = 'item';

/** A condition on one item of a list. */
export const itemCondition = (
  operator: ConditionNode['operator'],
  operand: unknown,
  type: AttributeType,
): ConditionNode => ({ kind: 'condition', attribute: ITEM, segments: [ITEM], type, operator, operand });
