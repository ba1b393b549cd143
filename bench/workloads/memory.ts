import { audiencesOf } from '../generate/bench-rule';
import { makeContexts, NOW } from '../generate/contexts';
import { manifestOf } from '../generate/manifest';
import { mixedRules } from '../generate/mixed-rules';
import { seeded } from '../generate/random';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import { bytesHeld } from '../harness/heap';
import { figure, megabytes, type Goal, type Section } from '../harness/section';
import type { Settings } from '../harness/settings';
import { EVALUATORS, evaluatorNamed } from '../peers/evaluators';
import { engineOf, trafficSample } from '../peers/ours';

/** Ours without the manifest, which holds the rules as editors wrote them and is kept for them anyway. */
const ENGINE = 'contextual, engine beside its manifest';
const PARSED = 'our rules as parsed JSON, for scale';

interface MemoryParams {
  readonly subject: string;
  readonly count: number;
  readonly seed: number;
}

interface MemoryResult {
  readonly bytes: number;
  readonly loadMs: number;
}

/** What stays in memory after loading N audiences and asking about 300 contexts. */
export const memoryTask: Task<MemoryParams, MemoryResult> = {
  name: 'memory',
  run: async ({ subject, count, seed }) => {
    const random = seeded(seed + 10);
    const audiences = audiencesOf(mixedRules(random, count));
    const contexts = makeContexts(random, 300);
    const manifest = subject === ENGINE ? manifestOf(audiences) : undefined;
    const sample = trafficSample();
    const before = bytesHeld();
    const started = performance.now();
    // What is measured hangs on `held`, or it would be collected with the rest.
    let held: unknown;
    let loadMs: number;
    if (subject === PARSED) {
      held = JSON.parse(JSON.stringify(manifestOf(audiences).audiences.map(({ rule }) => rule)));
      loadMs = performance.now() - started;
    } else if (manifest !== undefined) {
      const engine = engineOf(manifest, { sample });
      loadMs = performance.now() - started;
      for (const { context } of contexts) engine.matchAudiences(context, NOW);
      held = engine;
    } else {
      const rules = evaluatorNamed(subject).load(audiences);
      loadMs = performance.now() - started;
      for (const context of contexts) await rules.ask(context)();
      held = rules;
    }
    const bytes = bytesHeld() - before;
    if (held === undefined || audiences.length !== count || contexts.length === 0) throw new Error('Lost');
    return { bytes, loadMs };
  },
};

/** Bytes of each rule, by subject; the JSON file has them as they are. */
export interface MemoryFigures {
  readonly audiences: number;
  readonly ours_bytes_per_rule: number;
  readonly bytes_per_rule: Readonly<Record<string, number>>;
}

const BULKY = ['mingo', 'sift', 'json-logic-engine compiled'] as const;

/** W10. */
export const memory = async (
  settings: Settings,
): Promise<{ sections: Section[]; figures: MemoryFigures }> => {
  const count = settings.quick ? 1_000 : 10_000;
  const names = settings.short
    ? [ENGINE, PARSED, 'contextual, closures', ...BULKY]
    : [ENGINE, PARSED, ...EVALUATORS.map(({ name }) => name)];
  const results = new Map<string, MemoryResult>();
  for (const subject of names) {
    results.set(subject, await inFreshProcess(memoryTask, { subject, count, seed: settings.seed }));
  }
  const perRule = (name: string): number => (results.get(name)?.bytes ?? Number.NaN) / count;
  const goals: Goal[] = [
    { name: 'engine beside its manifest, a rule', value: perRule(ENGINE), most: 350, unit: 'bytes' },
    ...BULKY.map((name) => ({
      name: `of ${name}`,
      value: perRule(ENGINE) / perRule(name),
      most: 0.1,
      unit: 'x',
    })),
  ];
  return {
    sections: [
      {
        title: `W10: memory of ${count.toLocaleString('en')} audiences`,
        notes: ['Heap and array buffers held after a full collection, each in its own process.'],
        columns: ['evaluator', 'held', 'bytes a rule', 'load', ''],
        rows: [...results].map(([name, { bytes, loadMs }]) => [
          name,
          megabytes(bytes),
          figure(bytes / count),
          `${figure(loadMs)} ms`,
          '',
        ]),
        goals: settings.quick ? [] : goals,
      },
    ],
    figures: {
      audiences: count,
      ours_bytes_per_rule: Math.round(perRule(ENGINE)),
      bytes_per_rule: Object.fromEntries(names.map((name) => [name, Math.round(perRule(name))])),
    },
  };
};
