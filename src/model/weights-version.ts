import type { AllocationRange } from './experience';

/** Stored allocation of one experience, kept as long as its raw events. */
export interface WeightsVersion {
  readonly experience: string;
  readonly version: number;
  readonly ranges: readonly AllocationRange[];
  /** 0..10,000. */
  readonly holdout: number;
  /**
   * Holdout over all experiences while it was in force, 0..10,000. Absent in tests, which nobody is held out of, and
   * in versions that are older than this field.
   */
  readonly globalHoldout?: number;
  /** ISO 8601. */
  readonly since: string;
}
