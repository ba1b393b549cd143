import { seeded } from '../generate/random';

/** Something that is timed: `run` does `count` operations and gives a number that depends on all of them. */
export interface Subject {
  readonly name: string;
  readonly run: (count: number) => number | Promise<number>;
}

/** Nanoseconds an operation, over the rounds. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface TimingPlan {
  readonly rounds: number;
  /** How long one sample takes at least; slow subjects do a single operation. */
  readonly sampleMs: number;
  /** Each subject runs this long, or twice, before the first round. */
  readonly warmUpMs: number;
  readonly seed: number;
}

/**
 * Times subjects against each other in one process: in each round every subject is sampled once, in a new order, so
 * that whatever disturbs the machine disturbs all alike. Medians over rounds are reported, and the extremes.
 */
export const timeRounds = async (subjects: readonly Subject[], plan: TimingPlan): Promise<Timing[]> => {
  const counts = new Map<Subject, number>();
  const samples = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]));
  for (const subject of subjects) counts.set(subject, await warmUp(subject, plan));
  const random = seeded(plan.seed);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const subject of random.shuffle(subjects)) {
      collectYoung();
      const count = counts.get(subject) ?? 1;
      const took = await elapsedNs(subject, count);
      samples.get(subject)?.push(took / count);
      // Code goes on getting faster after the warm-up: the next sample is as long as it was meant to be.
      counts.set(subject, countFor(plan.sampleMs, took / count));
    }
  }
  if (!Number.isFinite(kept)) throw new Error('A subject answered with no number');
  return subjects.map((subject) => {
    const sorted = [...(samples.get(subject) ?? [])].sort((a, b) => a - b);
    return { name: subject.name, median: median(sorted), least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
  });
};

/** At this share of the time of the run before, code still gets faster. */
const STILL_FASTER = 0.9;

/**
 * Runs for the time planned, and up to three times as long while the code still gets faster, because the compiler
 * works beside it at its own pace. Says how many operations make a sample.
 */
const warmUp = async (subject: Subject, { warmUpMs, sampleMs }: TimingPlan): Promise<number> => {
  let count = 1;
  let took = await elapsedNs(subject, count);
  let before = Infinity;
  let spent = took;
  while (spent < warmUpMs * 1e6 || (spent < 3 * warmUpMs * 1e6 && took / count < STILL_FASTER * before)) {
    before = took / count;
    if (took < sampleMs * 1e6) count = Math.ceil(count * Math.min(8, (sampleMs * 1.2e6) / Math.max(took, 1)));
    took = await elapsedNs(subject, count);
    spent += took;
  }
  return countFor(sampleMs, took / count);
};

const countFor = (sampleMs: number, ns: number): number =>
  Math.max(1, Math.round((sampleMs * 1e6) / Math.max(ns, 1)));

/** What the subjects answered is summed and looked at in the end, so that no compiler may leave their work out. */
let kept = 0;

const elapsedNs = async (subject: Subject, count: number): Promise<number> => {
  const start = process.hrtime.bigint();
  const answer = subject.run(count);
  kept += typeof answer === 'number' ? answer : await answer;
  return Number(process.hrtime.bigint() - start);
};

/** Young garbage of one sample is not collected in the time of the next. */
const collectYoung = (): void => {
  const { gc } = globalThis as { gc?: (options: { type: 'minor' }) => void };
  gc?.({ type: 'minor' });
};

/** The same subjects timed in several processes: the median of their medians, the extremes over all. */
export const overProcesses = (processes: readonly (readonly Timing[])[]): Timing[] =>
  (processes[0] ?? []).map(({ name }) => {
    const all = processes.flatMap((timings) => timings.filter((timing) => timing.name === name));
    return {
      name,
      median: median(all.map((timing) => timing.median).sort((a, b) => a - b)),
      least: Math.min(...all.map((timing) => timing.least)),
      most: Math.max(...all.map((timing) => timing.most)),
    };
  });

/** The middle of sorted values; 0 of none. */
export const median = (sorted: readonly number[]): number => {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/** A share of sorted values, such as 0.99, by the nearest rank. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
