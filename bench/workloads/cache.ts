import { LRUCache } from 'lru-cache';
import { buildManifest } from '../../src/manifest/build-manifest';
import type { Engine } from '../../src/manifest/engine';
import type { Manifest } from '../../src/manifest/manifest';
import type { VisitorContext } from '../../src/model/visitor-context';
import { audiencesOf } from '../generate/bench-rule';
import { makeContexts, NOW } from '../generate/contexts';
import { ourAudiences, recordsWith } from '../generate/manifest';
import { mixedRule, mixedRules } from '../generate/mixed-rules';
import { experiencesOf, INTEREST_TAGS, LOCALE } from '../generate/page';
import { seeded } from '../generate/random';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import { duration, figure, type Goal, type Section } from '../harness/section';
import { planOf, type Settings } from '../harness/settings';
import { timeRounds, type Subject, type Timing, type TimingPlan } from '../harness/timing';
import { engineOf, trafficSample } from '../peers/ours';

const PLACEMENTS = [3, 5, 10, 20] as const;
/** Audiences of the whole project, of which the placement uses its few. */
const AUDIENCES = 1_000;
/** Contexts that are timed: enough that they are not in the processor's cache, as those of requests are not. */
const TIMED = 4_096;
const EXPERIENCE = 'e000000';

interface CountParams {
  readonly audiences: number;
  readonly contexts: number;
  readonly seed: number;
}

interface CountResult {
  readonly asked: number;
  readonly hits: number;
  readonly wrong: number;
  /** Decisions for a variant: answers that are always base would be right by chance. */
  readonly chosen: number;
}

interface TimeParams {
  readonly audiences: number;
  readonly plan: TimingPlan;
}

/**
 * One placement: an experience with a variant for each of its audiences. They are broad ones, as those that editors
 * make variants for, so that they match now and then; the rest of the project's audiences stand beside them.
 */
const placementOf = (seed: number, audiences: number): Manifest => {
  const random = seeded(seed + 12);
  const own = Array.from({ length: audiences }, () => mixedRule(random, 'broad'));
  const all = ourAudiences(audiencesOf([...own, ...mixedRules(random, AUDIENCES - audiences)]));
  return buildManifest(
    recordsWith({
      audiences: all,
      interestTags: INTEREST_TAGS,
      experiences: experiencesOf(random, {
        experiences: 1,
        variants: audiences,
        audiences: all.slice(0, audiences).map(({ code }) => code),
      }),
    }),
  );
};

/**
 * Over fresh contexts: how often the cache knew, and how often the cached answer is another than that of an engine
 * with neither cache nor index.
 */
const cacheCountTask: Task<CountParams, CountResult> = {
  name: 'cache-count',
  run: ({ audiences, contexts, seed }) => {
    const manifest = placementOf(seed, audiences);
    const cached = engineOf(manifest, { sample: trafficSample() });
    const plain = engineOf(manifest, { index: false, cacheSize: 0 });
    const random = seeded(seed + 13);
    let [wrong, chosen] = [0, 0];
    const { asked, hits } = countingLookUps(() => {
      for (let done = 0; done < contexts; done += 1) {
        const [one] = makeContexts(random, 1);
        const input = { context: one!.context, now: NOW, locale: LOCALE };
        const answer = cached.decide(EXPERIENCE, input);
        if (answer.wouldBe !== 'base') chosen += 1;
        if (JSON.stringify(answer) !== JSON.stringify(plain.decide(EXPERIENCE, input))) wrong += 1;
      }
    });
    return { asked, hits, wrong, chosen };
  },
};

/** The same decisions with the cache and without, in a process in which nothing is counted. */
const cacheTimeTask: Task<TimeParams, Timing[]> = {
  name: 'cache-time',
  run: ({ audiences, plan }) => {
    const manifest = placementOf(plan.seed, audiences);
    const sample = trafficSample();
    const contexts = makeContexts(seeded(plan.seed + 15), TIMED).map(({ context }) => context);
    return timeRounds(
      [
        deciding('with cache', engineOf(manifest, { sample }), contexts),
        deciding('without', engineOf(manifest, { sample, cacheSize: 0 }), contexts),
      ],
      plan,
    );
  },
};

export const cacheTasks = [cacheCountTask, cacheTimeTask] as const;

/**
 * Counts what caches are asked while `work` runs. The engine tells nobody, so that it need not count in production;
 * here its bounded cache is watched from outside.
 */
const countingLookUps = (work: () => void): { asked: number; hits: number } => {
  const { get } = LRUCache.prototype;
  let [asked, hits] = [0, 0];
  LRUCache.prototype.get = function (...args) {
    const found: unknown = get.apply(this, args);
    asked += 1;
    if (found !== undefined) hits += 1;
    return found as ReturnType<typeof get>;
  };
  try {
    work();
  } finally {
    LRUCache.prototype.get = get;
  }
  return { asked, hits };
};

const deciding = (name: string, engine: Engine, contexts: readonly VisitorContext[]): Subject => {
  let next = 0;
  return {
    name,
    run: (count) => {
      let shown = 0;
      for (let done = 0; done < count; done += 1) {
        next = (next + 1) & (TIMED - 1);
        if (
          engine.decide(EXPERIENCE, { context: contexts[next]!, now: NOW, locale: LOCALE }).variant !== 'base'
        )
          shown += 1;
      }
      return shown;
    },
  };
};

/** By audiences of the placement; the JSON file has them as they are. */
export type CacheFigures = Readonly<
  Record<
    string,
    {
      readonly hit_ratio: number;
      readonly wrong: number;
      readonly contexts: number;
      readonly cached_us: number;
      readonly uncached_us: number;
    }
  >
>;

const HIT_GOALS: Readonly<Partial<Record<number, number>>> = { 5: 90, 10: 80 };

/** W12. */
export const cache = async (settings: Settings): Promise<{ sections: Section[]; figures: CacheFigures }> => {
  const contexts = settings.quick ? 2_000 : settings.short ? 10_000 : 100_000;
  const rows: string[][] = [];
  const goals: Goal[] = [];
  const figures: Record<string, CacheFigures[string]> = {};
  for (const audiences of PLACEMENTS) {
    const { seed } = settings;
    const { asked, hits, wrong, chosen } = await inFreshProcess(cacheCountTask, {
      audiences,
      contexts,
      seed,
    });
    const timings = await inFreshProcess(cacheTimeTask, { audiences, plan: planOf(settings) });
    const [withNs = Number.NaN, withoutNs = Number.NaN] = timings.map((timing) => timing.median);
    const ratio = asked === 0 ? 0 : (100 * hits) / contexts;
    const gain = withoutNs / withNs;
    rows.push([
      String(audiences),
      asked === 0 ? 'not asked' : `${figure(ratio)} %`,
      `${wrong} of ${contexts.toLocaleString('en')}`,
      `${figure((100 * chosen) / contexts)} %`,
      duration(withNs),
      duration(withoutNs),
      `${figure(gain)} x`,
      asked === 0
        ? 'evaluating is cheaper than a key'
        : gain > 1.05
          ? 'gains'
          : gain < 0.95
            ? 'loses'
            : 'even',
    ]);
    const least = HIT_GOALS[audiences];
    if (least !== undefined && asked > 0) {
      goals.push({ name: `hit ratio at ${audiences} audiences`, value: ratio, least, unit: '%' });
    }
    goals.push({ name: `wrong answers at ${audiences} audiences`, value: wrong, most: 0, unit: '' });
    figures[String(audiences)] = {
      hit_ratio: Number((ratio / 100).toFixed(4)),
      wrong,
      contexts,
      cached_us: Number((withNs / 1e3).toPrecision(4)),
      uncached_us: Number((withoutNs / 1e3).toPrecision(4)),
    };
  }
  return {
    sections: [
      {
        title: 'W12: the cache of eligible lists, one placement',
        notes: [
          `A placement of broad audiences in a project of ${AUDIENCES.toLocaleString('en')}; every context is fresh.`,
          'Wrong = another decision than that of an engine with neither cache nor index.',
        ],
        columns: ['audiences', 'hit ratio', 'wrong', 'a variant', 'with cache', 'without', 'gain', ''],
        rows,
        goals,
      },
    ],
    figures,
  };
};
