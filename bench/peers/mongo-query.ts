import { isGroup, type BenchCondition, type BenchRule } from '../generate/bench-rule';

/** A rule as a MongoDB-style query, the language of GrowthBook, mingo and sift. */
export type MongoQuery = Readonly<Record<string, unknown>>;

/** How a dialect asks for a prefix and for a version. */
export interface MongoDialect {
  readonly startsWith: (prefix: string) => MongoQuery;
  readonly versionFrom: (version: string) => MongoQuery;
}

/** Translates a rule; conditions on different attributes share one object, as people write them. */
export const mongoQueryOf = (rule: BenchRule, dialect: MongoDialect): MongoQuery => {
  if (!isGroup(rule)) return { [rule.attribute]: operatorOf(rule, dialect) };
  const parts = rule.children.map((child) => mongoQueryOf(child, dialect));
  if (rule.kind === 'any') return { $or: parts };
  if (rule.kind === 'none') return { $nor: parts };
  const keys = parts.flatMap(Object.keys);
  return new Set(keys).size === keys.length ? Object.assign({}, ...parts) : { $and: parts };
};

const operatorOf = (condition: BenchCondition, dialect: MongoDialect): unknown => {
  switch (condition.kind) {
    case 'equals':
      return condition.value;
    case 'among':
      return { $in: condition.values };
    case 'not-among':
      return { $nin: condition.values };
    case 'at-least':
    case 'date-from':
      return { $gte: condition.value };
    case 'starts-with':
      return dialect.startsWith(condition.value);
    case 'version-from':
      return dialect.versionFrom(condition.value);
  }
};
