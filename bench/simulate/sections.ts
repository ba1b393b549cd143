import { audiences } from './audiences';
import { coverage } from './coverage';
import { delays } from './delays';
import { errorRates } from './error-rates';
import type { Effort, Line } from './line';
import { otherShares } from './other-shares';
import { plannedLift } from './planned-lift';
import { regret } from './regret';
import { replays } from './replays';

/** A part of the table. */
export interface Section {
  readonly name: string;
  readonly seed: number;
  readonly run: (effort: Effort, seed: number) => Line[];
}

/** All parts, each with its own seed. */
export const SECTIONS: readonly Section[] = [
  { name: 'errors', seed: 1000, run: errorRates },
  { name: 'coverage', seed: 2000, run: coverage },
  { name: 'audiences', seed: 3000, run: audiences },
  { name: 'planner', seed: 4000, run: plannedLift },
  { name: 'other-shares', seed: 8000, run: otherShares },
  { name: 'delays', seed: 5000, run: delays },
  { name: 'regret', seed: 6000, run: regret },
  { name: 'replays', seed: 7000, run: replays },
];

/** Of the published table in the README. */
export const FULL: Effort = { runs: 10_000, few: 2_000, regretRuns: 8, regretSteps: 1_000_000 };

/** Of `--quick`: an upper bound from so few runs is met only by far. */
export const QUICK: Effort = { runs: 600, few: 600, regretRuns: 3, regretSteps: 1_000_000 };
