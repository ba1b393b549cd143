import { FlagdCore } from '@openfeature/flagd-core';
import type { EvaluationContext, Logger } from '@openfeature/core';
import type { Evaluator } from './evaluator';
import { jsonLogicOf, type JsonLogicDialect } from './json-logic';
import type { PeerContext } from '../generate/contexts';

/** flagd's own operators; dates can only be compared as numbers. */
const DIALECT: JsonLogicDialect = {
  startsWith: (variable, prefix) => ({ starts_with: [variable, prefix] }),
  dateFrom: (variable, date) => ({ '>=': [variable, Date.parse(date)] }),
  versionFrom: (variable, version) => ({ sem_ver: [variable, '>=', version] }),
};

/** Missing values make its operators log at every evaluation. */
const silent: Logger = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };

const withDateAsNumber = (context: PeerContext): EvaluationContext => {
  const traits = context['traits'] as Record<string, unknown>;
  return {
    ...context,
    traits: { ...traits, signedUpAt: Date.parse(String(traits['signedUpAt'])) },
  } as EvaluationContext;
};

const flagd = (name: string, generatesCode: boolean): Evaluator => ({
  name,
  kind: 'peer',
  package: '@openfeature/flagd-core',
  generatesCode,
  notEquivalent:
    'resolves whole flags (variant, metadata, reason), copies the context for each; dates as numbers, converted before the clock runs',
  load: (audiences) => {
    const core = new FlagdCore(undefined, silent, { disableDynamicCodeGeneration: !generatesCode });
    const flags = Object.fromEntries(
      audiences.map(({ code, rule }) => [
        code,
        {
          state: 'ENABLED',
          variants: { on: true, off: false },
          defaultVariant: 'off',
          targeting: { if: [jsonLogicOf(rule, DIALECT), 'on', 'off'] },
        },
      ]),
    );
    core.setConfigurations(JSON.stringify({ flags }));
    return {
      ask: ({ peer }) => {
        const context = withDateAsNumber(peer);
        return () => {
          const codes: string[] = [];
          for (const { code } of audiences) {
            if (core.resolveBooleanEvaluation(code, false, context, silent).value) codes.push(code);
          }
          return codes;
        };
      },
    };
  },
});

export const flagdCompiled = flagd('flagd-core compiled', true);
export const flagdInterpreted = flagd('flagd-core interpreted', false);
