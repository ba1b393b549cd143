/** What counts as success, or as a guardrail: what must not fall. */
export interface Goal {
  readonly code: string;
  readonly name?: string;
  /** Name of the event that reaches it; `interaction` is built in. */
  readonly event: string;
  readonly kind: 'rate' | 'value' | 'ratio';
  /** Event whose count or value divides, for `ratio`. */
  readonly denominator?: string;
  /** `page-view`: reachable by page-visit units too; `visitor`: needs a visitor unit. */
  readonly scope: 'page-view' | 'visitor';
  /** Days after the first exposure in which it counts. */
  readonly windowDays: number;
  /** Largest value that one unit can contribute, fixed in advance. */
  readonly cap?: number;
  /** ISO 4217; values in another currency are quarantined. */
  readonly currency?: string;
  readonly direction: 'up' | 'down';
}

/** The goal an experience has when nobody chose one. */
export const DEFAULT_GOAL: Goal = {
  code: 'interaction',
  name: 'Interaction',
  event: 'interaction',
  kind: 'rate',
  scope: 'page-view',
  windowDays: 7,
  direction: 'up',
};
