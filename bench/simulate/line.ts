import { betaQuantile } from '../../src/statistics/distributions';

/** One line of the table. */
export interface Line {
  readonly section: string;
  readonly what: string;
  /** As people read it. */
  readonly measured: string;
  readonly bound: string;
  /** What is held against the bounds. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** What it stands beside: other ways to decide, or what it was made from. */
  readonly beside: string;
}

export const isMet = ({ value, least, most }: Line): boolean => value >= least && value <= most;

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
