import { isbot } from 'isbot';
import type { Context } from 'koa';
import { parseInstant } from '../../../../src/context/iso-instant';
import { LIMITS } from '../../../../src/foundation/limits';
import { ownValue } from '../../../../src/foundation/plain-object';
import type { CollectResponse } from '../../../../src/protocol/events';
import { isApiTokenCall } from '../../http/api-token';
import { readBody } from '../../http/body';
import { handle, Problem } from '../../http/problem';
import type { EventService } from './event-service';

/** `POST /api/contextual/collect`. Of the caller only its user agent is looked at, and nothing of it is kept. */
export const createEventController = (service: EventService, now: () => number) => ({
  create: handle(async (ctx: Context): Promise<CollectResponse> => {
    const receivedAt = now();
    ctx.set('Cache-Control', 'private, no-store');
    const body = readBody(ctx, { maxBytes: LIMITS.collectBodyBytes });
    const sentAt = sentAtOf(body);
    const events = eventsOf(body);
    const trusted = isApiTokenCall(ctx);
    try {
      const data = await service.ingest(events, {
        sentAt,
        receivedAt,
        trusted,
        bot: !trusted && isBot(ctx),
      });
      return { data };
    } catch (error) {
      if (error instanceof Problem && error.status === 503) ctx.set('Retry-After', '1');
      throw error;
    }
  }),
});

/** Servers send events with a token; a program without one that calls itself a bot is believed. */
const isBot = (ctx: Context): boolean => isbot(ctx.get('user-agent'));

function sentAtOf(body: Readonly<Record<string, unknown>>): number {
  const sentAt = ownValue(body, 'sentAt');
  const at = typeof sentAt === 'string' && sentAt.length <= 40 ? parseInstant(sentAt) : undefined;
  if (at !== undefined) return at;
  throw new Problem({
    status: 400,
    code: 'sent-at',
    message: 'Send "sentAt", the ISO 8601 time at which the batch leaves, by the clock of its events.',
  });
}

function eventsOf(body: Readonly<Record<string, unknown>>): readonly unknown[] {
  const events = ownValue(body, 'events');
  if (!Array.isArray(events)) {
    throw new Problem({ status: 400, code: 'events-missing', message: 'Send "events", a list of events.' });
  }
  if (events.length <= LIMITS.collectEvents) return events;
  throw new Problem({
    status: 400,
    code: 'events-too-many',
    message: `Send at most ${LIMITS.collectEvents} events in one call; split the batch.`,
  });
}
