import { findDeclaration } from '../../context/find-declaration';
import type { AttributeDeclaration } from '../../context/attributes';
import type { ConditionNode, RuleNode } from '../rule-tree';

/**
 * What holds of every context that reaches a rule (`withoutStored` in `consent.ts`): there is consent to
 * personalization, or nothing of consent class *stored* is known. `undefined` where no condition asks for stored facts.
 */
export const consentLaw = (
  conditions: readonly ConditionNode[],
  catalogue: readonly AttributeDeclaration[] | undefined,
): RuleNode | undefined => {
  if (!catalogue || !isFlag(CONSENT, catalogue) || !isFlag(OBJECTION, catalogue)) return undefined;
  const stored = new Map<string, RuleNode>();
  for (const condition of conditions) {
    if (findDeclaration(catalogue, condition.segments)?.consent !== 'stored') continue;
    stored.set(condition.attribute, { ...condition, operator: '$null', operand: true });
  }
  if (stored.size === 0) return undefined;
  const agreed: RuleNode = {
    kind: 'all',
    children: [yes(CONSENT), { kind: 'not', child: yes(OBJECTION) }],
  };
  return { kind: 'any', children: [agreed, { kind: 'all', children: [...stored.values()] }] };
};

const CONSENT = 'consent.personalization';
const OBJECTION = 'consent.gpc';

const isFlag = (path: string, catalogue: readonly AttributeDeclaration[]): boolean =>
  findDeclaration(catalogue, path)?.type === 'boolean';

const yes = (attribute: string): ConditionNode => ({
  kind: 'condition',
  attribute,
  segments: attribute.split('.'),
  type: 'boolean',
  operator: '$eq',
  operand: true,
});
