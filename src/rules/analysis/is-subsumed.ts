import { LIMITS } from '../../foundation/limits';
import type { Rule } from '../../model/rule';
import { parseRule } from '../parse-rule';
import type { RuleNode } from '../rule-tree';
import { analyse, type AnalysisOptions, type Requirement } from './analyse';
import type { Subsumption } from './answers';

/**
 * Does everyone who matches a rule already match one of the earlier ones? Asks whether the rule *and not* any of them
 * can be true; see `isSatisfiable` for what is decided. An invalid earlier rule matches nobody and covers nothing.
 */
export const isSubsumed = (
  rule: Rule,
  earlier: readonly Rule[],
  options: AnalysisOptions = {},
): Subsumption => {
  const parsed = parseRule(rule, options.catalogue);
  if (!parsed.ok) {
    return { answer: 'yes', reason: { code: 'nobody', because: { code: 'rule-invalid' } } };
  }
  const trees = earlier.map((one) => {
    const other = parseRule(one, options.catalogue);
    return other.ok ? other.value.tree : NOBODY;
  });
  return isCovered([{ tree: parsed.value.tree, holds: true }], trees, options);
};

/** What matches nobody. */
export const NOBODY: RuleNode = { kind: 'any', children: [] };

/** The same of trees: is each context in which the requirements hold matched by one of `covers`? */
export const isCovered = (
  requirements: readonly Requirement[],
  covers: readonly RuleNode[],
  options: AnalysisOptions,
): Subsumption => {
  const shared = { ...options, budget: options.budget ?? { left: LIMITS.ruleAnalysisSteps } };
  const alone = analyse(requirements, shared);
  if (alone.answer === 'no') return { answer: 'yes', reason: { code: 'nobody', because: alone.reason } };
  const escape = (positions: readonly number[]) =>
    analyse(
      [
        ...requirements,
        ...covers.flatMap((tree, index) => (positions.includes(index) ? [{ tree, holds: false }] : [])),
      ],
      shared,
    );
  const all = covers.map((_, index) => index);
  const outside = escape(all);
  if (outside.answer === 'yes') return { answer: 'no', witness: outside.witness };
  if (outside.answer === 'cannot-tell') return outside;
  let by = all;
  for (const index of all) {
    const fewer = by.filter((one) => one !== index);
    if (escape(fewer).answer === 'no') by = fewer;
  }
  return { answer: 'yes', reason: { code: 'covered', by } };
};
