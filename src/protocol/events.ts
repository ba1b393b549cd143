import type { VisitorEvent } from '../model/visitor-event';

/** POST /api/contextual/collect */
export interface CollectRequest {
  /** The sender's clock when the batch left, ISO 8601; corrects `occurredAt`. */
  readonly sentAt: string;
  readonly events: readonly VisitorEvent[];
}

/** Per event, in the order sent. `duplicate` is a success. */
export type CollectOutcome =
  | { readonly id: string; readonly status: 'accepted' | 'duplicate' }
  | { readonly id: string; readonly status: 'rejected'; readonly code: string; readonly message: string };

/** Sent only after the commit. */
export interface CollectResponse {
  readonly data: readonly CollectOutcome[];
}
