import { Context as MingoContext, Query } from 'mingo';
import type { Evaluator } from './evaluator';
import { mongoQueryOf, type MongoDialect } from './mongo-query';
import { versionAtLeast } from './version-at-least';
import { prefixPattern } from './prefix-pattern';

const versionFrom =
  (selector: string, least: unknown) =>
  (document: unknown): boolean =>
    versionAtLeast(valueAt(document, selector), String(least));

type QueryOperators = NonNullable<Parameters<typeof MingoContext.init>[0]>['query'];
// Its type of a custom operator is the intersection of all built-in ones, which nothing fits.
const context = MingoContext.init({ query: { $versionFrom: versionFrom } as unknown as QueryOperators });

const valueAt = (document: unknown, selector: string): unknown => {
  let value = document;
  for (const key of selector.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
};

const DIALECT: MongoDialect = {
  startsWith: (prefix) => ({ $regex: new RegExp(prefixPattern(prefix)) }),
  versionFrom: (version) => ({ $versionFrom: version }),
};

/** MongoDB queries over objects. */
export const mingo: Evaluator = {
  name: 'mingo',
  kind: 'peer',
  package: 'mingo',
  generatesCode: false,
  notEquivalent:
    'walks arrays at every step of a path; prefix as a prepared RegExp, version as a custom operator',
  load: (audiences) => {
    const rules = audiences.map(({ code, rule }) => ({
      code,
      query: new Query(mongoQueryOf(rule, DIALECT), { context }),
    }));
    return {
      ask: ({ peer }) => {
        const document = { ...peer };
        return () => {
          const codes: string[] = [];
          for (const { code, query } of rules) if (query.test(document)) codes.push(code);
          return codes;
        };
      },
    };
  },
};
