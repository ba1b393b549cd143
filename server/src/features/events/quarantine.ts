import { isRecord, ownValue } from '../../../../src/foundation/plain-object';
import { LIMITS } from '../../../../src/foundation/limits';
import { TABLE } from '../../constants';
import { toAsciiJson } from '../../database/ascii-json';
import { chunks } from '../../database/chunks';
import type { Strapi } from '../../strapi';

/** Events that are not counted, with the reason; a sample for people, never a source of numbers. */
export interface Quarantine {
  /** Keeps it in memory; writing is put off so that a flood of bad events costs little. */
  add(code: string, event: unknown, receivedAt: number): void;
  /** Writes what is in memory and lets the oldest rows go. */
  flush(): Promise<void>;
  /** How many rows are kept per reason, most first. */
  reasons(): Promise<{ code: string; count: number }[]>;
}

const FLUSH_MS = 1_000;
/** Rows written per flush; what comes on top of it in one second is not kept. */
const ROWS_PER_FLUSH = 200;

/** The quarantine in the database of `strapi`. */
export function createQuarantine(strapi: Strapi): Quarantine {
  const table = () => strapi.db.getConnection(TABLE.quarantine);
  let pending: { code: string; received_at: number; payload: string }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const rows = pending;
    pending = [];
    if (rows.length === 0) return;
    for (const piece of chunks(rows, 100)) await table().insert(piece);
    await dropOldest(strapi);
  };

  const flushQuietly = () =>
    void flush().catch((error: Error) =>
      strapi.log.warn(`contextual: quarantine not written: ${error.message}`),
    );

  return {
    add: (code, event, receivedAt) => {
      if (pending.length >= ROWS_PER_FLUSH) return;
      pending.push({ code, received_at: receivedAt, payload: summary(event) });
      timer ??= setTimeout(flushQuietly, FLUSH_MS).unref();
    },
    flush,
    reasons: async () => {
      const rows = (await table().select('code').count({ count: '*' }).groupBy('code')) as {
        code: string;
        count: string | number;
      }[];
      return rows
        .map(({ code, count }) => ({ code, count: Number(count) }))
        .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
    },
  };
}

/** Ids grow, so what lies more than the limit behind the newest is too old. */
async function dropOldest(strapi: Strapi): Promise<void> {
  const table = () => strapi.db.getConnection(TABLE.quarantine);
  const newest = (await table().max({ id: 'id' }).first()) as { id: number | string | null } | undefined;
  const last = Number(newest?.id ?? 0) - LIMITS.quarantineRows;
  for (;;) {
    const rows = (await table().select('id').where('id', '<=', last).limit(LIMITS.chunkRows)) as {
      id: number;
    }[];
    if (rows.length === 0) return;
    await table()
      .whereIn(
        'id',
        rows.map(({ id }) => id),
      )
      .delete();
  }
}

/** What helps to find the mistake and belongs to nobody: never a unit, an event id or a receipt. */
const KEPT = ['type', 'occurredAt', 'goal', 'value', 'currency'] as const;
const KEPT_OF_DECISION = ['experience', 'variant', 'wouldBe', 'reason', 'weightsVersion'] as const;

function summary(event: unknown): string {
  if (!isRecord(event))
    return toAsciiJson({ sent: event === null ? 'null' : Array.isArray(event) ? 'list' : typeof event });
  const decision = ownValue(event, 'decision');
  const entry = ownValue(event, 'entry');
  const kept = {
    ...pick(event, KEPT),
    ...(isRecord(decision) && { decision: pick(decision, KEPT_OF_DECISION) }),
    ...(isRecord(entry) && { entry: pick(entry, ['contentType']) }),
  };
  return toAsciiJson(kept).slice(0, LIMITS.quarantinePayloadBytes);
}

function pick(record: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of names) {
    const value = ownValue(record, name);
    if (typeof value === 'string') kept[name] = value.slice(0, LIMITS.dimensionLength);
    if (typeof value === 'number') kept[name] = value;
  }
  return kept;
}
