// Chapter six: the same people on the shop's own pages, and what these pages count.
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { ROOT } from './demo-app.mjs';
import { HOME } from './demo-story-front-page.mjs';
import { consenting, findUnit } from './demo-story-people.mjs';
import { chapter, printTable } from './demo-story-print.mjs';

const { unitIdOf, BROWSER, SWITCHER } = createRequire(path.join(ROOT, 'package.json'))(
  './playground/storefront/visit.js',
);

const BROWSER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
/** Events are sent when the page has left; the report has them a moment later. */
const COUNTED_MS = 10_000;

const VISITORS = [
  { name: 'stranger', variant: 'base', reason: 'base-no-match', sentence: /Nothing .* fits a variant/ },
  { name: 'television-reader', variant: 'television', reason: 'affinity', sentence: /repairing televisions/ },
  { name: 'hiker', variant: 'hiking', reason: 'affinity', sentence: /about hiking/ },
  { name: 'campaign-visitor', variant: 'autumn', reason: 'audience', sentence: /campaign “autumn”/ },
  { name: 'returning-customer', variant: 'base', reason: 'base-no-match', sentence: /fits a variant/ },
  { name: 'consent-refused', variant: 'base', reason: 'base-no-match', sentence: /fits a variant/ },
];

/** Visits the home page as every demo visitor and counts what came of it. */
export async function tellStorefront(site, url, { check }) {
  chapter('The storefront: the same front page as people see it');
  const before = await counts(site);
  const expected = new Map();
  const rows = [];
  const told = [];
  for (const { name, variant, reason, sentence } of VISITORS) {
    const browser = await browserFor(site, name);
    const answer = await visit(url, '/en/', { name, browser });
    const [home] = answer.slots.filter(({ experience }) => experience === 'front-page');
    for (const slot of answer.slots) if (slot.counted) add(expected, slot);
    rows.push([name, answer.headline, home?.variant, home?.sentence]);
    told.push([`${name}: the page answers`, answer.status, 200]);
    told.push([`${name}: ${variant}, because ${reason}`, [home?.variant, home?.reason], [variant, reason]]);
    told.push([`${name}: the reason stands beside it`, sentence.test(home?.sentence ?? '')]);
    if (name === 'consent-refused') told.push(['without consent nothing is stored', answer.stored, []]);
  }
  printTable(['demo visitor', 'headline', 'shown', 'reason'], rows);
  console.log();
  for (const statement of told) check(...statement);

  // Looks like a visit and is none: these must count for nothing.
  const browser = randomUUID();
  await visit(url, '/en/', { name: 'hiker', browser, headers: { 'sec-purpose': 'prefetch' } });
  await visit(url, '/en/', { name: 'hiker', browser, headers: { 'user-agent': 'Googlebot/2.1' } });
  await visit(url, '/en/', { name: 'hiker', browser, method: 'HEAD' });
  const moved = await settled(site, before, expected);
  check('the report counts exactly what was rendered', moved, Object.fromEntries(expected));

  const german = await visit(url, '/de/', { name: 'stranger', browser: randomUUID() });
  check('the German page is German', /Dinge, die halten/.test(german.headline));
  check('an address that is not there is a page too', (await visit(url, '/en/nothing', {})).status, 404);
}

/** A browser whose visitor is not held out from the front page; the others see the default, and are told so. */
async function browserFor(site, name) {
  return findUnit(async (browser) => {
    const id = unitIdOf(browser, name);
    const campaign = { campaign: { name: 'autumn' } };
    const { data } = await site.decide(consenting(campaign, id), [HOME()]);
    return data[0].decisions[0].reason !== 'holdout';
  });
}

/** One page as a browser asks for it: what it shows, and what it says of every slot. */
async function visit(url, page, { name, browser, headers, method = 'GET' }) {
  const cookies = { ...(name && { [SWITCHER]: name }), ...(browser && { [BROWSER]: browser }) };
  const answer = await fetch(url + page, {
    method,
    redirect: 'manual',
    headers: {
      'user-agent': BROWSER_AGENT,
      cookie: Object.entries(cookies)
        .map((pair) => pair.join('='))
        .join('; '),
      ...headers,
    },
  });
  const html = await answer.text();
  const stored = answer.headers.getSetCookie().filter((one) => !/Max-Age=0/.test(one));
  return { status: answer.status, headline: textOf(html, 'h1'), slots: slotsOf(html), stored };
}

/** The labels of the slots; their attributes are the page's own record of what it showed. */
function slotsOf(html) {
  return html
    .split('<details')
    .filter((part) => /^\s+class="why"/.test(part))
    .map((part) => {
      const read = (attribute) => part.split(`data-${attribute}="`)[1]?.split('"')[0];
      return {
        experience: read('experience'),
        variant: read('variant'),
        wouldBe: read('would-be'),
        reason: read('reason'),
        counted: read('counted') === 'true',
        sentence: textOf(part, 'p'),
      };
    });
}

const textOf = (html, element) =>
  (html.split(`<${element}`)[1] ?? '')
    .split('>')
    .slice(1)
    .join('>')
    .split('<')[0]
    .replace(/\s+/g, ' ')
    .trim();

/** A page that shows base where nothing would have been shown counts as reach. */
const keyOf = ({ experience, variant, wouldBe }) =>
  experience === 'front-page' && wouldBe === 'base'
    ? `${experience} reach`
    : `${experience} / ${experience === 'front-page' ? wouldBe : '-'} / ${variant}`;

const add = (sums, slot) => sums.set(keyOf(slot), (sums.get(keyOf(slot)) ?? 0) + 1);

/** Exposures of both kinds of unit by arm. */
async function counts(site) {
  const read = {};
  for (const code of ['front-page', 'delivery-banner']) {
    for (const { groups, reach } of (await site.results(code)).unitKinds) {
      if (code === 'front-page') read[`${code} reach`] = (read[`${code} reach`] ?? 0) + reach;
      for (const { wouldBe, arms } of groups)
        for (const { variant, exposures } of arms) {
          const key = `${code} / ${wouldBe ?? '-'} / ${variant}`;
          read[key] = (read[key] ?? 0) + exposures;
        }
    }
  }
  return read;
}

/** What moved, a moment after as much has arrived as was expected: whatever else was counted is there by then. */
async function settled(site, before, expected) {
  const total = [...expected.values()].reduce((sum, count) => sum + count, 0);
  const moved = async () => {
    const after = await counts(site);
    return Object.entries(after)
      .map(([key, count]) => [key, count - (before[key] ?? 0)])
      .filter(([, count]) => count !== 0);
  };
  const deadline = Date.now() + COUNTED_MS;
  let arrived = 0;
  while (arrived < total && Date.now() < deadline) {
    await pause(100);
    arrived = (await moved()).reduce((sum, [, count]) => sum + count, 0);
  }
  await pause(300);
  return Object.fromEntries(await moved());
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
