import { attributesBelow } from './conditions-below';
import { parseRule } from './parse-rule';
import type { AttributeDeclaration } from '../context/attributes';
import type { Rule } from '../model/rule';

/** The attributes that a rule reads, each once, in the order of their first condition; none of an invalid rule. */
export const attributesOf = (rule: Rule, catalogue?: readonly AttributeDeclaration[]): string[] => {
  const parsed = parseRule(rule, catalogue);
  return parsed.ok ? [...new Set(attributesBelow(parsed.value.tree))] : [];
};
