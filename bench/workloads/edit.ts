import { buildManifest } from '../../src/manifest/build-manifest';
import { changeManifest, type ManifestChange } from '../../src/manifest/change-manifest';
import type { Engine } from '../../src/manifest/engine';
import type { ManifestRecords } from '../../src/manifest/manifest';
import { audiencesOf } from '../generate/bench-rule';
import { makeContexts, NOW } from '../generate/contexts';
import { ourAudiences, recordsWith, ruleOf } from '../generate/manifest';
import { mixedRules } from '../generate/mixed-rules';
import { experiencesOf, INTEREST_TAGS } from '../generate/page';
import { seeded } from '../generate/random';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import { bytesHeld } from '../harness/heap';
import { duration, megabytes, type Goal, type Section } from '../harness/section';
import type { Settings } from '../harness/settings';
import { median } from '../harness/timing';
import { engineOf, trafficSample } from '../peers/ours';

interface LoadParams {
  readonly audiences: number;
  readonly experiences: number;
  readonly variants: number;
  readonly seed: number;
}

interface LoadResult {
  readonly buildMs: number;
  readonly loadMs: number;
  readonly bytes: number;
}

const recordsOf = ({ audiences, experiences, variants, seed }: LoadParams): ManifestRecords => {
  const random = seeded(seed + 11);
  const ours = ourAudiences(audiencesOf(mixedRules(random, audiences)));
  const codes = ours.map(({ code }) => code);
  return recordsWith({
    audiences: ours,
    interestTags: INTEREST_TAGS,
    experiences: experiencesOf(random, { experiences, variants, audiences: codes }),
  });
};

/** Records to manifest to engine, the first time in a process: what a start pays. Memory is what both hold. */
const loadTask: Task<LoadParams, LoadResult> = {
  name: 'load',
  run: (params) => {
    const records = recordsOf(params);
    const sample = trafficSample();
    const [visitor] = makeContexts(seeded(params.seed), 1);
    const before = bytesHeld();
    const start = performance.now();
    const manifest = buildManifest(records);
    const built = performance.now();
    const engine = engineOf(manifest, { sample });
    const loaded = performance.now();
    engine.matchAudiences(visitor!.context, NOW);
    const bytes = bytesHeld() - before;
    if (engine.manifest.audiences.length !== params.audiences) throw new Error('Lost');
    return { buildMs: built - start, loadMs: loaded - built, bytes };
  },
};

interface EditParams extends LoadParams {
  readonly edits: number;
}

/** Milliseconds, in the order in which things happened. */
interface EditResult {
  readonly audienceMs: readonly number[];
  readonly variantMs: readonly number[];
  /** Stretches of the work that an engine leaves for later; requests are answered between them. */
  readonly laterMs: readonly number[];
}

/**
 * Edits of a running engine, as an editor saves them: one audience or one variant changed, manifest and engine made
 * from those before, the first visitor answered. Each is one block of the event loop. At the end the work that was
 * left for later is done, and the edited engine must answer like a fresh one without index.
 */
const editTask: Task<EditParams, EditResult> = {
  name: 'edit',
  run: (params) => {
    const records = recordsOf(params);
    const random = seeded(params.seed + 14);
    const sample = trafficSample();
    const [visitor] = makeContexts(random, 1);
    let manifest = buildManifest(records);
    let engine = engineOf(manifest, { sample });

    const save = (put: NonNullable<ManifestChange['put']>): number => {
      const start = performance.now();
      manifest = changeManifest(manifest, { version: manifest.version + 1, put });
      engine = engineOf(manifest, { sample, previous: engine });
      engine.matchAudiences(visitor!.context, NOW);
      return performance.now() - start;
    };
    const audienceMs: number[] = [];
    const variantMs: number[] = [];
    for (let edit = 0; edit < params.edits; edit += 1) {
      const audience = random.pick(manifest.audiences);
      const [rule] = mixedRules(random, 1);
      audienceMs.push(save({ audiences: [{ ...audience, rule: ruleOf(rule!) }] }));
      const experience = random.pick(records.experiences);
      const [first, ...rest] = experience.variants;
      const edited = { ...first!, name: `Edited ${edit}`, interests: [] };
      variantMs.push(save({ experiences: [{ ...experience, variants: [edited, ...rest] }] }));
    }
    const laterMs = stretches(engine.tidySteps());

    const fresh = engineOf(manifest, { index: false, cacheSize: 0 });
    const page = random.some(records.experiences, 50).flatMap(({ entries }) => entries);
    for (const { context } of makeContexts(random, 100)) {
      const input = { context, now: NOW };
      const answer = (one: Engine): string =>
        JSON.stringify([one.matchAudiences(context, NOW), one.decideMany(page, input)]);
      if (answer(fresh) !== answer(engine)) {
        throw new Error('The edited engine answers otherwise than a fresh one');
      }
    }
    return { audienceMs, variantMs, laterMs };
  },
};

/** How long a server lets such work run before it looks for requests, as in its `in-turns.ts`. */
const STRETCH_MS = 5;

/** Does the steps as a server does, in stretches of {@link STRETCH_MS}; how long each took. */
const stretches = (steps: ReturnType<Engine['tidySteps']>): number[] => {
  const took: number[] = [];
  while (steps !== undefined) {
    const start = performance.now();
    let done = false;
    while (!done && performance.now() - start < STRETCH_MS) done = steps.next().done === true;
    took.push(performance.now() - start);
    if (done) break;
  }
  return took;
};

/** For the JSON file, in milliseconds and bytes. */
export interface EditFigures {
  readonly audiences: number;
  readonly experiences: number;
  readonly audience_ms: number;
  readonly variant_ms: number;
  readonly longest_block_ms: number;
  readonly full_build_ms: number;
  readonly full_load_ms: number;
  readonly full_load_bytes: number;
}

const middle = (values: readonly number[]): number => median([...values].sort((a, b) => a - b));

/** W11 and point 3 of the issue. */
export const edit = async (settings: Settings): Promise<{ sections: Section[]; figures: EditFigures }> => {
  const count = settings.quick ? 1_000 : 10_000;
  const { seed } = settings;
  const rulesAlone = await inFreshProcess(loadTask, {
    audiences: count,
    experiences: 0,
    variants: 0,
    seed,
  });
  const project: LoadParams = { audiences: 2_000, experiences: count, variants: 5, seed };
  const whole = await inFreshProcess(loadTask, project);
  const edits = settings.quick || settings.short ? 20 : 60;
  const { audienceMs, variantMs, laterMs } = await inFreshProcess(editTask, {
    ...project,
    audiences: count,
    edits,
  });
  const blocks = [...audienceMs, ...variantMs, ...laterMs];
  const fullMs = whole.buildMs + whole.loadMs;
  const ms = (value: number): string => duration(value * 1e6);
  const row = (name: string, values: readonly number[]): string[] =>
    values.length === 0
      ? [name, '0', '', '', '']
      : [name, String(values.length), ms(middle(values)), ms(Math.max(...values)), ''];
  const goal = (name: string, value: number, most: number, unit = 'ms'): Goal => ({
    name,
    value,
    most,
    unit,
  });
  const named = count.toLocaleString('en');
  return {
    sections: [
      {
        title: `W11: edits among ${named} audiences and ${named} experiences`,
        notes: ['From the saved record to the first visitor answered by the new engine.'],
        columns: ['edit', 'times', 'median', 'longest', ''],
        rows: [
          row('one audience changed', audienceMs),
          row('one variant changed', variantMs),
          row('stretches of work left for later', laterMs),
        ],
        goals: settings.quick
          ? []
          : [
              goal('one audience changed', middle(audienceMs), 5),
              goal('one variant changed', middle(variantMs), 5),
              goal('longest block of the event loop', Math.max(...blocks), 20),
            ],
      },
      {
        title: 'W11: full load, first time in a process',
        notes: ['Records to manifest to engine. Memory is what manifest and engine hold.'],
        columns: ['project', 'manifest', 'engine', 'together', 'memory', ''],
        rows: [
          [`${named} audiences`, rulesAlone] as const,
          [`${named} experiences x 5 variants, 2,000 audiences`, whole] as const,
        ].map(([name, { buildMs, loadMs, bytes }]) => [
          name,
          ms(buildMs),
          ms(loadMs),
          ms(buildMs + loadMs),
          megabytes(bytes),
          '',
        ]),
        goals: settings.quick
          ? []
          : [
              goal(`${named} audiences: engine`, rulesAlone.loadMs, 500),
              goal(`${named} experiences: manifest and engine`, fullMs, 3_000),
              goal(`${named} experiences: memory`, whole.bytes / 1024 / 1024, 150, 'MB'),
            ],
      },
    ],
    figures: {
      audiences: count,
      experiences: count,
      audience_ms: Number(middle(audienceMs).toPrecision(4)),
      variant_ms: Number(middle(variantMs).toPrecision(4)),
      longest_block_ms: Number(Math.max(...blocks).toPrecision(4)),
      full_build_ms: Math.round(rulesAlone.buildMs + rulesAlone.loadMs),
      full_load_ms: Math.round(fullMs),
      full_load_bytes: whole.bytes,
    },
  };
};

export const editTasks = [loadTask, editTask] as const;
