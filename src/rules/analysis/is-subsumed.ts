import { LIMITS } from '../../foundation/limits';
import type { Rule } from '../../model/rule';
import { parseRule } from '../parse-rule';
import type { RuleNode } from '../rule-tree';
import { analyse, type Analysis, type AnalysisOptions, type Requirement } from './analyse';
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
const NOBODY: RuleNode = { kind: 'any', children: [] };

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
  if (outside.answer === 'no') {
    const by = needed(all, (positions) => escape(positions).answer === 'no');
    return { answer: 'yes', reason: { code: 'covered', by } };
  }
  const { reason } = outside;
  if (reason.code === 'undecided') return { answer: 'cannot-tell', reason };
  const by = needed(all, (positions) => isCertainOf(escape(positions)));
  return { answer: 'cannot-tell', reason: { code: 'covered-as-expected', by, witness: reason.witness } };
};

/** Does nobody escape, at least with the values that are expected? */
const isCertainOf = (escape: Analysis): boolean =>
  escape.answer === 'no' ||
  (escape.answer === 'cannot-tell' && escape.reason.code === 'unexpected-values-only');

/** The positions without those that are needless, the last ones looked at first: what stands first explains best. */
const needed = (
  positions: readonly number[],
  covers: (positions: readonly number[]) => boolean,
): readonly number[] => {
  let kept = positions;
  for (const position of [...positions].reverse()) {
    const fewer = kept.filter((one) => one !== position);
    if (covers(fewer)) kept = fewer;
  }
  return kept;
};
