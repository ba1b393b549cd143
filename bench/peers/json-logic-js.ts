import jsonLogic from 'json-logic-js';
import type { Evaluator } from './evaluator';
import { jsonLogicOf } from './json-logic';
import { versionAtLeast } from './version-at-least';

jsonLogic.add_operation(
  'starts_with',
  (text: unknown, prefix: string) => typeof text === 'string' && text.startsWith(prefix),
);
jsonLogic.add_operation(
  'text_from',
  (text: unknown, least: string) => typeof text === 'string' && text >= least,
);
jsonLogic.add_operation('version_from', versionAtLeast);

/** The reference implementation of JsonLogic. */
export const jsonLogicJs: Evaluator = {
  name: 'json-logic-js',
  kind: 'peer',
  package: 'json-logic-js',
  generatesCode: false,
  notEquivalent:
    'prefix, date and version through custom operations; a missing value is null; nothing is compiled',
  load: (audiences) => {
    const rules = audiences.map(({ code, rule }) => ({ code, logic: jsonLogicOf(rule) }));
    return {
      ask:
        ({ peer }) =>
        () => {
          const codes: string[] = [];
          for (const { code, logic } of rules) if (jsonLogic.apply(logic, peer) === true) codes.push(code);
          return codes;
        },
    };
  },
};
