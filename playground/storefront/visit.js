'use strict';

const { createHash, randomUUID } = require('node:crypto');
const { isbot } = require('isbot');
const { cookie, readCookies } = require('./cookies');
const { DEMO_VISITORS, FIRST_VISITOR } = require('./demo-visitors');
const { readMemory, writeMemory } = require('./memory-cookie');

/** The demo's own cookie: whom the switcher plays. It is no part of what a shop would store. */
const SWITCHER = 'demo-visitor';
/** Stored with consent only. */
const BROWSER = 'shop-visitor';
const MEMORY = 'shop-memory';
const REMEMBERED_DAYS = 180;
const DAY = 86_400_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Who asks, from the request alone: whom the demo plays, consent, the unit that is counted, what is remembered.
 * `cookies` collects what the answer sets.
 */
function openVisit(request, { now }) {
  const { headers } = request;
  const cookies = readCookies(headers.cookie);
  const chosen = cookies.get(SWITCHER);
  const name = Object.hasOwn(DEMO_VISITORS, chosen ?? '') ? chosen : FIRST_VISITOR;
  // A signal of the browser weighs more than what the switcher says.
  const consent = DEMO_VISITORS[name].consents && headers['sec-gpc'] !== '1' && headers.dnt !== '1';
  const visit = { name, story: DEMO_VISITORS[name], consent, cookies: [], now, isPhone: isPhone(headers) };
  if (!consent) {
    forget(visit, cookies);
    return { ...visit, unit: { kind: 'page-visit', id: randomUUID() }, memory: undefined };
  }
  const known = cookies.get(BROWSER);
  const browser = UUID.test(known ?? '') ? known : randomUUID();
  if (browser !== known) visit.cookies.push(cookie(BROWSER, browser, { days: REMEMBERED_DAYS }));
  const memory = browser === known && cookies.has(MEMORY) ? readMemory(cookies.get(MEMORY)) : undefined;
  return { ...visit, unit: { kind: 'visitor', id: unitIdOf(browser, name) }, memory };
}

/** A unit id of each demo visitor in each browser, so that switching back is the same visitor again. */
function unitIdOf(browser, name) {
  const hex = createHash('sha256').update(`${browser}:${name}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** Takes away what an earlier consent had stored. */
function forget({ cookies }, present) {
  for (const name of [BROWSER, MEMORY]) if (present.has(name)) cookies.push(cookie(name, ''));
}

/** Keeps what was learned, with consent; otherwise nothing. */
function remember(visit, memory) {
  if (!visit.consent) return;
  visit.memory = memory;
  visit.cookies = visit.cookies.filter((one) => !one.startsWith(`${MEMORY}=`));
  visit.cookies.push(cookie(MEMORY, writeMemory(memory), { days: REMEMBERED_DAYS }));
}

/** Cookies of a switch: the story of the next visitor starts from its beginning. */
const switchTo = (name) => [cookie(SWITCHER, name, { httpOnly: false }), cookie(MEMORY, '')];

/** Cookies of the button that forgets: a new id, and the story from its beginning. */
const startAnew = () => [cookie(BROWSER, ''), cookie(MEMORY, '')];

/** What is sent to the plugin. Only what this page needs; a project adds its own facts here. */
function contextOf(visit, locale) {
  const { story, memory, consent, unit, now } = visit;
  const bought = consent ? memory?.bought : undefined;
  return {
    ...story.knows,
    consent: { personalization: consent, analytics: consent },
    unit,
    locale,
    device: { type: visit.isPhone ? 'mobile' : 'desktop' },
    channel: 'web',
    ...(consent && memory?.interests && { interests: memory.interests }),
    ...(bought && {
      history: {
        purchase: { count: bought.count, daysSince: Math.max(0, Math.floor((now - bought.at) / DAY)) },
      },
    }),
  };
}

const isPhone = (headers) =>
  headers['sec-ch-ua-mobile'] === '?1' || /\bMobile\b/.test(headers['user-agent'] ?? '');

/** May this request be counted as somebody seeing the page? Not a prefetch, a crawler or a look at the headers. */
function isSeen({ method, headers }) {
  const purpose = `${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''} ${headers['x-moz'] ?? ''}`;
  const agent = headers['user-agent'] ?? '';
  return method === 'GET' && !/prefetch|preview/i.test(purpose) && agent !== '' && !isbot(agent);
}

module.exports = {
  openVisit,
  unitIdOf,
  remember,
  switchTo,
  startAnew,
  contextOf,
  isSeen,
  UUID,
  BROWSER,
  SWITCHER,
};
