import { attributeReader, type ComputedInterests } from './attribute-reader';
import { conditionTest } from './operators';
import { parseRule } from './parse-rule';
import type { AttributeDeclaration } from '../context/attributes';
import type { Rule } from '../model/rule';
import type { RuleNode } from './rule-tree';

/**
 * Does a visitor context match? Total: never throws or loops, whatever the context is. `computed`: see
 * `attribute-reader.ts`. `withoutConsent`: attributes of consent class *stored* are missing.
 */
export type RuleTest = (context: unknown, computed?: ComputedInterests, withoutConsent?: boolean) => boolean;

/** Which attributes are missing without consent; default: none, as where no catalogue says. */
export type NeedsConsent = (segments: readonly string[]) => boolean;

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
export const compileNode = (node: RuleNode, needsConsent: NeedsConsent = () => false): RuleTest => {
  switch (node.kind) {
    case 'condition': {
      const read = attributeReader(node, needsConsent(node.segments));
      const test = conditionTest(node.operator, node.operand, node.type);
      return (context, computed, withoutConsent) => test(read(context, computed, withoutConsent));
    }
    case 'not': {
      const child = compileNode(node.child, needsConsent);
      return (context, computed, withoutConsent) => !child(context, computed, withoutConsent);
    }
    case 'all':
      return every(node.children.map((child) => compileNode(child, needsConsent)));
    case 'any':
      return some(node.children.map((child) => compileNode(child, needsConsent)));
  }
};

const every =
  (tests: readonly RuleTest[]): RuleTest =>
  (context, computed, withoutConsent) => {
    for (let at = 0; at < tests.length; at += 1)
      if (!tests[at]!(context, computed, withoutConsent)) return false;
    return true;
  };

const some =
  (tests: readonly RuleTest[]): RuleTest =>
  (context, computed, withoutConsent) => {
    for (let at = 0; at < tests.length; at += 1)
      if (tests[at]!(context, computed, withoutConsent)) return true;
    return false;
  };
