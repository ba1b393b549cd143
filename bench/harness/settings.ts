import type { TimingPlan } from './timing';

/** How much is run. */
export interface Settings {
  readonly seed: number;
  /** Little time, small numbers: to see that all works, not to quote. */
  readonly quick: boolean;
  /** Only as much as the parts beside `decide` need for their line in the JSON file. */
  readonly short: boolean;
}

/** The plan for one process. */
export const planOf = ({ seed, quick }: Settings): TimingPlan =>
  quick ? { rounds: 3, sampleMs: 5, warmUpMs: 100, seed } : { rounds: 9, sampleMs: 20, warmUpMs: 250, seed };
