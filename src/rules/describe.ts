import { describeCondition, type DescribeNames } from './describe-condition';
import { oppositeOf } from './operators';
import { parseRule } from './parse-rule';
import { WORDING_DE } from './wording/wording-de';
import { WORDING_EN } from './wording/wording-en';
import type { AttributeDeclaration } from '../context/attributes';
import type { Rule } from '../model/rule';
import type { RuleNode } from './rule-tree';
import type { Wording, WordingLocale } from './wording/wording';

/** What a description may know beyond the rule itself. */
export interface DescribeOptions extends DescribeNames {
  readonly catalogue?: readonly AttributeDeclaration[];
}

/**
 * A rule as a sentence without a full stop: "Country is Germany or Austria, and at least 3 visits".
 * A negation adds "also when unknown". Never throws; an invalid rule is said to be one.
 */
export const describeRule = (rule: Rule, locale: WordingLocale, options: DescribeOptions = {}): string => {
  const parsed = parseRule(rule, options.catalogue);
  if (!parsed.ok) return wordingOf(locale).invalid;
  const text = describeTree(parsed.value.tree, locale, options);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** A part of a rule as it stands inside a sentence. */
export const describeTree = (node: RuleNode, locale: WordingLocale, names: DescribeNames = {}): string =>
  describeNode(node, wordingOf(locale), names);

const wordingOf = (locale: WordingLocale): Wording => (locale === 'de' ? WORDING_DE : WORDING_EN);

const describeNode = (node: RuleNode, wording: Wording, names: DescribeNames): string => {
  switch (node.kind) {
    case 'condition':
      return describeCondition(node, wording, names);
    case 'not':
      return describeNot(node.child, wording, names);
    case 'all':
    case 'any': {
      const parts = flattened(node.kind, node.children).map((child) => {
        const text = describeNode(child, wording, names);
        return isCompound(child) ? `(${text})` : text;
      });
      if (parts.length === 0) return wording.everyone;
      return node.kind === 'all' ? wording.and(parts) : wording.or(parts);
    }
  }
};

/** The negation of one condition reads best as its opposite operator, which means exactly the same. */
const describeNot = (child: RuleNode, wording: Wording, names: DescribeNames): string => {
  if (child.kind === 'not') return describeNode(child.child, wording, names);
  const opposite = child.kind === 'condition' ? oppositeOf(child.operator) : undefined;
  return child.kind === 'condition' && opposite
    ? describeCondition({ ...child, operator: opposite }, wording, names)
    : wording.not(describeNode(child, wording, names));
};

/** An *and* within an *and* says nothing more than one of them. */
const flattened = (kind: 'all' | 'any', children: readonly RuleNode[]): RuleNode[] =>
  children.flatMap((child) =>
    child.kind === kind && child.children.length > 0 ? flattened(kind, child.children) : [child],
  );

const isCompound = (node: RuleNode): boolean =>
  (node.kind === 'all' || node.kind === 'any') && node.children.length > 1;
