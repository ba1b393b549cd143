import { audiencesOf } from '../generate/bench-rule';
import { makeContexts } from '../generate/contexts';
import { mixedRules } from '../generate/mixed-rules';
import { seeded } from '../generate/random';
import { differences, type Difference } from '../harness/correctness';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import type { Section } from '../harness/section';
import { drawOf, drawsOf, type Settings } from '../harness/settings';
import { EVALUATORS } from '../peers/evaluators';

/** Audiences and contexts of one comparison. */
type Size = readonly [audiences: number, contexts: number];

interface GateParams {
  readonly settings: Settings;
  readonly sizes: readonly Size[];
}

/** All rules that `decide` draws. */
export const gateTask: Task<GateParams, Difference[]> = {
  name: 'gate',
  run: async ({ settings, sizes }) => {
    const found: Difference[] = [];
    for (const [audiences, contexts] of sizes) {
      for (let draw = 0; draw < drawsOf(audiences, settings); draw += 1) {
        const random = seeded(drawOf(settings, draw).seed + audiences);
        const rules = audiencesOf(mixedRules(random, audiences));
        found.push(...(await differences(EVALUATORS, rules, makeContexts(random, contexts))));
      }
    }
    return found;
  },
};

const SIZES: readonly Size[] = [
  [10, 300],
  [100, 300],
  [1_000, 100],
  [10_000, 20],
];
const SHORT: readonly Size[] = [
  [10, 300],
  [100, 200],
  [1_000, 40],
  [10_000, 5],
];
const QUICK: readonly Size[] = [
  [10, 50],
  [100, 50],
  [1_000, 10],
];

/** Everybody must answer as the reference does before anybody is timed. */
export const gate = async (settings: Settings): Promise<{ section: Section; passed: boolean }> => {
  const sizes = settings.quick ? QUICK : settings.short ? SHORT : SIZES;
  const found = await inFreshProcess(gateTask, { settings, sizes });
  return {
    passed: found.length === 0,
    section: {
      title: 'Correctness before timing',
      notes: [
        `${EVALUATORS.length} evaluators against explainRule, draws x audiences x contexts: ${sizes
          .map(([audiences, contexts]) => `${drawsOf(audiences, settings)} x ${audiences} x ${contexts}`)
          .join(', ')}`,
        found.length === 0 ? 'No difference.' : 'These answer otherwise; nothing is timed.',
      ],
      columns: ['evaluator', 'audiences', 'extra', 'missing', 'example'],
      rows: found.map(({ evaluator, audiences, extra, missing, example }) => [
        evaluator,
        String(audiences),
        String(extra),
        String(missing),
        example,
      ]),
      goals: [],
    },
  };
};
