import { audiencesOf } from '../generate/bench-rule';
import { makeContexts } from '../generate/contexts';
import { mixedRules } from '../generate/mixed-rules';
import { seeded } from '../generate/random';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import { askingAll } from '../harness/questions';
import { drawOf, drawsOf, planOf, type Settings } from '../harness/settings';
import { overProcesses, timeRounds, type Timing, type TimingPlan } from '../harness/timing';
import { EVALUATORS, evaluatorNamed } from '../peers/evaluators';
import { oursSampled } from '../peers/ours';

/** Contexts that recur: more than any cache of single answers would be asked for, few enough to stay warm. */
const CONTEXTS = 256;

interface DecideParams {
  readonly evaluators: readonly string[];
  readonly count: number;
  readonly plan: TimingPlan;
}

/** Which of N audiences match one visitor? All evaluators named, in one process. */
export const decideTask: Task<DecideParams, Timing[]> = {
  name: 'decide',
  run: async ({ evaluators, count, plan }) => {
    const random = seeded(plan.seed + count);
    const audiences = audiencesOf(mixedRules(random, count));
    const contexts = makeContexts(random, CONTEXTS);
    const subjects = evaluators.map((name) =>
      askingAll(name, evaluatorNamed(name).load(audiences), contexts),
    );
    return timeRounds(subjects, plan);
  },
};

/** Nanoseconds a decision by evaluator. */
export interface DecideResult {
  readonly count: number;
  readonly mixed: readonly Timing[];
  /** Each in a process of its own, for ours and for the peers that came within twice the fastest. */
  readonly alone: readonly Timing[];
}

export const SIZES = [10, 100, 1_000, 10_000] as const;

/** Measures all sizes: processes in which all evaluators run mixed, then each of the fast ones alone with the first draw. */
export const measureDecide = async (settings: Settings): Promise<DecideResult[]> => {
  const results: DecideResult[] = [];
  for (const count of SIZES) {
    const mixed = await mixedTimings(count, settings);
    const alone: Timing[] = [];
    for (const name of count >= 1_000 ? worthTimingAlone(mixed) : []) {
      const [timing] = await inFreshProcess(decideTask, {
        evaluators: [name],
        count,
        plan: { ...planOf(settings), warmUpMs: settings.quick ? 100 : 2_000 },
      });
      if (timing) alone.push(timing);
    }
    results.push({ count, mixed, alone });
  }
  return results;
};

const mixedTimings = async (count: number, settings: Settings): Promise<Timing[]> => {
  const evaluators = EVALUATORS.map(({ name }) => name);
  const processes: Timing[][] = [];
  for (let draw = 0; draw < drawsOf(count, settings); draw += 1) {
    const plan = planOf(drawOf(settings, draw));
    processes.push(await inFreshProcess(decideTask, { evaluators, count, plan }));
  }
  return overProcesses(processes);
};

const worthTimingAlone = (mixed: readonly Timing[]): string[] => {
  const peers = mixed.filter(({ name }) => evaluatorNamed(name).kind === 'peer');
  const fastest = Math.min(...peers.map((timing) => timing.median));
  return [
    ...mixed.filter(({ name }) => name === oursSampled.name),
    ...peers.filter((timing) => timing.median <= 2 * fastest),
  ].map(({ name }) => name);
};
