import { attributeReader, type ComputedInterests } from './attribute-reader';
import { conditionTest } from './operators';
import { parseRule } from './parse-rule';
import type { AttributeDeclaration } from '../context/attributes';
import type { Rule, RuleScalar } from '../model/rule';
import type { RuleNode } from './rule-tree';

/** The tree of outcomes of a rule with the actual values. */
export type RuleOutcome =
  | {
      readonly kind: 'all' | 'any' | 'not';
      readonly matched: boolean;
      readonly children: readonly RuleOutcome[];
    }
  | {
      readonly kind: 'condition';
      readonly matched: boolean;
      readonly attribute: string;
      readonly operator: string;
      readonly expected: unknown;
      /** The value found; absent when the attribute is missing. */
      readonly actual?: RuleScalar | readonly unknown[];
    };

/**
 * Evaluates a rule and keeps every outcome: `matched` of the root is what `compileRule` answers.
 * Total, as the compiled rule is; an invalid rule is an `any` without children, which nobody matches.
 */
export const explainRule = (
  rule: Rule,
  context: unknown,
  catalogue?: readonly AttributeDeclaration[],
  computed?: ComputedInterests,
): RuleOutcome => {
  const parsed = parseRule(rule, catalogue);
  return parsed.ok
    ? explainNode(parsed.value.tree, context, computed)
    : { kind: 'any', matched: false, children: [] };
};

const explainNode = (
  node: RuleNode,
  context: unknown,
  computed: ComputedInterests | undefined,
): RuleOutcome => {
  switch (node.kind) {
    case 'condition': {
      const { attribute, operator, operand, type } = node;
      const actual = attributeReader(node)(context, computed);
      const matched = conditionTest(operator, operand, type)(actual);
      const outcome = { kind: 'condition', matched, attribute, operator, expected: operand } as const;
      return actual === undefined ? outcome : { ...outcome, actual };
    }
    case 'not': {
      const child = explainNode(node.child, context, computed);
      return { kind: 'not', matched: !child.matched, children: [child] };
    }
    case 'all':
    case 'any': {
      const children = node.children.map((child) => explainNode(child, context, computed));
      const matched = node.kind === 'all' ? children.every(isMatched) : children.some(isMatched);
      return { kind: node.kind, matched, children };
    }
  }
};

const isMatched = (outcome: RuleOutcome): boolean => outcome.matched;
