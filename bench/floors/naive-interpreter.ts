import { isGroup, type BenchCondition, type BenchRule } from '../generate/bench-rule';
import type { Evaluator } from '../peers/evaluator';
import { versionAtLeast } from '../peers/version-at-least';

/** What anybody would write in an afternoon: walk the rule, split the path, compare. */
export const naiveInterpreter: Evaluator = {
  name: 'naive interpreter',
  kind: 'floor',
  generatesCode: false,
  notEquivalent: 'no validation, no limits, trusts the types of the context',
  load: (audiences) => ({
    ask:
      ({ peer }) =>
      () => {
        const codes: string[] = [];
        for (const { code, rule } of audiences) if (holds(rule, peer)) codes.push(code);
        return codes;
      },
  }),
};

const holds = (rule: BenchRule, context: unknown): boolean => {
  if (!isGroup(rule)) return compare(rule, valueAt(context, rule.attribute));
  if (rule.kind === 'all') return rule.children.every((child) => holds(child, context));
  return rule.children.some((child) => holds(child, context)) === (rule.kind === 'any');
};

const valueAt = (context: unknown, path: string): unknown => {
  let value = context;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
};

const compare = (condition: BenchCondition, value: unknown): boolean => {
  switch (condition.kind) {
    case 'equals':
      return value === condition.value;
    case 'among':
      return condition.values.includes(value as string);
    case 'not-among':
      return !condition.values.includes(value as string);
    case 'at-least':
      return typeof value === 'number' && value >= condition.value;
    case 'starts-with':
      return typeof value === 'string' && value.startsWith(condition.value);
    case 'date-from':
      return typeof value === 'string' && value >= condition.value;
    case 'version-from':
      return versionAtLeast(value, condition.value);
  }
};
