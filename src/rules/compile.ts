import { attributeReader, type ComputedInterests } from './attribute-reader';
import { conditionTest } from './operators';
import { parseRule } from './parse-rule';
import type { AttributeDeclaration } from '../context/attributes';
import type { Rule } from '../model/rule';
import type { RuleNode } from './rule-tree';

/** Does a visitor context match? Total: never throws or loops, whatever the context is. `computed`: see `attribute-reader.ts`. */
export type RuleTest = (context: unknown, computed?: ComputedInterests) => boolean;

/**
 * Compiles a rule to closures; no code is generated.
 *
 * Rules are validated when they are saved. One that is not valid here (written by a newer version, say) matches
 * nobody as a whole, so that no part of it can fail open; `compileAudiences` reports it.
 */
export const compileRule = (rule: Rule, catalogue?: readonly AttributeDeclaration[]): RuleTest => {
  const parsed = parseRule(rule, catalogue);
  return parsed.ok ? compileNode(parsed.value.tree) : () => false;
};

/** The closure of one node of a rule. */
export const compileNode = (node: RuleNode): RuleTest => {
  switch (node.kind) {
    case 'condition': {
      const read = attributeReader(node);
      const test = conditionTest(node.operator, node.operand, node.type);
      return (context, computed) => test(read(context, computed));
    }
    case 'not': {
      const child = compileNode(node.child);
      return (context, computed) => !child(context, computed);
    }
    case 'all':
      return every(node.children.map(compileNode));
    case 'any':
      return some(node.children.map(compileNode));
  }
};

const every =
  (tests: readonly RuleTest[]): RuleTest =>
  (context, computed) => {
    for (const test of tests) if (!test(context, computed)) return false;
    return true;
  };

const some =
  (tests: readonly RuleTest[]): RuleTest =>
  (context, computed) => {
    for (const test of tests) if (test(context, computed)) return true;
    return false;
  };
