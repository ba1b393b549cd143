import { generatedInChunks, generatedPerRule } from '../floors/generated-code';
import { naiveInterpreter } from '../floors/naive-interpreter';
import type { Evaluator } from './evaluator';
import { flagdCompiled, flagdInterpreted } from './flagd';
import { growthbookCondition, growthbookFeature } from './growthbook';
import {
  jsonLogicEngineCompiled,
  jsonLogicEngineDefault,
  jsonLogicEngineInterpreted,
} from './json-logic-engine';
import { jsonLogicJs } from './json-logic-js';
import { jsonRulesEngine } from './json-rules-engine';
import { mingo } from './mingo';
import { oursLinear, oursSampled, oursUnsampled } from './ours';
import { sift } from './sift';
import { unleash } from './unleash';

/** Everything that is compared, ours first. */
export const EVALUATORS: readonly Evaluator[] = [
  oursSampled,
  oursUnsampled,
  oursLinear,
  generatedPerRule,
  generatedInChunks,
  naiveInterpreter,
  jsonLogicEngineInterpreted,
  jsonLogicEngineDefault,
  jsonLogicEngineCompiled,
  jsonLogicJs,
  growthbookCondition,
  growthbookFeature,
  mingo,
  sift,
  jsonRulesEngine,
  flagdCompiled,
  flagdInterpreted,
  unleash,
];

/** Looks one up by its name; throws for a name that nobody has. */
export const evaluatorNamed = (name: string): Evaluator => {
  const found = EVALUATORS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no evaluator ${name}`);
  return found;
};
