import type { AttributeScalar } from '../../context/attribute-value';
import { parseInstant } from '../../context/iso-instant';
import type { ConditionNode, RuleNode } from '../rule-tree';
import { OPERATORS } from '../operators';
import { foldCase } from '../text-match';
import type { Atom, AtomTable, AxisName } from './atom-table';

/** A rule in which only atoms are negated. An empty `all` is true, an empty `any` false. */
export type TestNode =
  | { readonly kind: 'test'; readonly atom: Atom; readonly negated: boolean }
  | { readonly kind: 'all' | 'any'; readonly children: readonly TestNode[] };

/**
 * Brings a rule into negation normal form over the atoms of a table (De Morgan): negations move inwards until they
 * stand at atoms, nested groups of one kind become one group. It never multiplies out, so its size is that of the rule.
 */
export const normalForm = (node: RuleNode, table: AtomTable, negated = false): TestNode => {
  switch (node.kind) {
    case 'condition': {
      const { negates } = OPERATORS[node.operator];
      const test = positive(negates === undefined ? node : { ...node, operator: negates }, table);
      return (negates !== undefined) !== negated ? opposite(test) : test;
    }
    case 'not':
      return normalForm(node.child, table, !negated);
    case 'all':
    case 'any': {
      const children = node.children.map((child) => normalForm(child, table, negated));
      return group((node.kind === 'all') !== negated ? 'all' : 'any', children);
    }
  }
};

const group = (kind: 'all' | 'any', children: readonly TestNode[]): TestNode => {
  const isNested = children.some((child) => child.kind === kind);
  const flat = isNested
    ? children.flatMap((child) => (child.kind === kind ? child.children : [child]))
    : children;
  return flat.length === 1 ? flat[0]! : { kind, children: flat };
};

const opposite = (node: TestNode): TestNode =>
  node.kind === 'test'
    ? { ...node, negated: !node.negated }
    : group(node.kind === 'all' ? 'any' : 'all', node.children.map(opposite));

const holds = (atom: Atom): TestNode => ({ kind: 'test', atom, negated: false });

/** The atoms of one positive condition. Whatever has no cells is asked as it stands: see `operators.ts` for what each means. */
const positive = (condition: ConditionNode, table: AtomTable): TestNode => {
  const { operator, operand, type } = condition;
  switch (operator) {
    case '$notNull':
      return holds(table.cells(condition, 'exact', { kind: 'present' }));
    case '$eq':
      return type === 'date'
        ? among(condition, table, 'date', [instant(operand)])
        : among(condition, table, 'exact', [operand as AttributeScalar]);
    case '$eqi':
      return among(condition, table, 'folded', [foldCase(String(operand))]);
    case '$in': {
      const values = operand as AttributeScalar[];
      if (type === 'date') return among(condition, table, 'date', values.map(instant));
      if (type === 'string-list') return items(condition, table, values);
      if (type !== 'any') return among(condition, table, 'exact', values);
      // What nobody declared may be a list or not.
      return group('any', [among(condition, table, 'exact', values), items(condition, table, values)]);
    }
    case '$lt':
      return bounded(condition, table, 'below', operand);
    case '$lte':
      return bounded(condition, table, 'to', operand);
    case '$gt':
      return bounded(condition, table, 'above', operand);
    case '$gte':
      return bounded(condition, table, 'from', operand);
    case '$between': {
      const [from, to] = operand as readonly unknown[];
      return group('all', [bounded(condition, table, 'from', from), bounded(condition, table, 'to', to)]);
    }
    case '$startsWith':
      return begins(condition, table, 'prefix', String(operand));
    case '$startsWithi':
      return begins(condition, table, 'folded-prefix', foldCase(String(operand)));
    case '$matches': {
      const [first = '', ...rest] = String(operand).split('*');
      if (rest.length === 0) return among(condition, table, 'exact', [first]);
      if (first === '') return asked(condition, table);
      const beginning = begins(condition, table, 'prefix', first);
      if (rest.length === 1 && rest[0] === '') return beginning;
      return group('all', [beginning, asked(condition, table)]);
    }
    case '$contains':
      return type === 'string-list' ? items(condition, table, [operand]) : asked(condition, table);
    case '$all':
      if (type !== 'string-list') return asked(condition, table);
      return group(
        'all',
        (operand as readonly unknown[]).map((item) => items(condition, table, [item])),
      );
    case '$veq':
      return among(condition, table, 'version', [String(operand)]);
    case '$vlt':
    case '$vlte':
    case '$vgt':
    case '$vgte':
      return holds(
        table.cells(condition, 'version', { kind: VERSION_ASKS[operator], bound: String(operand) }),
      );
    default:
      return asked(condition, table);
  }
};

const among = (
  condition: ConditionNode,
  table: AtomTable,
  axis: AxisName,
  values: readonly AttributeScalar[],
): TestNode => holds(table.cells(condition, axis, { kind: 'among', values }));

const begins = (condition: ConditionNode, table: AtomTable, axis: AxisName, text: string): TestNode =>
  holds(table.cells(condition, axis, { kind: 'prefix', text }));

const items = (condition: ConditionNode, table: AtomTable, values: readonly unknown[]): TestNode =>
  holds(table.items(condition, values as AttributeScalar[]));

const asked = (condition: ConditionNode, table: AtomTable): TestNode =>
  holds(table.asked(condition, () => OPERATORS[condition.operator].test(condition.operand, condition.type)));

const VERSION_ASKS = { $vlt: 'below', $vlte: 'to', $vgt: 'above', $vgte: 'from' } as const;

/** Without a declaration the operand says whether numbers or dates are compared. */
const bounded = (
  condition: ConditionNode,
  table: AtomTable,
  kind: 'from' | 'above' | 'to' | 'below',
  operand: unknown,
): TestNode =>
  holds(
    typeof operand === 'number'
      ? table.cells(condition, 'number', { kind, bound: operand })
      : table.cells(condition, 'date', { kind, bound: instant(operand) }),
  );

/** Validation has read it before. */
const instant = (operand: unknown): number => parseInstant(String(operand)) ?? Number.NaN;
