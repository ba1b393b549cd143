import { LogicEngine } from 'json-logic-engine';
import type { BenchAudience } from '../generate/bench-rule';
import type { Evaluator, LoadedRules } from './evaluator';
import { jsonLogicOf } from './json-logic';
import { versionAtLeast } from './version-at-least';

type Values = readonly [unknown, string];
type Load = (audiences: readonly BenchAudience[]) => LoadedRules;

const evaluator = (name: string, generatesCode: boolean, note: string, load: Load): Evaluator => ({
  name: `json-logic-engine ${name}`,
  kind: 'peer',
  package: 'json-logic-engine',
  generatesCode,
  notEquivalent: `prefix, date (its comparisons throw at ISO text) and version through custom methods; ${note}`,
  load,
});

/** Gives an engine what JsonLogic lacks: prefixes, ISO dates and versions. */
export const addJsonLogicMethods = (made: LogicEngine): LogicEngine => {
  const add = (name: string, method: (values: Values) => boolean): void =>
    made.addMethod(name, (values: unknown) => method(values as Values), { deterministic: true });
  add('starts_with', ([text, prefix]) => typeof text === 'string' && text.startsWith(prefix));
  add('text_from', ([text, least]) => typeof text === 'string' && text >= least);
  add('version_from', ([version, least]) => versionAtLeast(version, least));
  return made;
};

/** Asks the engine rule by rule. */
const run =
  (options: { disableInterpretedOptimization?: boolean }): Load =>
  (audiences) => {
    const made = addJsonLogicMethods(new LogicEngine(undefined, options));
    const rules = audiences.map(({ code, rule }) => ({ code, logic: jsonLogicOf(rule) }));
    return {
      ask:
        ({ peer }) =>
        () => {
          const codes: string[] = [];
          for (const { code, logic } of rules) if (made.run(logic, peer) === true) codes.push(code);
          return codes;
        },
    };
  };

/** Builds a function of each rule first. */
const compiled: Load = (audiences) => {
  const made = addJsonLogicMethods(new LogicEngine());
  const rules = audiences.map(({ code, rule }) => {
    const test: unknown = made.build(jsonLogicOf(rule));
    if (typeof test !== 'function') throw new Error(`${code} was built to a constant`);
    return { code, test: test as (context: unknown) => unknown };
  });
  return {
    ask:
      ({ peer }) =>
      () => {
        const codes: string[] = [];
        for (const { code, test } of rules) if (test(peer) === true) codes.push(code);
        return codes;
      },
  };
};

export const jsonLogicEngineInterpreted = evaluator(
  'interpreted',
  false,
  'nothing is compiled',
  run({ disableInterpretedOptimization: true }),
);

export const jsonLogicEngineDefault = evaluator(
  'default',
  false,
  'its plan cache switches itself off after 500 rules seen for the first time in a row',
  run({}),
);

export const jsonLogicEngineCompiled = evaluator(
  'compiled',
  true,
  'new Function for each rule, which many edge runtimes forbid',
  compiled,
);
