import { isGroup, type BenchCondition, type BenchRule } from '../generate/bench-rule';

/** A rule in JsonLogic, with the names of the operators that each dialect adds. */
export interface JsonLogicDialect {
  readonly startsWith: (variable: JsonLogic, prefix: string) => JsonLogic;
  readonly dateFrom: (variable: JsonLogic, date: string) => JsonLogic;
  readonly versionFrom: (variable: JsonLogic, version: string) => JsonLogic;
}

export type JsonLogic = Readonly<Record<string, unknown>>;

/** Where JsonLogic has no operator of its own: prefixes, ISO dates and versions. */
const CUSTOM: JsonLogicDialect = {
  startsWith: (variable, prefix) => ({ starts_with: [variable, prefix] }),
  dateFrom: (variable, date) => ({ text_from: [variable, date] }),
  versionFrom: (variable, version) => ({ version_from: [variable, version] }),
};

/** Translates a rule; equality is strict, as ours is. */
export const jsonLogicOf = (rule: BenchRule, dialect: JsonLogicDialect = CUSTOM): JsonLogic => {
  if (!isGroup(rule)) return conditionOf(rule, dialect);
  const children = rule.children.map((child) => jsonLogicOf(child, dialect));
  if (rule.kind === 'all') return { and: children };
  const either = children.length === 1 && children[0] ? children[0] : { or: children };
  return rule.kind === 'any' ? either : { '!': [either] };
};

const conditionOf = (condition: BenchCondition, dialect: JsonLogicDialect): JsonLogic => {
  const variable = { var: condition.attribute };
  switch (condition.kind) {
    case 'equals':
      return { '===': [variable, condition.value] };
    case 'among':
      return { in: [variable, condition.values] };
    case 'not-among':
      return { '!': [{ in: [variable, condition.values] }] };
    case 'at-least':
      return { '>=': [variable, condition.value] };
    case 'starts-with':
      return dialect.startsWith(variable, condition.value);
    case 'date-from':
      return dialect.dateFrom(variable, condition.value);
    case 'version-from':
      return dialect.versionFrom(variable, condition.value);
  }
};
