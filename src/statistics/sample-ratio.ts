/** Units of one weights version as they were first seen, and the shares that it promised. */
export interface SplitPeriod {
  readonly period: number;
  /** Share of each arm, summing to 1; `null`: not known any more, so it cannot be checked. */
  readonly expected: ReadonlyMap<string, number> | null;
  /** In the order of days: new units of that day by arm. */
  readonly days: readonly { readonly day: string; readonly units: ReadonlyMap<string, number> }[];
}

/** Whether units were split as promised. Plain JSON. */
export interface SampleRatio {
  /** Always valid: smallest over all days and all periods together; `null`: nothing could be checked. */
  readonly p: number | null;
  readonly mismatch: boolean;
  readonly periods: readonly PeriodRatio[];
}

export interface PeriodRatio {
  readonly period: number;
  /** `null`: its shares are not known any more. */
  readonly p: number | null;
  readonly arms: readonly {
    readonly arm: string;
    readonly units: number;
    readonly expected: number | null;
  }[];
}

/** p below which a split is called wrong: what GrowthBook and PostHog use for their tests of one look. */
export const MISMATCH_P = 0.001;
