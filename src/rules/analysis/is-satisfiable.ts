import type { Rule } from '../../model/rule';
import { parseRule } from '../parse-rule';
import { analyse, type AnalysisOptions } from './analyse';
import type { Satisfiability } from './answers';

/**
 * Can anybody match a rule? Exact wherever the cells of its attributes are decidable (every operator by itself, and all
 * combinations of equality, lists, numbers, dates, versions, letter case and text patterns); *cannot tell* for the
 * closed list of causes in `found.ts` and where only unexpected values match. Ends after `LIMITS.ruleAnalysisSteps` steps.
 *
 * With a catalogue it knows what the engine guarantees: interests are 0..1, and without consent nothing stored is known.
 */
export const isSatisfiable = (rule: Rule, options: AnalysisOptions = {}): Satisfiability => {
  const parsed = parseRule(rule, options.catalogue);
  if (!parsed.ok) return { answer: 'no', reason: { code: 'rule-invalid' } };
  return analyse([{ tree: parsed.value.tree, holds: true }], options);
};
