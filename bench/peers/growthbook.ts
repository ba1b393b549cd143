import { evalCondition, GrowthBookClient } from '@growthbook/growthbook';
import type { BenchAudience } from '../generate/bench-rule';
import type { Evaluator } from './evaluator';
import { mongoQueryOf, type MongoDialect, type MongoQuery } from './mongo-query';
import { prefixPattern } from './prefix-pattern';

type Condition = Parameters<typeof evalCondition>[1];

const DIALECT: MongoDialect = {
  startsWith: (prefix) => ({ $regex: prefixPattern(prefix) }),
  versionFrom: (version) => ({ $vgte: version }),
};

/** A rule in the language of GrowthBook's targeting conditions. */
export const growthbookConditionOf = (rule: BenchAudience['rule']): Condition => {
  const query: MongoQuery = mongoQueryOf(rule, DIALECT);
  return query as Condition;
};

const NOTES =
  'coerces both sides, missing is null (null >= 0 holds), prefix through a cached RegExp, padded-text versions; interprets every time';

/** The function that GrowthBook's SDKs target with. */
export const growthbookCondition: Evaluator = {
  name: 'growthbook evalCondition',
  kind: 'peer',
  package: '@growthbook/growthbook',
  generatesCode: false,
  notEquivalent: NOTES,
  load: (audiences) => {
    const rules = audiences.map(({ code, rule }) => ({ code, condition: growthbookConditionOf(rule) }));
    return {
      ask: ({ peer }) => {
        const attributes = { ...peer };
        return () => {
          const codes: string[] = [];
          for (const { code, condition } of rules) if (evalCondition(attributes, condition)) codes.push(code);
          return codes;
        };
      },
    };
  },
};

/** One feature an audience, as a server SDK is asked. */
export const growthbookFeature: Evaluator = {
  name: 'growthbook evalFeature',
  kind: 'peer',
  package: '@growthbook/growthbook',
  generatesCode: false,
  notEquivalent: `does more: overrides, prerequisites, rollouts, a result object a feature; production bundle; ${NOTES}`,
  load: (audiences) => {
    const client = new GrowthBookClient().initSync({
      payload: {
        features: Object.fromEntries(
          audiences.map(({ code, rule }) => [
            code,
            { defaultValue: false, rules: [{ condition: growthbookConditionOf(rule), force: true }] },
          ]),
        ),
      },
    });
    return {
      ask: ({ peer }) => {
        const user = { attributes: { ...peer } };
        return () => {
          const codes: string[] = [];
          for (const { code } of audiences) if (client.evalFeature(code, user).on) codes.push(code);
          return codes;
        };
      },
    };
  },
};

/**
 * GrowthBook's natural form of "the best variant": one feature with one rule an audience, the first that matches
 * gives the value. Compared with our first matching audience (W6).
 */
export const growthbookFirstMatch = (
  audiences: readonly BenchAudience[],
): ((attributes: Record<string, unknown>) => unknown) => {
  const client = new GrowthBookClient().initSync({
    payload: {
      features: {
        page: {
          defaultValue: null,
          rules: audiences.map(({ code, rule }) => ({ condition: growthbookConditionOf(rule), force: code })),
        },
      },
    },
  });
  return (attributes) => client.evalFeature('page', { attributes }).value;
};
