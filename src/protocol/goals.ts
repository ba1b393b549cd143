import type { Goal } from '../model/goal';
import type { RecordChange, RecordListResponse, RecordResponse, RecordStamp } from './records';

/** A goal as stored. */
export type GoalRecord = Goal & RecordStamp & { readonly name: string };

/** GET /contextual/goals */
export type GoalListResponse = RecordListResponse<GoalRecord>;

/** GET /contextual/goals/:code */
export type GoalResponse = RecordResponse<GoalRecord>;

/** POST /contextual/goals */
export interface GoalInput {
  readonly code?: string;
  readonly name: string;
  /** Name of the event that reaches it. */
  readonly event: string;
  readonly kind?: Goal['kind'];
  readonly denominator?: string;
  readonly scope?: Goal['scope'];
  /** Days, 1..90. */
  readonly windowDays?: number;
  readonly cap?: number;
  /** ISO 4217, for `value`. */
  readonly currency?: string;
  readonly direction?: Goal['direction'];
}

/** PUT /contextual/goals/:code */
export type GoalChange = RecordChange<GoalInput>;
