'use strict';

const { tokenKey } = require('./access');
const { describeVisit } = require('./visits');
const { createRandom } = require('./random');
const { reactionsTo } = require('./reactions');

const DAYS = 6;
const DAY = 24 * 60 * 60_000;
/** Visits decided at the same time, and events in one call. */
const AT_ONCE = 8;
const BATCH = 50;
const STORE = { type: 'app', name: 'demo', key: 'simulated-visitors' };

/**
 * Gives the demo a past: CONTEXTUAL_DEMO_VISITORS simulated visits, spread over the last six days, so that there
 * are results to look at. Nobody real was here: each event says so in its dimension `source`, and so do the ids.
 *
 * It is a site's own server that tells of them, over HTTP and after the start: the decisions are those of
 * `decide`, and `collect` takes them with the demo's API token, because a receipt vouches for one day only.
 * Happens once per database; without the variable never.
 */
function scheduleVisitors(strapi) {
  const count = Number(process.env.CONTEXTUAL_DEMO_VISITORS ?? 0);
  const { httpServer } = strapi.server;
  if (!(count > 0) || !strapi.plugin('contextual')) return;
  httpServer.once('listening', async () => {
    try {
      if (await strapi.store(STORE).get({})) return;
      const startedAt = Date.now();
      const { port } = httpServer.address();
      const token = await tokenKey(strapi, 'Demo storefront');
      const events = await sendVisitors({ url: `http://127.0.0.1:${port}`, token, count, now: startedAt });
      await strapi.store(STORE).set({ value: { count, at: new Date(startedAt).toISOString() } });
      strapi.log.info(
        `[demo] ${count} simulated visits are in the results, with ${events} events (${Date.now() - startedAt} ms).`,
      );
    } catch (error) {
      if (httpServer.listening)
        strapi.log.warn(`[demo] The simulated visits are not complete: ${error.message}`);
    }
  });
}

/**
 * @param options `now` in epoch milliseconds, `seed` of the generator: the same seed tells of the same people.
 * @returns how many events were accepted.
 */
async function sendVisitors({ url, token, count, now, seed = 20261121 }) {
  const call = caller(url, token);
  const random = createRandom(seed);
  // Drawn one after the other, so that the order of the answers changes nothing.
  const visits = Array.from({ length: count }, (_, index) => ({
    ...describeVisit(random.fork(), index),
    at: now - Math.round((0.01 + random.next() * DAYS) * DAY),
    random: random.fork(),
  }));
  const events = [];
  const waiting = [...visits];
  const decideAll = async () => {
    for (let visit = waiting.shift(); visit; visit = waiting.shift()) {
      const { context, entries } = visit;
      const { data } = await call('decide', { context, entries });
      events.push(...eventsOf(visit, data));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, decideAll));
  return collectAll(call, events);
}

/** What was seen on each page of the visit, and what came of it. */
function eventsOf({ context, at, random, dimensions }, data) {
  const { unit } = context;
  let told = 0;
  // Ids that a second attempt would give again, so that it counts nothing twice.
  const event = (type, more) => ({
    id: `${unit.id}-${(told += 1)}`,
    type,
    unit,
    occurredAt: new Date(at + told * 9_000).toISOString(),
    ...more,
  });
  return data.flatMap(({ error, contentType, documentId, locale, decisions = [] }) => {
    if (error) throw new Error(`decide: ${error.message}`);
    const entry = { contentType, documentId, ...(locale && { locale }) };
    // Only what may be counted carries a receipt.
    return decisions
      .filter(({ receipt }) => receipt)
      .flatMap(({ receipt: _receipt, ...decision }) => [
        event('exposure', { decision, entry, dimensions }),
        ...reactionsTo(decision, random).map(({ type, ...more }) =>
          event(type, { ...more, decision, entry }),
        ),
      ]);
  });
}

async function collectAll(call, events) {
  const batches = [];
  for (let from = 0; from < events.length; from += BATCH) batches.push(events.slice(from, from + BATCH));
  let accepted = 0;
  const sendAll = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const { data } = await call('collect', { sentAt: new Date().toISOString(), events: batch });
      const refused = data.find(({ status }) => status === 'rejected');
      if (refused) throw new Error(`collect: ${refused.message}`);
      accepted += data.filter(({ status }) => status === 'accepted').length;
    }
  };
  await Promise.all([sendAll(), sendAll()]);
  return accepted;
}

const caller = (url, token) => async (route, body) => {
  const answer = await fetch(`${url}/api/contextual/${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  if (answer.ok) return answer.json();
  throw new Error(`${route} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
};

module.exports = { scheduleVisitors, sendVisitors };
