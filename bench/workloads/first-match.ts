import { audiencesOf } from '../generate/bench-rule';
import { makeContexts, NOW } from '../generate/contexts';
import { manifestOf } from '../generate/manifest';
import { mixedRules } from '../generate/mixed-rules';
import { seeded } from '../generate/random';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import { duration, type Section } from '../harness/section';
import { drawOf, planOf, type Settings } from '../harness/settings';
import { overProcesses, timeRounds, type Timing, type TimingPlan } from '../harness/timing';
import { growthbookFirstMatch } from '../peers/growthbook';
import { engineOf, trafficSample } from '../peers/ours';

interface FirstMatchParams {
  readonly count: number;
  readonly plan: TimingPlan;
}

const CONTEXTS = 256;

/**
 * The first audience in order that matches: ours takes it from the list of all, GrowthBook stops at it. So its time
 * depends on the visitor, and an operation is one round through all of them.
 */
export const firstMatchTask: Task<FirstMatchParams, Timing[]> = {
  name: 'first-match',
  run: async ({ count, plan }) => {
    const random = seeded(plan.seed + 6);
    const audiences = audiencesOf(mixedRules(random, count));
    const contexts = makeContexts(random, CONTEXTS);
    const engine = engineOf(manifestOf(audiences), { sample: trafficSample() });
    const first = growthbookFirstMatch(audiences);
    const attributes = contexts.map(({ peer }) => ({ ...peer }));
    for (const [index, { context }] of contexts.entries()) {
      const ours = engine.matchAudiences(context, NOW)[0] ?? null;
      if (first(attributes[index]!) !== ours) throw new Error('GrowthBook found another first audience');
    }
    const timings = timeRounds(
      [
        {
          name: 'contextual',
          run: (rounds) => {
            let answered = 0;
            for (let round = 0; round < rounds; round += 1) {
              for (const { context } of contexts) {
                if (engine.matchAudiences(context, NOW)[0] !== undefined) answered += 1;
              }
            }
            return answered;
          },
        },
        {
          name: 'growthbook evalFeature, one feature with N rules',
          run: (rounds) => {
            let answered = 0;
            for (let round = 0; round < rounds; round += 1) {
              for (const one of attributes) if (first(one) !== null) answered += 1;
            }
            return answered;
          },
        },
      ],
      plan,
    );
    return (await timings).map(({ name, median, least, most }) => ({
      name,
      median: median / CONTEXTS,
      least: least / CONTEXTS,
      most: most / CONTEXTS,
    }));
  },
};

/** Where the first one stands is luck: so several processes, each with rules and visitors of its own. */
const DRAWS = 5;

/** W6. */
export const firstMatch = async (settings: Settings): Promise<Section[]> => {
  const count = settings.quick ? 1_000 : 10_000;
  const processes: Timing[][] = [];
  for (let draw = 0; draw < (settings.quick ? 1 : DRAWS); draw += 1) {
    const plan = planOf(drawOf(settings, draw));
    processes.push(await inFreshProcess(firstMatchTask, { count, plan }));
  }
  const timings = overProcesses(processes);
  const [ours, peer] = timings.map((timing) => timing.median);
  return [
    {
      title: `W6: the first of ${count.toLocaleString('en')} audiences that matches`,
      notes: [
        `Both name the same audience for all contexts. Mean over 256 of them; median over rounds and ${processes.length} sets of rules,`,
        'least and most over all of these.',
      ],
      columns: ['evaluator', 'median', 'least', 'most', ''],
      rows: timings.map(({ name, median, least, most }) => [
        name,
        duration(median),
        duration(least),
        duration(most),
        '',
      ]),
      goals: [
        {
          name: "times faster than GrowthBook's own form",
          value: (peer ?? 0) / (ours ?? 1),
          least: 300,
          unit: 'x',
        },
      ],
    },
  ];
};
