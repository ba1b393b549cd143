import { readFileSync } from 'node:fs';
import { duration, figure, times, type Goal, type Section } from '../harness/section';
import type { Timing } from '../harness/timing';
import { EVALUATORS, evaluatorNamed } from '../peers/evaluators';
import type { DecideResult } from './decide';

const OURS = 'contextual';
const UNSAMPLED = 'contextual, no sample';
const CLOSURES = 'contextual, closures';
const CONDITION = 'growthbook evalCondition';
const PER_RULE = 'generated code, 1 rule a function';
const IN_CHUNKS = 'generated code, 64 rules a function';

/** The row of the JSON file for one number of audiences. */
export interface DecideFigures {
  readonly ours_us: number;
  readonly fastest_peer: string;
  readonly fastest_peer_us: number;
  readonly ratio: number;
}

const isPeer = ({ name }: Timing): boolean => evaluatorNamed(name).kind === 'peer';
const fastestOf = (timings: readonly Timing[]): Timing =>
  timings.reduce((best, timing) => (timing.median < best.median ? timing : best));
const fastestPeer = (timings: readonly Timing[]): Timing => fastestOf(timings.filter(isPeer));
const nsOf = (timings: readonly Timing[], name: string): number =>
  timings.find((timing) => timing.name === name)?.median ?? Number.NaN;

/** By number of audiences, from the mixed processes. */
export const decideFigures = (results: readonly DecideResult[]): Record<string, DecideFigures> =>
  Object.fromEntries(
    results.map(({ count, mixed }) => {
      const ours = nsOf(mixed, OURS);
      const peer = fastestPeer(mixed);
      return [
        String(count),
        {
          ours_us: Number((ours / 1e3).toPrecision(4)),
          fastest_peer: peer.name,
          fastest_peer_us: Number((peer.median / 1e3).toPrecision(4)),
          ratio: Number((peer.median / ours).toPrecision(4)),
        },
      ];
    }),
  );

/** The tables: all mixed, the fast ones alone, and what is not like for like. */
export const decideSections = (results: readonly DecideResult[]): Section[] => [
  mixedSection(results),
  aloneSection(results),
  equivalenceSection(),
];

const mixedSection = (results: readonly DecideResult[]): Section => ({
  title: 'W2 to W5: which of N audiences match one visitor (all in one process)',
  notes: [
    'Time a decision, median over rounds and processes, each with rules and visitors of its own.',
    'In brackets how many times ours it is: a ratio of these medians.',
    'Ours reads consent and computes interest scores inside the timing; peers get their own form of the context ready-made.',
  ],
  columns: ['evaluator', ...results.map(({ count }) => `N = ${count.toLocaleString('en')}`), ''],
  rows: EVALUATORS.map(({ name, kind, generatesCode }) => [
    name,
    ...results.map(({ mixed }) => {
      const ns = nsOf(mixed, name);
      return `${duration(ns)} (${figure(ns / nsOf(mixed, OURS))})`;
    }),
    `${kind}${generatesCode ? ', generates code' : ''}`,
  ]),
  goals: results.flatMap(goalsFor),
});

const goalsFor = ({ count, mixed, alone }: DecideResult): Goal[] => {
  const ours = nsOf(mixed, OURS);
  const than = (name: string): number => nsOf(mixed, name) / ours;
  const fastest = fastestPeer(mixed);
  const goal = (name: string, value: number, least: number): Goal => ({
    name: `N = ${count}: times faster than ${name}`,
    value,
    least,
    unit: 'x',
  });
  const generated = Math.min(than(PER_RULE), than(IN_CHUNKS));
  switch (count) {
    case 10: {
      const plain = fastestOf(
        mixed.filter((timing) => isPeer(timing) && !evaluatorNamed(timing.name).generatesCode),
      );
      return [
        goal(`the fastest peer without generated code (${plain.name})`, plain.median / ours, 1.5),
        goal(CONDITION, than(CONDITION), 4),
        { name: 'N = 10: of generated code', value: 1 / than(PER_RULE), most: 4, unit: 'x' },
      ];
    }
    case 100:
      return [
        goal(`the fastest peer (${fastest.name})`, fastest.median / ours, 4),
        goal(CONDITION, than(CONDITION), 20),
        goal('generated code', generated, 1),
      ];
    case 1_000:
      return [
        goal(`the fastest peer (${fastest.name})`, fastest.median / ours, 100),
        ...aloneGoal(count, alone, 40),
        goal(CONDITION, than(CONDITION), 120),
        goal('generated code', generated, 12),
      ];
    default:
      return [
        goal(`the fastest peer (${fastest.name})`, fastest.median / ours, 500),
        goal(CONDITION, than(CONDITION), 800),
        goal('the best generated code', generated, 70),
        goal('our own closures', than(CLOSURES), 150),
        goal('the fastest peer, without a sample of traffic', fastest.median / nsOf(mixed, UNSAMPLED), 150),
        { name: `N = ${count}: a decision`, value: ours / 1e3, most: 15, unit: 'us' },
      ];
  }
};

const aloneGoal = (count: number, alone: readonly Timing[], least: number): Goal[] => {
  const peers = alone.filter(isPeer);
  if (peers.length === 0) return [];
  const fastest = fastestOf(peers);
  return [
    {
      name: `N = ${count}, each alone: times faster than the fastest peer (${fastest.name})`,
      value: fastest.median / nsOf(alone, OURS),
      least,
      unit: 'x',
    },
  ];
};

const aloneSection = (results: readonly DecideResult[]): Section => ({
  title: 'The same, each evaluator alone in a warm process',
  notes: [
    'The first set of rules. Ours, and the peers that came within twice the fastest: a mixed process costs those most that live on the JIT.',
  ],
  columns: ['evaluator', 'audiences', 'median', 'least', 'most', 'times ours', ''],
  rows: results.flatMap(({ count, alone }) =>
    alone.map((timing) => [
      timing.name,
      count.toLocaleString('en'),
      duration(timing.median),
      duration(timing.least),
      duration(timing.most),
      times(timing.median / nsOf(alone, OURS)),
      '',
    ]),
  ),
  goals: [],
});

const equivalenceSection = (): Section => ({
  title: 'What is not like for like',
  notes: ['Contexts are converted to the form of each evaluator before the clock runs.'],
  columns: ['evaluator', 'version', 'differences'],
  rows: EVALUATORS.map((evaluator) => [
    evaluator.name,
    evaluator.package === undefined ? '' : versionOf(evaluator.package),
    evaluator.notEquivalent,
  ]),
  goals: [],
});

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
