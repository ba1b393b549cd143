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
      const test = positive({ ...node, operator: negates ?? node.operator }, table);
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
  const flat = children.flatMap((child) => (child.kind === kind ? child.children : [child]));
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
  const cells = (axis: AxisName, ask: Parameters<AtomTable['cells']>[2]): TestNode =>
    holds(table.cells(condition, axis, ask));
  const among = (axis: AxisName, values: readonly AttributeScalar[]): TestNode =>
    cells(axis, { kind: 'among', values });
  const items = (values: unknown): TestNode => holds(table.items(condition, values as AttributeScalar[]));
  const asked = (): TestNode => holds(table.asked(condition, () => OPERATORS[operator].test(operand, type)));

  switch (operator) {
    case '$notNull':
      return cells('exact', { kind: 'present' });
    case '$eq':
      return type === 'date'
        ? among('date', [instant(operand)])
        : among('exact', [operand as AttributeScalar]);
    case '$eqi':
      return among('folded', [foldCase(String(operand))]);
    case '$in': {
      const values = operand as AttributeScalar[];
      if (type === 'date') return among('date', values.map(instant));
      if (type === 'string-list') return items(values);
      // What nobody declared may be a list or not.
      return type === 'any' ? group('any', [among('exact', values), items(values)]) : among('exact', values);
    }
    case '$lt':
      return bounded(cells, 'below', operand);
    case '$lte':
      return bounded(cells, 'to', operand);
    case '$gt':
      return bounded(cells, 'above', operand);
    case '$gte':
      return bounded(cells, 'from', operand);
    case '$between': {
      const [from, to] = operand as readonly unknown[];
      return group('all', [bounded(cells, 'from', from), bounded(cells, 'to', to)]);
    }
    case '$startsWith':
      return cells('prefix', { kind: 'prefix', text: String(operand) });
    case '$startsWithi':
      return cells('folded-prefix', { kind: 'prefix', text: foldCase(String(operand)) });
    case '$matches': {
      const [first = '', ...rest] = String(operand).split('*');
      if (rest.length === 0) return among('exact', [first]);
      const begins = cells('prefix', { kind: 'prefix', text: first });
      if (rest.length === 1 && rest[0] === '' && first !== '') return begins;
      return first === '' ? asked() : group('all', [begins, asked()]);
    }
    case '$contains':
      return type === 'string-list' ? items([operand]) : asked();
    case '$all':
      return type === 'string-list'
        ? group(
            'all',
            (operand as readonly unknown[]).map((item) => items([item])),
          )
        : asked();
    case '$veq':
      return among('version', [String(operand)]);
    case '$vlt':
    case '$vlte':
    case '$vgt':
    case '$vgte':
      return cells('version', { kind: VERSION_ASKS[operator], bound: String(operand) });
    default:
      return asked();
  }
};

const VERSION_ASKS = { $vlt: 'below', $vlte: 'to', $vgt: 'above', $vgte: 'from' } as const;

/** Without a declaration the operand says whether numbers or dates are compared. */
const bounded = (
  cells: (axis: AxisName, ask: Parameters<AtomTable['cells']>[2]) => TestNode,
  kind: 'from' | 'above' | 'to' | 'below',
  operand: unknown,
): TestNode =>
  typeof operand === 'number'
    ? cells('number', { kind, bound: operand })
    : cells('date', { kind, bound: instant(operand) });

/** Validation has read it before. */
const instant = (operand: unknown): number => parseInstant(String(operand)) ?? Number.NaN;
