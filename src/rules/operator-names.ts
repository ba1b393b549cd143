/** Every operator of the rule language, in the order in which people meet them. */
export const OPERATOR_NAMES = [
  '$eq',
  '$eqi',
  '$ne',
  '$nei',
  '$in',
  '$notIn',
  '$lt',
  '$lte',
  '$gt',
  '$gte',
  '$between',
  '$contains',
  '$containsi',
  '$notContains',
  '$notContainsi',
  '$startsWith',
  '$startsWithi',
  '$endsWith',
  '$endsWithi',
  '$matches',
  '$null',
  '$notNull',
  '$all',
  '$elemMatch',
  '$size',
  '$veq',
  '$vne',
  '$vgt',
  '$vgte',
  '$vlt',
  '$vlte',
] as const;

/** An operator of one attribute. Groups (`$and`, `$or`, `$nor`, `$not`) are not among them. */
export type OperatorName = (typeof OPERATOR_NAMES)[number];

const NAMES: ReadonlySet<string> = new Set(OPERATOR_NAMES);

/** Is this an operator of the rule language, spelled as it is stored? */
export const isOperatorName = (name: string): name is OperatorName => NAMES.has(name);
