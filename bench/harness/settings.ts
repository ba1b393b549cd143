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

/**
 * How often `decide` draws rules and visitors anew, each in a process of its own: one may be unlucky in where its memory
 * lies, and with few rules it is luck which they are. Fewer where time is short.
 */
export const drawsOf = (count: number, { quick, short }: Settings): number => {
  if (quick) return 1;
  return (count === 10 ? 5 : 3) - (short ? 1 : 0);
};

/** The settings of one draw, from 0. Far from each other, so that another seed shares none. */
export const drawOf = (settings: Settings, draw: number): Settings => ({
  ...settings,
  seed: settings.seed + 1_000_003 * draw,
});
