import createTester, { createEqualsOperation } from 'sift';
import type { Evaluator } from './evaluator';
import { mongoQueryOf, type MongoDialect } from './mongo-query';
import { prefixPattern } from './prefix-pattern';
import { versionAtLeast } from './version-at-least';

const operations = {
  $versionFrom: (
    least: string,
    owner: unknown,
    options: Parameters<typeof createEqualsOperation>[2],
  ): ReturnType<typeof createEqualsOperation> =>
    createEqualsOperation((version: unknown) => versionAtLeast(version, least), owner, options),
};

const DIALECT: MongoDialect = {
  startsWith: (prefix) => ({ $regex: new RegExp(prefixPattern(prefix)) }),
  versionFrom: (version) => ({ $versionFrom: version }),
};

/** MongoDB queries as predicates. */
export const sift: Evaluator = {
  name: 'sift',
  kind: 'peer',
  package: 'sift',
  generatesCode: false,
  notEquivalent:
    'walks arrays at every step of a path; prefix as a prepared RegExp, version as a custom operator',
  load: (audiences) => {
    const rules = audiences.map(({ code, rule }) => ({
      code,
      test: createTester(mongoQueryOf(rule, DIALECT), { operations }),
    }));
    return {
      ask:
        ({ peer }) =>
        () => {
          const codes: string[] = [];
          for (const { code, test } of rules) if (test(peer)) codes.push(code);
          return codes;
        },
    };
  },
};
