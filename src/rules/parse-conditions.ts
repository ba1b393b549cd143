import { issue, type Issue } from '../foundation/issue';
import { LIMITS } from '../foundation/limits';
import { isRecord } from '../foundation/plain-object';
import { checkOperand } from './operand';
import { isOperatorName, type OperatorName } from './operator-names';
import { OPERATOR_ALIASES, OPERATORS } from './operators';
import type { ParsedAttribute } from './parse-attribute';
import { enterCondition, type RuleParse } from './rule-parse';
import type { ConditionNode, RuleNode } from './rule-tree';

type Path = Issue['path'];
type Stored = Readonly<Record<string, unknown>>;

/** The conditions on one attribute: `{ $gte: 2, $lt: 5 }`, a bare value (`$eq`), a bare list (`$in`) or `null` (`$null`). */
export const parseConditions = (
  value: unknown,
  attribute: ParsedAttribute,
  path: Path,
  parse: RuleParse,
): { readonly stored: Stored; readonly tree: RuleNode } | undefined => {
  const operators = isRecord(value) ? value : { [Array.isArray(value) ? '$in' : '$eq']: value };
  return parseOperators(operators, attribute, path, parse, isRecord(value), true);
};

const parseOperators = (
  operators: Stored,
  attribute: ParsedAttribute,
  above: Path,
  parse: RuleParse,
  spelledOut: boolean,
  mayNegate: boolean,
): { readonly stored: Stored; readonly tree: RuleNode } | undefined => {
  const keys = Object.keys(operators);
  if (keys.length === 0) {
    return refuse(
      parse,
      'condition-empty',
      above,
      `Compare ${attribute.name} with something, such as { "$eq": … }.`,
    );
  }
  const stored: Record<string, unknown> = {};
  const children: RuleNode[] = [];
  const add = (key: string, operand: unknown, tree: RuleNode, path: Path): void => {
    if (!Object.hasOwn(stored, key)) {
      stored[key] = operand;
      children.push(tree);
    } else if (JSON.stringify(stored[key]) !== JSON.stringify(operand)) {
      refuse(
        parse,
        'condition-duplicate',
        path,
        `Join the two ${key} conditions on ${attribute.name} with $and.`,
      );
    }
  };
  for (const key of keys) {
    if (parse.stopped || parse.issues.length >= LIMITS.ruleIssues) return undefined;
    const path = spelledOut ? [...above, key] : above;
    if (key === '$not' && mayNegate && isRecord(operators[key])) {
      const inner = parseOperators(operators[key], attribute, path, parse, true, false);
      if (inner) add('$not', inner.stored, { kind: 'not', child: inner.tree }, path);
      continue;
    }
    const condition = parseCondition(key, operators[key], attribute, path, parse);
    if (condition) add(condition.operator, condition.operand, condition, path);
  }
  return {
    stored,
    tree: children[0] && children.length === 1 ? children[0] : { kind: 'all', children },
  };
};

const parseCondition = (
  key: string,
  operand: unknown,
  attribute: ParsedAttribute,
  path: Path,
  parse: RuleParse,
): ConditionNode | undefined => {
  const { name, segments, type, values, format } = attribute;
  const spelling = canonicalSpelling(key, operand);
  if (!spelling) {
    const mixed = key.startsWith('$') ? 'is not an operator' : 'stands beside operators';
    return refuse(
      parse,
      'operator-unknown',
      path,
      `${key} ${mixed}. Use one such as $eq, $in or $gte on ${name}.`,
    );
  }
  const { operator } = spelling;
  if (!enterCondition(path, parse)) return undefined;
  if (!OPERATORS[operator].types.has(type)) {
    const instead = type === 'string-list' ? ' Ask lists with $in, $contains or $all.' : '';
    const version = type === 'version' ? ' Compare versions with $vgte and its like.' : '';
    return refuse(
      parse,
      'operator-type',
      path,
      `${operator} cannot be asked of ${name}, a ${type}.${instead}${version}`,
    );
  }
  const checked = checkOperand(spelling.operand, {
    operator,
    type,
    path,
    ...(values && { values }),
    ...(format && { format }),
  });
  if (!checked.ok) {
    parse.issues.push(checked.error);
    return undefined;
  }
  return { kind: 'condition', attribute: name, segments, type, operator, operand: checked.value };
};

/** Aliases and the several ways to ask whether something is known, as one operator each. */
const canonicalSpelling = (
  key: string,
  operand: unknown,
): { readonly operator: OperatorName; readonly operand: unknown } | undefined => {
  if (operand === null && (key === '$eq' || key === '$ne')) return presence(key === '$ne');
  if (typeof operand === 'boolean' && (key === '$exists' || key === '$notNull')) return presence(operand);
  if (typeof operand === 'boolean' && key === '$null') return presence(!operand);
  const operator = key === '$exists' ? '$notNull' : (OPERATOR_ALIASES.get(key) ?? key);
  return isOperatorName(operator) ? { operator, operand } : undefined;
};

const presence = (known: boolean): { readonly operator: OperatorName; readonly operand: true } => ({
  operator: known ? '$notNull' : '$null',
  operand: true,
});

const refuse = (parse: RuleParse, code: string, path: Path, message: string): undefined => {
  parse.issues.push(issue(code, path, message));
  return undefined;
};
