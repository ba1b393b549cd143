import { bareRecord, isRecord } from '../../../../src/foundation/plain-object';
import type { RecordedEvent } from '../../../../src/events/recorded-event';
import type { Verification } from '../../../../src/events/verification';
import type { EventType } from '../../../../src/model/visitor-event';
import type { Unit } from '../../../../src/model/visitor-context';
import { toAsciiJson } from '../../database/ascii-json';

/** An event ready to be stored. Bots' events are kept as bare hashes, so that they too are counted once. */
export interface PreparedEvent {
  readonly hash: string;
  /** Absent for bots. */
  readonly recorded?: {
    readonly unitHash: string;
    readonly unitKind: Unit['kind'];
    readonly event: RecordedEvent;
  };
}

/** A row of the event table; what a type does not need is `null`. */
export type EventRow = Readonly<Record<string, string | number | null>>;

/** @param receivedDay UTC day. @param batch id of the ingest transaction. */
export function toEventRow(prepared: PreparedEvent, batch: string, receivedDay: string): EventRow {
  const { hash, recorded } = prepared;
  const event = recorded?.event;
  const decision = event?.decision;
  return {
    event_hash: hash,
    batch,
    received_day: receivedDay,
    unit_hash: recorded?.unitHash ?? null,
    unit_kind: recorded?.unitKind ?? null,
    type: event?.type ?? null,
    occurred_at: event?.at ?? null,
    verification: event?.verification ?? null,
    experience: decision?.experience ?? event?.experience ?? null,
    variant: decision?.variant ?? null,
    would_be: decision?.wouldBe ?? null,
    propensity: decision?.propensity ?? null,
    weights_version: decision?.weightsVersion ?? null,
    goal: event?.goal === undefined ? null : toAsciiJson(event.goal),
    value: event?.value ?? null,
    currency: event?.currency ?? null,
    entry: event?.entry === undefined ? null : toAsciiJson(event.entry),
    dimensions: event?.dimensions === undefined ? null : toAsciiJson(event.dimensions),
  };
}

/** Columns that belong to a visitor: erasing empties them. */
export const VISITOR_COLUMNS: readonly string[] = [
  'batch',
  'unit_hash',
  'unit_kind',
  'type',
  'occurred_at',
  'verification',
  'experience',
  'variant',
  'would_be',
  'propensity',
  'weights_version',
  'goal',
  'value',
  'currency',
  'entry',
  'dimensions',
];

/** An event as it was stored. Databases answer large whole numbers as text. */
export function fromEventRow(row: Readonly<Record<string, unknown>>): RecordedEvent {
  const text = (column: string) => (typeof row[column] === 'string' ? (row[column] as string) : undefined);
  const number = (column: string) =>
    row[column] === null || row[column] === undefined ? undefined : Number(row[column]);
  const experience = text('experience');
  const variant = text('variant');
  const goal = text('goal');
  const value = number('value');
  const currency = text('currency');
  const entry = text('entry');
  const dimensions = text('dimensions');
  return {
    hash: String(row.event_hash),
    type: row.type as EventType,
    at: Number(row.occurred_at),
    verification: row.verification as Verification,
    ...(experience !== undefined &&
      variant !== undefined && {
        decision: {
          experience,
          variant,
          wouldBe: String(row.would_be),
          propensity: Number(row.propensity),
          weightsVersion: Number(row.weights_version),
        },
      }),
    ...(experience !== undefined && variant === undefined && { experience }),
    ...(goal !== undefined && { goal: JSON.parse(goal) as string }),
    ...(value !== undefined && { value }),
    ...(currency !== undefined && { currency }),
    ...(entry !== undefined && { entry: JSON.parse(entry) as string }),
    ...(dimensions !== undefined && { dimensions: readDimensions(dimensions) }),
  };
}

function readDimensions(json: string): Record<string, string> {
  const parsed: unknown = JSON.parse(json);
  return Object.assign(bareRecord<string>(), isRecord(parsed) ? parsed : {}) as Record<string, string>;
}
