import type { Engine } from '../../src/manifest/engine';
import type { LoadOptions } from '../../src/manifest/load-manifest';
import { buildManifest } from '../../src/manifest/build-manifest';
import { audiencesOf } from '../generate/bench-rule';
import { makeContexts, NOW, type BenchContext } from '../generate/contexts';
import { ourAudiences, recordsWith } from '../generate/manifest';
import { mixedRules } from '../generate/mixed-rules';
import { entryOf, experiencesOf, INTEREST_TAGS } from '../generate/page';
import { seeded } from '../generate/random';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import { duration, type Section } from '../harness/section';
import { planOf, type Settings } from '../harness/settings';
import { timeRounds, type Subject, type Timing, type TimingPlan } from '../harness/timing';
import { engineOf, trafficSample } from '../peers/ours';

const EXPERIENCES = 20;
const VARIANTS = 5;
const AUDIENCES = EXPERIENCES * VARIANTS;
const ENTRIES = Array.from({ length: EXPERIENCES }, (_, index) => entryOf(index));

/** A page of 20 entries, each with an experience of five variants, decided by `decideMany`; receipts are the server's. */
export const pageTask: Task<{ readonly plan: TimingPlan }, Timing[]> = {
  name: 'page',
  run: ({ plan }) => {
    const random = seeded(plan.seed + 4);
    const audiences = ourAudiences(audiencesOf(mixedRules(random, AUDIENCES)));
    const codes = audiences.map(({ code }) => code);
    const manifest = buildManifest(
      recordsWith({
        audiences,
        interestTags: INTEREST_TAGS,
        experiences: experiencesOf(random, {
          experiences: EXPERIENCES,
          variants: VARIANTS,
          audiences: codes,
        }),
      }),
    );
    const visitors = makeContexts(random, 256);
    const pageVisits = makeContexts(random, 256, 'page-visit');
    const sample = trafficSample();
    const plain = engineOf(manifest, { index: false, cacheSize: 0 });
    const subject = (name: string, contexts: readonly BenchContext[], options: LoadOptions): Subject => {
      const engine = engineOf(manifest, options);
      checkAgainst(plain, engine, contexts);
      let next = 0;
      return {
        name,
        run: (count) => {
          let variants = 0;
          for (let done = 0; done < count; done += 1) {
            next = next + 1 === contexts.length ? 0 : next + 1;
            const decided = engine.decideMany(ENTRIES, { context: contexts[next]!.context, now: NOW });
            for (const { variantKey } of decided) variants += variantKey.length;
          }
          return variants;
        },
      };
    };
    return timeRounds(
      [
        subject('visitors', visitors, { sample }),
        subject('visitors, no placement cache', visitors, { sample, cacheSize: 0 }),
        subject('visitors, index off, no placement cache', visitors, { index: false, cacheSize: 0 }),
        subject('page visits without consent', pageVisits, { sample }),
      ],
      plan,
    );
  },
};

/** Every page must be decided as without index and cache, and some must show variants. */
const checkAgainst = (plain: Engine, engine: Engine, contexts: readonly BenchContext[]): void => {
  let variants = 0;
  for (const { context } of contexts) {
    const input = { context, now: NOW };
    const decided = engine.decideMany(ENTRIES, input);
    if (JSON.stringify(decided) !== JSON.stringify(plain.decideMany(ENTRIES, input))) {
      throw new Error('A page is decided otherwise than without index and cache');
    }
    variants += decided.filter(({ variantKey }) => variantKey !== '').length;
  }
  if (variants < contexts.length / 4) throw new Error('Hardly any page shows a variant');
};

/** Point 4 of the issue. */
export const page = async (settings: Settings): Promise<Section[]> => {
  const timings = await inFreshProcess(pageTask, { plan: planOf(settings) });
  return [
    {
      title: `A page: ${EXPERIENCES} experiences with ${AUDIENCES} audiences`,
      notes: [
        'decideMany for 20 entries, variants with interests, a holdout of 10 %; 256 recurring contexts.',
      ],
      columns: ['visitors and engine', 'median', 'least', 'most', ''],
      rows: timings.map(({ name, median, least, most }) => [
        name,
        duration(median),
        duration(least),
        duration(most),
        '',
      ]),
      goals: [{ name: 'a page', value: (timings[0]?.median ?? Number.NaN) / 1e3, most: 60, unit: 'us' }],
    },
  ];
};
