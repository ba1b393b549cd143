import type { AllocationRange } from './experience';

/** Stored allocation of one experience, kept as long as its raw events. */
export interface WeightsVersion {
  readonly experience: string;
  readonly version: number;
  readonly ranges: readonly AllocationRange[];
  /** 0..10,000. */
  readonly holdout: number;
  /** ISO 8601. */
  readonly since: string;
}
