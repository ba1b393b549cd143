import type { Engine } from '../../src/manifest/engine';
import type { Rule } from '../../src/model/rule';
import type { VisitorContext } from '../../src/model/visitor-context';
import { compileRule, type RuleTest } from '../../src/rules/compile';
import { explainRule } from '../../src/rules/explain';
import { ATTRIBUTE_CATALOGUE } from '../../src/context/attribute-catalogue';
import { NOW } from '../generate/contexts';
import { seeded } from '../generate/random';
import { engineOf } from '../peers/ours';
import { manifestOfRules } from './agreement';
import { hostileContext, type WriteWatch } from './hostile-contexts';
import { brokenRule, operatorRule } from './operator-rules';
import { FEW, FUZZ_ATTRIBUTES } from './vocabulary';
import { watchSharedObjects } from './pollution';

export interface EvaluationsResult {
  readonly evaluations: number;
  readonly throws: readonly string[];
  /** What all objects share and that was changed. */
  readonly pollution: readonly string[];
  /** Writes to contexts, or contexts that read otherwise afterwards. */
  readonly writes: number;
}

const RULES = 100;
const CONTEXTS_EACH = 200;
const CATALOGUE = [...FUZZ_ATTRIBUTES, ...ATTRIBUTE_CATALOGUE];

/**
 * Evaluates broken and odd rules on hostile contexts. An evaluation is one rule asked of one context: through its
 * own closure, which nothing guards, through `explainRule` (one in ten), and through the engine with and without
 * index. Closures and explanations promise never to throw, and engines too.
 */
export const evaluateHostile = (seed: number, wanted: number): EvaluationsResult => {
  const random = seeded(seed * 37 + 5);
  const watch: WriteWatch = { writes: 0 };
  const changed = watchSharedObjects();
  const throws: string[] = [];
  const pollution = new Set<string>();
  let evaluations = 0;
  let rewritten = 0;
  while (evaluations < wanted) {
    const rules = Array.from({ length: RULES }, () =>
      random.chance(0.2) ? brokenRule(random) : operatorRule(random, FEW),
    );
    const asked = prepare(rules);
    for (let done = 0; done < CONTEXTS_EACH && evaluations < wanted; done += 1) {
      const context = hostileContext(random, watch);
      const before = asText(context);
      try {
        evaluations += ask(asked, context, done % 10 === 0);
      } catch (error) {
        throws.push(`${error instanceof Error ? error.message : typeof error}: ${before ?? 'odd context'}`);
      }
      if (before !== asText(context)) rewritten += 1;
    }
    for (const one of changed()) pollution.add(one);
  }
  return { evaluations, throws, pollution: [...pollution], writes: watch.writes + rewritten };
};

interface Asked {
  readonly rules: readonly Rule[];
  readonly tests: readonly RuleTest[];
  readonly index: Engine;
  readonly closures: Engine;
}

const prepare = (rules: readonly Rule[]): Asked => {
  const manifest = manifestOfRules(rules);
  return {
    rules,
    tests: rules.map((rule) => compileRule(rule, CATALOGUE)),
    index: engineOf(manifest),
    closures: engineOf(manifest, { index: false }),
  };
};

/** Number of evaluations that were done. */
const ask = ({ rules, tests, index, closures }: Asked, context: unknown, explaining: boolean): number => {
  let evaluations = 0;
  for (const test of tests) {
    if (typeof test(context) !== 'boolean') throw new TypeError('A rule answered neither true nor false');
    evaluations += 1;
  }
  if (explaining) {
    for (const rule of rules) {
      explainRule(rule, context, CATALOGUE);
      evaluations += 1;
    }
  }
  for (const engine of [index, closures]) {
    engine.matchAudiences(context as VisitorContext, NOW);
    evaluations += rules.length;
  }
  return evaluations;
};

/** As JSON where it is any; contexts that are not are watched by their proxies instead. */
const asText = (context: unknown): string | undefined => {
  try {
    return JSON.stringify(context);
  } catch {
    return undefined;
  }
};
