'use strict';

const { createServer } = require('node:http');
const { createBaseCopies } = require('./base-copies');
const { createEvents } = require('./events');
const { layout } = require('./layout');
const { createLearning } = require('./learning');
const { createPage, PageProblem } = require('./page');
const { problemPage } = require('./pages/problem');
const { DEMO_ROUTES, findRoute, ROUTES } = require('./routes');
const { readForm } = require('./read-form');
const { sendFile } = require('./static-files');
const { createStrapiClient, StrapiAway } = require('./strapi-client');
const { LOCALES, preferredLocale } = require('./words');

/** Everything that a page may load; there are no scripts at all. */
const securityOf = (strapiUrl) => ({
  'content-security-policy': `default-src 'none'; img-src 'self' ${new URL(strapiUrl).origin}; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
});

/**
 * The shop as a server of node:http that does not listen yet.
 * @param options `{ strapiUrl, token, log }`: the token may decide and send events, nothing else.
 */
function createStorefront({ strapiUrl, token, log = () => {} }) {
  const strapi = createStrapiClient({ url: strapiUrl, token });
  const copies = createBaseCopies();
  const note = (error) => log(error instanceof StrapiAway ? error.message : (error.stack ?? String(error)));
  const shop = {
    strapi,
    strapiUrl,
    copies,
    log: note,
    learning: createLearning(strapi, { log: note }),
    events: createEvents(strapi, { log: note }),
  };
  const server = createServer({ requestTimeout: 10_000, maxHeaderSize: 16_384 }, (request, response) => {
    for (const [name, value] of Object.entries(securityOf(strapiUrl))) response.setHeader(name, value);
    answer(shop, request, response).catch((error) => {
      // Not even the page for problems could be made.
      note(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Something broke on our side. Please try again.\n');
    });
  });
  return { server, settled: shop.events.settled, warm: () => copies.fill(strapi) };
}

async function answer(shop, request, response) {
  const url = new URL(request.url.replace(/^\/+/, '/'), 'http://shop.invalid');
  if (url.pathname === '/health') return void response.writeHead(204).end();
  if (sendFile(url.pathname, request, response)) return;
  if (url.pathname === '/') {
    const locale = preferredLocale(request.headers['accept-language']);
    return redirect(response, `/${locale}/${url.search}`, { vary: 'Accept-Language' });
  }
  const [, first, ...rest] = url.pathname.split('/');
  const isLocalised = LOCALES.includes(first);
  const locale = isLocalised ? first : preferredLocale(request.headers['accept-language']);
  const page = createPage(shop, request, { url, locale });
  const route = isLocalised
    ? findRoute(ROUTES, rest.join('/'))
    : findRoute(DEMO_ROUTES, url.pathname.slice(1));
  try {
    if (!route) throw new PageProblem(404);
    await (route.page ? show(page, route, request, response) : act(page, route, request, response));
  } catch (error) {
    if (response.headersSent) throw error;
    const status = error instanceof PageProblem ? error.status : error instanceof StrapiAway ? 503 : 500;
    if (status >= 500) page.log(error);
    if (status === 503) response.setHeader('retry-after', '30');
    // Nothing of what went wrong may be counted or learned.
    write(page, problemPage(page, status), request, response);
  }
}

async function show(page, route, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new PageProblem(405);
  await page.learning.tellStory(page.visit);
  const view = await route.page(page, route.slugs);
  const shown = view.slots.filter(Boolean);
  const html = layout(page, view); // Before learning: the page tells what it was decided by.
  if (view.learn && page.isSeen) await page.learning.learnFrom(page.visit, view.learn.kind, view.learn.ref);
  write(page, { ...view, html }, request, response);
  if (page.isSeen) response.once('finish', () => page.events.sendExposures(page.visit, shown));
}

async function act(page, route, request, response) {
  let form = page.url.searchParams;
  if (route.action) {
    if (request.method !== 'POST') throw new PageProblem(405);
    if (!isOwnForm(request)) throw new PageProblem(403);
    form = await readForm(request);
  } else if (request.method !== 'GET' && request.method !== 'HEAD') throw new PageProblem(405);
  const to = await (route.action ?? route.link)(page, route.slugs, form);
  redirect(response, to, cookiesOf(page));
}

/** Other sites must not act in a visitor's name. Browsers say where a form comes from. */
function isOwnForm({ headers }) {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

/** Made for one visitor: nobody may keep it for another. */
function write(page, view, request, response) {
  response.writeHead(view.status ?? 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
    ...cookiesOf(page),
  });
  response.end(request.method === 'HEAD' ? undefined : String(view.html ?? layout(page, view)));
}

const cookiesOf = ({ visit }) => (visit.cookies.length > 0 ? { 'set-cookie': visit.cookies } : {});

function redirect(response, to, headers = {}) {
  response.writeHead(303, { location: to, 'cache-control': 'private, no-store', ...headers }).end();
}

module.exports = { createStorefront };
