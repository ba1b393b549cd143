import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { isGroup, type BenchCondition, type BenchRule } from '../generate/bench-rule';
import type { Evaluator } from './evaluator';
import { flatFacts, withDatesAsNumbers } from './flat-facts';
import { versionAtLeast } from './version-at-least';

/** The popular rule engine with an almanac of facts; asynchronous throughout. */
export const jsonRulesEngine: Evaluator = {
  name: 'json-rules-engine',
  kind: 'peer',
  package: 'json-rules-engine',
  generatesCode: false,
  notEquivalent:
    'asynchronous, builds results and failure results of all rules; facts flat and dates as numbers, converted before the clock runs',
  load: (audiences) => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    const isText = (value: unknown): boolean => typeof value === 'string';
    engine.addOperator(
      'startsWith',
      (text: unknown, prefix: string) => isText(text) && String(text).startsWith(prefix),
    );
    engine.addOperator('versionFrom', (version: unknown, least: string) => versionAtLeast(version, least));
    for (const { code, rule } of audiences) {
      engine.addRule({ conditions: topLevel(rule), event: { type: code } });
    }
    return {
      ask: ({ peer }) => {
        const facts = withDatesAsNumbers(flatFacts(peer));
        return async () => (await engine.run(facts)).events.map(({ type }) => type);
      },
    };
  },
};

const topLevel = (rule: BenchRule): TopLevelCondition => {
  const nested = nestedOf(rule);
  return 'all' in nested || 'any' in nested || 'not' in nested
    ? (nested as TopLevelCondition)
    : { all: [nested] };
};

const nestedOf = (rule: BenchRule): NestedCondition => {
  if (!isGroup(rule)) return conditionOf(rule);
  const children = rule.children.map(nestedOf);
  if (rule.kind === 'all') return { all: children };
  return rule.kind === 'any' ? { any: children } : { not: { any: children } };
};

const conditionOf = (condition: BenchCondition): NestedCondition => {
  const fact = condition.attribute;
  switch (condition.kind) {
    case 'equals':
      return { fact, operator: 'equal', value: condition.value };
    case 'among':
      return { fact, operator: 'in', value: [...condition.values] };
    case 'not-among':
      return { fact, operator: 'notIn', value: [...condition.values] };
    case 'at-least':
      return { fact, operator: 'greaterThanInclusive', value: condition.value };
    case 'date-from':
      return { fact, operator: 'greaterThanInclusive', value: Date.parse(condition.value) };
    case 'starts-with':
      return { fact, operator: 'startsWith', value: condition.value };
    case 'version-from':
      return { fact, operator: 'versionFrom', value: condition.value };
  }
};
