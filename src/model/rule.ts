/** A plain value that a condition compares with. */
export type RuleScalar = string | number | boolean | null;

/** Operators of one attribute, for example `{ $gte: 3 }` or `{ $in: ['DE', 'AT'] }`; a bare scalar means `$eq`. */
export type RuleCondition = RuleScalar | readonly RuleScalar[] | { readonly [operator: string]: unknown };

/**
 * A boolean tree over attributes in Strapi's filter spelling: dotted attribute paths
 * beside `$and`, `$or`, `$not`. Several keys in one object are joined by *and*.
 * The empty rule `{}` matches everyone.
 */
export interface Rule {
  readonly $and?: readonly Rule[];
  readonly $or?: readonly Rule[];
  readonly $not?: Rule;
  readonly [attribute: string]: unknown;
}
