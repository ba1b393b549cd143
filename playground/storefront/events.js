'use strict';

const { randomUUID } = require('node:crypto');

/** At most this many exposures are waiting for Strapi; the oldest are given up, the shop is not. */
const WAITING = 500;
const BATCH = 50;

/** Sends what was seen and done, from the server and with its token. */
function createEvents(strapi, { log }) {
  const running = new Set();
  const event = (visit, type, more) => ({
    id: randomUUID(),
    type,
    unit: visit.unit,
    occurredAt: new Date(visit.now).toISOString(),
    ...more,
  });

  return {
    /** What was rendered, after the page has left. Base slots count too: they are what the others are compared with. */
    sendExposures(visit, slots) {
      const events = countable(slots).map(({ ref, decision }) =>
        event(visit, 'exposure', { receipt: decision.receipt, entry: ref }),
      );
      if (events.length === 0 || running.size >= WAITING) return;
      const sending = sendAll(strapi, events)
        .catch(log)
        .finally(() => running.delete(sending));
      running.add(sending);
    },
    /** One event, now. @returns `accepted`, `refused` or `away`. */
    async send(visit, type, more) {
      try {
        const [outcome] = await strapi.collect([event(visit, type, more)]);
        return outcome.status === 'rejected' ? 'refused' : 'accepted';
      } catch (error) {
        log(error);
        return 'away';
      }
    },
    /** Until everything has been sent or given up. */
    settled: () => Promise.all(running),
  };
}

/** Decisions that were shown and that somebody vouches for. */
const countable = (slots) =>
  slots.flatMap(({ ref, shown, decisions }) =>
    shown ? decisions.filter(({ receipt }) => receipt).map((decision) => ({ ref, decision })) : [],
  );

async function sendAll(strapi, events) {
  for (let from = 0; from < events.length; from += BATCH)
    await strapi.collect(events.slice(from, from + BATCH));
}

module.exports = { createEvents };
