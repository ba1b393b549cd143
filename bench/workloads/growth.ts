import { audiencesOf } from '../generate/bench-rule';
import { makeContexts, NOW } from '../generate/contexts';
import { manifestOf } from '../generate/manifest';
import { mixedRule } from '../generate/mixed-rules';
import { seeded } from '../generate/random';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import { bytesHeld } from '../harness/heap';
import { askingEngine } from '../harness/questions';
import { duration, figure, megabytes, times, type Section } from '../harness/section';
import { planOf, type Settings } from '../harness/settings';
import { timeRounds, type TimingPlan } from '../harness/timing';
import { engineOf, trafficSample } from '../peers/ours';

interface GrowthParams {
  readonly count: number;
  readonly pool: number;
  readonly plan: TimingPlan;
}

interface GrowthResult {
  readonly count: number;
  readonly indexNs: number;
  readonly linearNs: number;
  readonly buildMs: number;
  readonly bytes: number;
  readonly matches: number;
}

/** The first `count` rules of one pool of narrow audiences: what each size adds is more of the same. */
export const growthTask: Task<GrowthParams, GrowthResult> = {
  name: 'growth',
  run: async ({ count, pool, plan }) => {
    const random = seeded(plan.seed + 7);
    const rules = Array.from({ length: pool }, () => mixedRule(random, 'narrow')).slice(0, count);
    const audiences = audiencesOf(rules);
    const contexts = makeContexts(random, 256).map(({ context }) => context);
    const manifest = manifestOf(audiences);
    const sample = trafficSample();
    const before = bytesHeld();
    const started = performance.now();
    const engine = engineOf(manifest, { sample });
    const buildMs = performance.now() - started;
    const matches = contexts.reduce((sum, context) => sum + engine.matchAudiences(context, NOW).length, 0);
    const bytes = bytesHeld() - before;
    const closures = engineOf(manifest, { index: false });
    const timings = await timeRounds(
      [askingEngine('index', engine, contexts), askingEngine('linear', closures, contexts)],
      plan,
    );
    return {
      count,
      indexNs: timings[0]?.median ?? Number.NaN,
      linearNs: timings[1]?.median ?? Number.NaN,
      buildMs,
      bytes,
      matches: matches / contexts.length,
    };
  },
};

/** W7, with the figures of 100,000 rules. */
export const growth = async (settings: Settings): Promise<Section[]> => {
  const counts = settings.quick ? [100, 1_000] : [1_000, 10_000, 100_000];
  const pool = counts.at(-1) ?? 0;
  const plan = { ...planOf(settings), rounds: settings.quick ? 3 : 7 };
  const results: GrowthResult[] = [];
  for (const count of counts) results.push(await inFreshProcess(growthTask, { count, pool, plan }));
  const ratio = (larger: number): number =>
    (results[larger]?.indexNs ?? Number.NaN) / (results[larger - 1]?.indexNs ?? Number.NaN);
  const last = results.at(-1);
  return [
    {
      title: 'W7: growth on one pool of rules',
      notes: ['Each size in its own process.'],
      columns: ['audiences', 'index', 'closures', 'times', 'matches', 'load', 'engine', ''],
      rows: results.map(({ count, indexNs, linearNs, buildMs, bytes, matches }) => [
        count.toLocaleString('en'),
        duration(indexNs),
        duration(linearNs),
        times(linearNs / indexNs),
        figure(matches),
        duration(buildMs * 1e6),
        megabytes(bytes),
        '',
      ]),
      goals: settings.quick
        ? []
        : [
            { name: '10,000 audiences cost of 1,000', value: ratio(1), most: 4, unit: 'x' },
            { name: '100,000 audiences cost of 10,000', value: ratio(2), most: 25, unit: 'x' },
            {
              name: '100,000 audiences: times faster than closures',
              value: (last?.linearNs ?? Number.NaN) / (last?.indexNs ?? Number.NaN),
              least: 1,
              unit: 'x',
            },
          ],
    },
  ];
};
