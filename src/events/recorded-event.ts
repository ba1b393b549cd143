import type { EventType } from '../model/visitor-event';
import type { Verification } from './verification';

/** What an exposure says of the decision that it saw. */
export interface ExposedDecision {
  readonly experience: string;
  readonly variant: string;
  readonly wouldBe: string;
  /** (0, 1]. */
  readonly propensity: number;
  readonly weightsVersion: number;
}

/** One event of a unit as it is kept: checked, its time corrected, its unit known from where it stands. */
export interface RecordedEvent {
  /** See `eventHash`. */
  readonly hash: string;
  readonly type: EventType;
  /** Corrected, epoch milliseconds. */
  readonly at: number;
  readonly verification: Verification;
  /** Exposures only. */
  readonly decision?: ExposedDecision;
  /** Experience that an interaction or conversion says it belongs to; absent = any that was seen. */
  readonly experience?: string;
  /** Entry it happened on, see `entryKey`; absent = anywhere. */
  readonly entry?: string;
  /** Goal code or event name, as sent. */
  readonly goal?: string;
  /** See `toFixedPoint`. */
  readonly value?: number;
  readonly currency?: string;
  readonly dimensions?: Readonly<Record<string, string>>;
}
