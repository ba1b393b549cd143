import type { Decision } from './decision';
import type { EntryRef } from './entry-ref';
import type { Unit } from './visitor-context';

/** The visitor saw it, reacted, reached a goal, or looked at an entry. */
export type EventType = 'exposure' | 'interaction' | 'conversion' | 'view';

/** One event as a caller sends it. (Named so because `Event` is a DOM global.) */
export interface VisitorEvent {
  /** UUID, or any string: hashed to fixed hex. */
  readonly id: string;
  readonly type: EventType;
  readonly unit: Unit;
  /** ISO 8601 by the sender's clock. */
  readonly occurredAt: string;
  /** From the server's decision; an exposure with a valid one is *signed*. */
  readonly receipt?: string;
  /** A decision made at the edge or in an SDK; recomputed before it counts. */
  readonly decision?: Decision;
  readonly goal?: string;
  readonly value?: number;
  readonly currency?: string;
  readonly entry?: EntryRef;
  readonly dimensions?: Readonly<Record<string, string>>;
}
