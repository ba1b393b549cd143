import { evalCondition } from '@growthbook/growthbook';
import { LogicEngine } from 'json-logic-engine';
import { ATTRIBUTE_CATALOGUE } from '../../src/context/attribute-catalogue';
import { interestScores } from '../../src/interests/interest-scores';
import { compileRule } from '../../src/rules/compile';
import { handwritten, HANDWRITTEN_RULES, visitorsWhoMatch } from '../floors/handwritten';
import { NOW } from '../generate/contexts';
import { ATTRIBUTES, ruleOf } from '../generate/manifest';
import { seeded } from '../generate/random';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import { duration, figure, type Section } from '../harness/section';
import { planOf, type Settings } from '../harness/settings';
import { timeRounds, type Subject, type Timing, type TimingPlan } from '../harness/timing';
import { growthbookConditionOf } from '../peers/growthbook';
import { jsonLogicOf } from '../peers/json-logic';
import { addJsonLogicMethods } from '../peers/json-logic-engine';

type Conditions = keyof typeof HANDWRITTEN_RULES;
const CONDITIONS: readonly Conditions[] = [1, 3, 10];
const CATALOGUE = [...ATTRIBUTES, ...ATTRIBUTE_CATALOGUE];
/** A power of two, so that the next one is found with a mask. */
const VISITORS = 64;

interface OneRuleParams {
  readonly conditions: Conditions;
  readonly plan: TimingPlan;
}

/**
 * One rule whose conditions all hold, asked of 64 visitors in turn. Each subject has its own loop, written out, so
 * that V8 may inline each as far as it can: here single nanoseconds count.
 */
export const oneRuleTask: Task<OneRuleParams, Timing[]> = {
  name: 'one-rule',
  run: ({ conditions, plan }) => {
    const rule = HANDWRITTEN_RULES[conditions];
    const visitors = visitorsWhoMatch(seeded(plan.seed), VISITORS);
    const contexts = visitors.map(({ context }) => context);
    const scores = contexts.map(({ interests }) => interestScores(interests, NOW));
    const peers = visitors.map(({ peer }) => ({ ...peer }));

    const byHand = handwritten[conditions];
    const closure = compileRule(ruleOf(rule), CATALOGUE);
    const engine = addJsonLogicMethods(new LogicEngine());
    const logic = jsonLogicOf(rule);
    const built = engine.build(logic) as (context: unknown) => unknown;
    const condition = growthbookConditionOf(rule);
    const mask = VISITORS - 1;
    const subjects: Subject[] = [
      {
        name: 'handwritten predicate',
        run: (count) => {
          let hits = 0;
          for (let i = 0; i < count; i += 1) if (byHand(peers[i & mask]!)) hits += 1;
          return hits;
        },
      },
      {
        name: 'contextual compileRule',
        run: (count) => {
          let hits = 0;
          for (let i = 0; i < count; i += 1) if (closure(contexts[i & mask]!, scores[i & mask])) hits += 1;
          return hits;
        },
      },
      {
        name: 'json-logic-engine compiled',
        run: (count) => {
          let hits = 0;
          for (let i = 0; i < count; i += 1) if (built(peers[i & mask]!) === true) hits += 1;
          return hits;
        },
      },
      {
        name: 'json-logic-engine default',
        run: (count) => {
          let hits = 0;
          for (let i = 0; i < count; i += 1) if (engine.run(logic, peers[i & mask]!) === true) hits += 1;
          return hits;
        },
      },
      {
        name: 'growthbook evalCondition',
        run: (count) => {
          let hits = 0;
          for (let i = 0; i < count; i += 1) if (evalCondition(peers[i & mask]!, condition)) hits += 1;
          return hits;
        },
      },
    ];
    for (const { name, run } of subjects) {
      if (run(VISITORS) !== VISITORS) throw new Error(`${name} does not match what it must`);
    }
    return timeRounds(subjects, plan);
  },
};

const GOALS: Readonly<Record<Conditions, number>> = { 1: 3, 3: 6, 10: 4 };

/** W1. */
export const oneRule = async (settings: Settings): Promise<Section[]> => {
  const results: (readonly [Conditions, Timing[]])[] = [];
  for (const conditions of CONDITIONS) {
    results.push([conditions, await inFreshProcess(oneRuleTask, { conditions, plan: planOf(settings) })]);
  }
  const ns = (timings: readonly Timing[], name: string): number =>
    timings.find((timing) => timing.name === name)?.median ?? Number.NaN;
  const names = results[0]?.[1].map(({ name }) => name) ?? [];
  return [
    {
      title: 'W1: one rule, all conditions true',
      notes: ['In brackets how many times the handwritten predicate, which checks nothing, it is.'],
      columns: ['evaluator', ...CONDITIONS.map((conditions) => `${conditions} true`), ''],
      rows: names.map((name) => [
        name,
        ...results.map(
          ([, timings]) =>
            `${duration(ns(timings, name))} (${figure(ns(timings, name) / ns(timings, 'handwritten predicate'))})`,
        ),
        '',
      ]),
      goals: results.flatMap(([conditions, timings]) => {
        const ours = ns(timings, 'contextual compileRule');
        const label = `${conditions} condition${conditions === 1 ? '' : 's'}`;
        return [
          {
            name: `${label}: of the handwritten predicate`,
            value: ours / ns(timings, 'handwritten predicate'),
            most: GOALS[conditions],
            unit: 'x',
          },
          {
            name: `${label}: times faster than evalCondition`,
            value: ns(timings, 'growthbook evalCondition') / ours,
            least: 5,
            unit: 'x',
          },
          {
            name: `${label}: of compiled json-logic-engine`,
            value: ours / ns(timings, 'json-logic-engine compiled'),
            most: 2,
            unit: 'x',
          },
        ];
      }),
    },
  ];
};
