import { parseRule } from './parse-rule';
import type { AttributeDeclaration } from '../context/attributes';
import type { Issue } from '../foundation/issue';
import type { Result } from '../foundation/result';
import type { Rule } from '../model/rule';

/**
 * Checks a rule before it is saved and gives it as it is stored: aliases resolved, paths dotted, bare values spelled
 * out. Validating the answer again gives the same answer.
 *
 * With a catalogue every attribute must be declared and is compared by its type; without one any dotted path is
 * allowed. Issue codes: `rule-malformed`, `rule-too-deep`, `rule-too-large`, `group-malformed`, `group-empty`,
 * `condition-empty`, `condition-duplicate`, `attribute-malformed`, `attribute-unknown`, `key-forbidden`,
 * `operator-unknown`, `operator-type`, `operand-type`, `operand-empty`, `operand-too-long`, `operand-too-many`,
 * `operand-range`, `pattern-too-complex`, `value-unknown`.
 */
export const validateRule = (
  input: unknown,
  catalogue?: readonly AttributeDeclaration[],
): Result<Rule, Issue[]> => {
  const parsed = parseRule(input, catalogue);
  return parsed.ok ? { ok: true, value: parsed.value.stored() } : parsed;
};
