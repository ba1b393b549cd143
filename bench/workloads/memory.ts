import type { Manifest } from '../../src/manifest/manifest';
import type { VisitorContext } from '../../src/model/visitor-context';
import { audiencesOf, type BenchAudience } from '../generate/bench-rule';
import { makeContexts, NOW, type BenchContext } from '../generate/contexts';
import { manifestOf, ruleOf } from '../generate/manifest';
import { mixedRules } from '../generate/mixed-rules';
import { seeded } from '../generate/random';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import { bytesHeld } from '../harness/heap';
import { figure, megabytes, type Goal, type Section } from '../harness/section';
import type { Settings } from '../harness/settings';
import { EVALUATORS, evaluatorNamed } from '../peers/evaluators';
import { engineOf, trafficSample } from '../peers/ours';

/** Ours without what it is given: the manifest, which holds the rules as editors wrote them, and the sample of traffic. */
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

/** Asked of each evaluator: what it remembers of visitors counts too. The slowest takes half a second for one. */
const CONTEXTS = 60;
/** Asked of ours, whose memory of texts is full after so many. */
const CONTEXTS_OF_OURS = 2_000;

/** What stays in memory after loading N audiences and asking about {@link CONTEXTS}. */
export const memoryTask: Task<MemoryParams, MemoryResult> = {
  name: 'memory',
  run: async ({ subject, count, seed }) => {
    const random = seeded(seed + 10);
    const contexts = makeContexts(random, subject === ENGINE ? CONTEXTS_OF_OURS : CONTEXTS);
    // Compiled code is there once, however many rules there are: it is no part of what a rule costs. So everything is
    // done once before it is weighed.
    await loaded(subject, givenTo(subject, audiencesOf(mixedRules(random, count))), contexts);
    await settled();
    const given = givenTo(subject, audiencesOf(mixedRules(random, count)));
    const before = bytesHeld();
    const { held, loadMs } = await loaded(subject, given, contexts);
    await settled();
    const bytes = bytesHeld() - before;
    // Named once more, so that neither is collected before it was weighed.
    if (held === undefined || given.audiences.length !== count || contexts.length === 0) {
      throw new Error('Nothing was held');
    }
    return { bytes, loadMs };
  },
};

/**
 * Until the next turn of the event loop what was loaded is still at hand, and a compiler at work beside the program
 * holds what its code has seen: without this wait one load in ten weighed three times as much.
 */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLED_MS));

const SETTLED_MS = 200;

/** What is there before anything is loaded, and so not weighed. */
interface Given {
  readonly audiences: readonly BenchAudience[];
  readonly manifest?: Manifest;
  readonly sample?: readonly VisitorContext[];
}

const givenTo = (subject: string, audiences: readonly BenchAudience[]): Given =>
  subject === ENGINE
    ? { audiences, manifest: manifestOf(audiences), sample: trafficSample() }
    : { audiences };

const loaded = async (
  subject: string,
  { audiences, manifest, sample = [] }: Given,
  contexts: readonly BenchContext[],
): Promise<{ readonly held: unknown; readonly loadMs: number }> => {
  const started = performance.now();
  const since = (): number => performance.now() - started;
  if (subject === PARSED) {
    const text = JSON.stringify(audiences.map(({ rule }) => ruleOf(rule)));
    return { held: JSON.parse(text), loadMs: since() };
  }
  if (manifest !== undefined) {
    const engine = engineOf(manifest, { sample });
    const loadMs = since();
    for (const { context } of contexts) engine.matchAudiences(context, NOW);
    return { held: engine, loadMs };
  }
  const rules = evaluatorNamed(subject).load(audiences);
  const loadMs = since();
  for (const context of contexts) await rules.ask(context)();
  return { held: rules, loadMs };
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
