import type { ConditionNode, RuleNode } from './rule-tree';

/** The conditions of a rule, in the order in which they stand. */
export const conditionsBelow = (node: RuleNode): ConditionNode[] => {
  switch (node.kind) {
    case 'condition':
      return [node];
    case 'not':
      return conditionsBelow(node.child);
    case 'all':
    case 'any':
      return node.children.flatMap(conditionsBelow);
  }
};

/** The attributes that they read, as often as they stand. */
export const attributesBelow = (node: RuleNode): string[] =>
  conditionsBelow(node).map(({ attribute }) => attribute);
