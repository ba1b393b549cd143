import { audiencesOf } from '../generate/bench-rule';
import { makeContexts, NOW } from '../generate/contexts';
import { manifestOf } from '../generate/manifest';
import { mixedRules } from '../generate/mixed-rules';
import { seeded } from '../generate/random';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import { duration, type Section } from '../harness/section';
import type { Settings } from '../harness/settings';
import { quantile } from '../harness/timing';
import { engineOf, trafficSample } from '../peers/ours';
import type { VisitorContext } from '../../src/model/visitor-context';

interface LatencyParams {
  readonly count: number;
  readonly contexts: number;
  readonly seed: number;
}

const SHARES = [0.5, 0.9, 0.99, 0.999] as const;

interface LatencyResult {
  readonly parse: readonly number[];
  readonly decide: readonly number[];
  readonly bytes: number;
}

/**
 * Each context is parsed and decided once, one after the other, as requests are: nothing recurs. The time of the
 * parse of that same context is the scale, because it holds on any machine.
 */
export const latencyTask: Task<LatencyParams, LatencyResult> = {
  name: 'latency',
  run: ({ count, contexts, seed }) => {
    const random = seeded(seed + 8);
    const engine = engineOf(manifestOf(audiencesOf(mixedRules(random, count))), { sample: trafficSample() });
    const bodies = makeContexts(random, contexts).map(({ context }) => JSON.stringify(context));
    // Warm code, as that of a server is; the contexts that are timed are others.
    for (const { context } of makeContexts(seeded(seed + 9), Math.min(contexts, 5_000))) {
      engine.matchAudiences(JSON.parse(JSON.stringify(context)) as VisitorContext, NOW);
    }
    const parse: number[] = [];
    const decide: number[] = [];
    let matches = 0;
    for (const body of bodies) {
      const start = performance.now();
      const context = JSON.parse(body) as VisitorContext;
      const parsed = performance.now();
      matches += engine.matchAudiences(context, NOW).length;
      const decided = performance.now();
      parse.push((parsed - start) * 1e6);
      decide.push((decided - parsed) * 1e6);
    }
    if (matches === 0) throw new Error('Nothing matched');
    const sorted = (values: number[]): number[] => {
      const ascending = values.sort((a, b) => a - b);
      return SHARES.map((share) => quantile(ascending, share));
    };
    const bytes = bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length;
    return { parse: sorted(parse), decide: sorted(decide), bytes };
  },
};

/** W8. */
export const latency = async (settings: Settings): Promise<Section[]> => {
  const { seed, quick } = settings;
  const { parse, decide, bytes } = await inFreshProcess(latencyTask, {
    count: quick ? 1_000 : 10_000,
    contexts: quick ? 2_000 : 20_000,
    seed,
  });
  const row = (name: string, values: readonly number[]): string[] => [name, ...values.map(duration), ''];
  const p50 = decide[0] ?? Number.NaN;
  return [
    {
      title: 'W8: single decisions on fresh contexts',
      notes: [`Contexts of ${Math.round(bytes)} bytes on average; the clock itself costs about 40 ns.`],
      columns: ['', 'p50', 'p90', 'p99', 'p99.9', ''],
      rows: [row('JSON.parse of the context', parse), row('matchAudiences', decide)],
      goals: [
        { name: 'p50: of JSON.parse', value: p50 / (parse[0] ?? Number.NaN), most: 4, unit: 'x' },
        { name: 'p99: of p50', value: (decide[2] ?? Number.NaN) / p50, most: 4, unit: 'x' },
      ],
    },
  ];
};
