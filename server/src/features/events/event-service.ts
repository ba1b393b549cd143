import { LIMITS } from '../../../../src/foundation/limits';
import { isRecord, ownValue } from '../../../../src/foundation/plain-object';
import type { CollectOutcome } from '../../../../src/protocol/events';
import { Problem } from '../../http/problem';
import type { CountingFactsSource } from './counting-facts';
import type { PreparedEvent } from './event-row';
import { createGroupCommit } from './group-commit';
import type { StoredOutcome, StoreEvents } from './ingest-transaction';
import { prepareEvent, UNKNOWN_CODES, type Delivery, type EventJudges } from './prepare-event';
import type { Quarantine } from './quarantine';

/** Takes events in: parse, validate, verify, deduplicate, commit. */
export interface EventService {
  /**
   * Resolves after the commit, one outcome per event in the order sent.
   * @throws Problem 503 `busy` when too many events wait, or the database does not take them.
   */
  ingest(events: readonly unknown[], delivery: Delivery): Promise<CollectOutcome[]>;
  /** Events kept out, by reason; those of bots last. */
  notCounted(): Promise<{ code: string; count: number }[]>;
  /** Lets every promised write finish. */
  stop(): Promise<void>;
}

export interface EventServiceParts {
  readonly facts: CountingFactsSource;
  readonly judges: Omit<EventJudges, 'facts'>;
  readonly store: StoreEvents;
  readonly quarantine: Quarantine;
  /** Events of bots so far. */
  readonly bots: () => Promise<number>;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** What a transaction did. The same event may have come with several of the callers that shared it. */
interface Committed {
  readonly outcomes: ReadonlyMap<string, StoredOutcome>;
  /** Hashes whose first sender has its answer; to the others they are duplicates. */
  readonly claimed: Set<string>;
}

const NOTHING: Committed = { outcomes: new Map(), claimed: new Set() };

/** Puts the stages of ingest together. */
export function createEventService(parts: EventServiceParts): EventService {
  const { facts, judges, store, quarantine } = parts;
  const commits = createGroupCommit<PreparedEvent, Committed>(
    async (events) => ({
      outcomes: await store(events, await facts.current(), parts.now()),
      claimed: new Set(),
    }),
    {
      batchItems: LIMITS.ingestBatchEvents,
      batchMs: LIMITS.ingestBatchMs,
      queueItems: LIMITS.ingestQueueEvents,
    },
  );

  const judge = async (events: readonly unknown[], delivery: Delivery) => {
    const known = await facts.current();
    const prepared = events.map((event) => prepareEvent(event, delivery, { ...judges, facts: known }));
    const curable = prepared.some((result) => !result.ok && UNKNOWN_CODES.has(result.error.code));
    const fresh = curable ? await facts.current(true) : known;
    return fresh === known
      ? prepared
      : events.map((event) => prepareEvent(event, delivery, { ...judges, facts: fresh }));
  };

  return {
    ingest: async (events, delivery) => {
      const judged = await judge(events, delivery).catch(unavailable(parts.onError));
      const storable = judged.flatMap((result) => (result.ok ? [result.value] : []));
      const commit = storable.length > 0 ? commits.submit(storable) : Promise.resolve(NOTHING);
      if (!commit) throw busy();
      const { outcomes, claimed } = await commit.catch(unavailable(parts.onError));
      return judged.map((result, index): CollectOutcome => {
        const id = idOf(events[index]);
        if (!result.ok) {
          const { code, message } = result.error;
          quarantine.add(code, events[index], delivery.receivedAt);
          return { id, status: 'rejected', code, message };
        }
        const { hash } = result.value;
        const outcome = outcomes.get(hash);
        if (outcome === 'unit-limit') {
          quarantine.add('unit-limit', events[index], delivery.receivedAt);
          return { id, status: 'rejected', code: 'unit-limit', message: UNIT_LIMIT };
        }
        const repeated = claimed.has(hash);
        claimed.add(hash);
        return { id, status: outcome === 'accepted' && !repeated ? 'accepted' : 'duplicate' };
      });
    },
    notCounted: async () => {
      const [reasons, bots] = [await quarantine.reasons(), await parts.bots()];
      return bots > 0 ? [...reasons, { code: 'bot', count: bots }] : reasons;
    },
    stop: async () => {
      await commits.drain();
      await quarantine.flush();
    },
  };
}

const UNIT_LIMIT = `A unit has at most ${LIMITS.unitEvents} events; this one has them.`;

/** So that the caller knows which of its events is meant, even when little else of it is right. */
function idOf(event: unknown): string {
  const id = isRecord(event) ? ownValue(event, 'id') : undefined;
  return typeof id === 'string' ? id.slice(0, LIMITS.eventIdLength) : '';
}

const busy = () =>
  new Problem({
    status: 503,
    code: 'busy',
    message: 'Too many events at once; send the same batch again in a second.',
  });

/** Nothing was committed, so the caller may and should send the same batch again. */
const unavailable = (onError: (error: unknown) => void) => (error: unknown) => {
  onError(error);
  throw new Problem({
    status: 503,
    code: 'busy',
    message: 'The events could not be stored just now; send the same batch again in a second.',
  });
};
