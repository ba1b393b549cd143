import { betaQuantile } from '../../src/statistics/distributions';

/** One line of the table. */
export interface Line {
  readonly section: string;
  readonly what: string;
  readonly measured: string;
  readonly bound: string;
  readonly met: boolean;
  /** What it stands beside: other ways to decide, or what it was made from. */
  readonly beside: string;
}

/** How long a simulation runs. */
export interface Effort {
  /** Runs of each cell of the error table. */
  readonly runs: number;
  /** Runs of what costs more, or needs less. */
  readonly few: number;
  /** Runs of the regret benchmark, and its steps. */
  readonly regretRuns: number;
  readonly regretSteps: number;
}

/** Upper end of the one-sided 99 % Clopper-Pearson interval of a share. */
export const upper99 = (hits: number, runs: number): number =>
  hits >= runs ? 1 : betaQuantile(0.99, hits + 1, runs - hits);

export const percent = (share: number, digits = 2): string => `${(share * 100).toFixed(digits)} %`;
