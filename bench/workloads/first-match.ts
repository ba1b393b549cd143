import { audiencesOf } from '../generate/bench-rule';
import { makeContexts, NOW } from '../generate/contexts';
import { manifestOf } from '../generate/manifest';
import { mixedRules } from '../generate/mixed-rules';
import { seeded } from '../generate/random';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import { duration, type Section } from '../harness/section';
import { planOf, type Settings } from '../harness/settings';
import { timeRounds, type Timing, type TimingPlan } from '../harness/timing';
import { growthbookFirstMatch } from '../peers/growthbook';
import { engineOf, trafficSample } from '../peers/ours';

interface FirstMatchParams {
  readonly count: number;
  readonly plan: TimingPlan;
}

/** The first audience in order that matches: ours takes it from the list of all, GrowthBook stops at it. */
export const firstMatchTask: Task<FirstMatchParams, Timing[]> = {
  name: 'first-match',
  run: ({ count, plan }) => {
    const random = seeded(plan.seed + 6);
    const audiences = audiencesOf(mixedRules(random, count));
    const contexts = makeContexts(random, 256);
    const engine = engineOf(manifestOf(audiences), { sample: trafficSample() });
    const first = growthbookFirstMatch(audiences);
    const attributes = contexts.map(({ peer }) => ({ ...peer }));
    for (const [index, { context }] of contexts.entries()) {
      const ours = engine.matchAudiences(context, NOW)[0] ?? null;
      if (first(attributes[index]!) !== ours) throw new Error('GrowthBook found another first audience');
    }
    let [next, other] = [0, 0];
    return timeRounds(
      [
        {
          name: 'contextual',
          run: (operations) => {
            let answered = 0;
            for (let i = 0; i < operations; i += 1) {
              next = (next + 1) & 255;
              if (engine.matchAudiences(contexts[next]!.context, NOW)[0] !== undefined) answered += 1;
            }
            return answered;
          },
        },
        {
          name: 'growthbook evalFeature, one feature with N rules',
          run: (operations) => {
            let answered = 0;
            for (let i = 0; i < operations; i += 1) {
              other = (other + 1) & 255;
              if (first(attributes[other]!) !== null) answered += 1;
            }
            return answered;
          },
        },
      ],
      plan,
    );
  },
};

/** W6. */
export const firstMatch = async (settings: Settings): Promise<Section[]> => {
  const count = settings.quick ? 1_000 : 10_000;
  const timings = await inFreshProcess(firstMatchTask, { count, plan: planOf(settings) });
  const [ours, peer] = timings.map((timing) => timing.median);
  return [
    {
      title: `W6: the first of ${count.toLocaleString('en')} audiences that matches`,
      notes: ['Both name the same audience for all 256 contexts.'],
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
