import { lowCardinality, manyMatches, negationsOnly, orHeavy, rangesOnly } from '../generate/adverse-rules';
import { audiencesOf } from '../generate/bench-rule';
import { makeContexts, NOW } from '../generate/contexts';
import { manifestOf, recordsWith } from '../generate/manifest';
import { mixedRules } from '../generate/mixed-rules';
import { seeded, type Random } from '../generate/random';
import { inFreshProcess, type Task } from '../harness/fresh-process';
import { askingEngine } from '../harness/questions';
import { duration, figure, times, type Goal, type Section } from '../harness/section';
import { planOf, type Settings } from '../harness/settings';
import { timeRounds, type TimingPlan } from '../harness/timing';
import { engineOf } from '../peers/ours';
import { ordinaryContext } from '../exactness/ordinary-contexts';
import { FUZZ_ATTRIBUTES } from '../exactness/vocabulary';
import { operatorRule } from '../exactness/operator-rules';
import type { Manifest } from '../../src/manifest/manifest';
import { buildManifest } from '../../src/manifest/build-manifest';
import type { VisitorContext } from '../../src/model/visitor-context';

/** A set of rules that an index may find hard, with the contexts to ask about and what must be reached. */
interface AdverseSet {
  readonly make: (random: Random, count: number) => Manifest;
  readonly contexts: (random: Random, count: number) => VisitorContext[];
  /** Times faster than our own closures. */
  readonly least: number;
}

const visitors = (random: Random, count: number): VisitorContext[] =>
  makeContexts(random, count).map(({ context }) => context);
const of = (rules: typeof orHeavy): AdverseSet['make'] => {
  return (random, count) => manifestOf(audiencesOf(rules(random, count)));
};

const SETS: Readonly<Record<string, AdverseSet>> = {
  'low cardinality': { make: of(lowCardinality), contexts: visitors, least: 40 },
  'ranges only': { make: of(rangesOnly), contexts: visitors, least: 20 },
  'or-heavy': { make: of(orHeavy), contexts: visitors, least: 300 },
  '15 % matches': { make: of(manyMatches), contexts: visitors, least: 50 },
  'negations only': { make: of(negationsOnly), contexts: visitors, least: 10 },
  'mixed, page visits without consent': {
    make: of(mixedRules),
    contexts: (random, count) => makeContexts(random, count, 'page-visit').map(({ context }) => context),
    least: 1,
  },
  'the whole operator table, lists included': {
    make: (random, count) =>
      buildManifest(
        recordsWith({
          attributes: FUZZ_ATTRIBUTES,
          audiences: Array.from({ length: count }, (_, index) => ({
            code: `a${String(index).padStart(6, '0')}`,
            name: '',
            rule: operatorRule(random),
          })),
        }),
      ),
    contexts: (random, count) => Array.from({ length: count }, () => ordinaryContext(random)),
    least: 1,
  },
};

interface AdverseParams {
  readonly set: string;
  readonly count: number;
  readonly plan: TimingPlan;
}

interface AdverseResult {
  readonly index: number;
  readonly closures: number;
  readonly matches: number;
}

/** The index against closures, after both gave the same answers for every context. */
export const adverseTask: Task<AdverseParams, AdverseResult> = {
  name: 'adverse',
  run: async ({ set, count, plan }) => {
    const { make, contexts: makeThem } = SETS[set]!;
    const random = seeded(plan.seed + 9);
    const manifest = make(random, count);
    const contexts = makeThem(random, 256);
    const index = engineOf(manifest, { sample: makeThem(seeded(778), 500) });
    const closures = engineOf(manifest, { index: false });
    let matches = 0;
    for (const context of contexts) {
      const found = index.matchAudiences(context, NOW);
      matches += found.length;
      if (found.join() !== closures.matchAudiences(context, NOW).join()) {
        throw new Error(`${set}: index and closures differ for ${JSON.stringify(context)}`);
      }
    }
    const [indexed, linear] = await timeRounds(
      [askingEngine('index', index, contexts), askingEngine('closures', closures, contexts)],
      plan,
    );
    return {
      index: indexed?.median ?? Number.NaN,
      closures: linear?.median ?? Number.NaN,
      matches: matches / contexts.length,
    };
  },
};

/** W9, with both kinds of unit and the whole operator table. */
export const adverse = async (settings: Settings): Promise<Section[]> => {
  const count = settings.quick ? 1_000 : 10_000;
  const rows: string[][] = [];
  const goals: Goal[] = [];
  for (const [set, { least }] of Object.entries(SETS)) {
    const { index, closures, matches } = await inFreshProcess(adverseTask, {
      set,
      count,
      plan: { ...planOf(settings), rounds: settings.quick ? 3 : 7 },
    });
    rows.push([
      set,
      figure(matches),
      duration(index),
      duration(closures),
      times(closures / index),
      String(least),
    ]);
    goals.push({ name: `${set}: times faster than closures`, value: closures / index, least, unit: 'x' });
  }
  return [
    {
      title: `W9: sets that an index may find hard, N = ${count.toLocaleString('en')}`,
      notes: ['Both gave the same answers for all 256 contexts before the clock ran.'],
      columns: ['rules', 'matches', 'index', 'closures', 'times', 'goal'],
      rows,
      goals: settings.quick ? [] : goals,
    },
  ];
};
