// `npm run screenshots`: starts the demo in a folder of its own, lets some people visit, and writes docs/screenshots/*.png.
// `npm run screenshots -- panel-results panel-entry` takes these only.
// `npm run screenshots -- --running <strapi> <storefront> <access file> [names]` takes them of a demo that runs already.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { ensurePanelBuilt, ensurePluginBuilt, PLAYGROUND, ROOT, temporaryApp } from './demo-app.mjs';
import { freePort, startStorefront, startStrapi } from './demo-start.mjs';
import { openSite } from './demo-story-site.mjs';
import { ensureInstalled } from './ensure-install.mjs';
import { BROWSER_AGENT, browserOf, cookiesOf, letPeopleVisit } from './screenshots-people.mjs';
import { SCREENSHOTS } from './screenshots-table.mjs';

const FOLDER = path.join(ROOT, 'docs/screenshots');
const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
/** A README is loaded by many: no picture may be larger. */
const MAX_BYTES = 150 * 1024;
/** Without these, Chromium keeps calling home, which a closed network answers with noise. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function takeAll(demo, rows) {
  const site = await openSite(demo);
  await letPeopleVisit(demo);
  await untilQuiet(site);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    mkdirSync(FOLDER, { recursive: true });
    const panel = panelOf(browser, demo);
    for (const row of rows) await take(browser, { ...demo, ...site }, panel, row);
    await site.speak('en');
  } finally {
    await browser.close();
  }
}

/** Until nothing arrives in the results any more: what the demo simulates comes after its start. */
async function untilQuiet(site) {
  let before;
  for (let tries = 0; tries < 60; tries += 1) {
    const now = JSON.stringify(await site.results('front-page'));
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 3000));
  }
}

/** @param panel answers the one page that is logged in: Strapi admits few logins in a short time. */
async function take(browser, demo, panel, row) {
  const { name, viewport, open, waitFor, site } = row;
  const page = await (site === 'panel' ? panel() : storefrontPage(browser, demo, row));
  await page.setViewportSize(viewport);
  const below = typeof row.path === 'function' ? await row.path(demo) : row.path;
  if (site === 'panel') await openPanel(page, demo, below, row);
  else await page.goto(demo.storefront + below);
  if (waitFor) await page.waitForSelector(waitFor);
  await page.waitForLoadState('networkidle');
  if (open)
    await page
      .locator(open)
      .first()
      .evaluate((details) => (details.open = true));
  await atRest(page);
  const picture = await small(await page.screenshot());
  writeFileSync(path.join(FOLDER, `${name}.png`), picture);
  console.log(`  ${name}.png  ${Math.ceil(picture.length / 1024)} KB`);
  if (site !== 'panel') await page.context().close();
}

/** Until nothing turns any more and the pictures that can be seen are there, three times in a row: panels load in steps. */
async function atRest(page) {
  for (let rests = 0, tries = 0; rests < 3; tries += 1) {
    if (tries > 100) throw new Error(`${page.url()} does not come to rest.`);
    await page.waitForTimeout(400);
    rests = (await page.evaluate(isAtRest)) ? rests + 1 : 0;
  }
}

/** Runs on the page. Strapi's loader is a picture that turns without end. */
function isAtRest() {
  return [...document.images]
    .filter((image) => image.getBoundingClientRect().top < innerHeight)
    .every(
      (image) =>
        image.complete &&
        !image.getAnimations().some(({ effect }) => effect.getTiming().iterations === Infinity),
    );
}

async function storefrontPage(browser, demo, { visitor, language = 'en' }) {
  const context = await browser.newContext({ userAgent: BROWSER_AGENT, locale: language });
  await context.addCookies(cookiesOf(demo.storefront, visitor, await browserOf(demo, visitor)));
  return context.newPage();
}

/** Language and theme are kept where the panel itself keeps what somebody chose. */
async function openPanel(page, { url, speak }, below, { language = 'en', theme = 'light' }) {
  await page.evaluate(
    (settings) => {
      for (const [key, value] of Object.entries(settings)) localStorage.setItem(key, value);
      // Strapi's own news are no part of the picture.
      for (const key of Object.keys(localStorage))
        if (key.includes('BANNER_DISMISSED')) localStorage.setItem(key, 'true');
    },
    { 'strapi-admin-language': language, STRAPI_THEME: theme },
  );
  await speak(language);
  await page.goto(`${url}/admin${below}`);
  await page.waitForSelector('h1'); // Whatever is still loading has none.
}

/** The panel in a page of its own, logged in at the first call. */
function panelOf(browser, { url, access }) {
  let page;
  return async () => {
    if (page) return page;
    page = await browser.newPage();
    await page.goto(`${url}/admin`);
    await page.fill('input[name=email]', access.admin.email);
    await page.fill('input[name=password]', access.admin.password);
    await page.click('button[type=submit]');
    await page.waitForURL((address) => !address.pathname.includes('/auth/'));
    await page.waitForSelector('nav');
    return page;
  };
}

/** As many colours as fit. */
async function small(png) {
  for (const colours of [256, 128, 64, 32]) {
    const picture = await sharp(png).png({ palette: true, colours, effort: 10, dither: 0 }).toBuffer();
    if (picture.length <= MAX_BYTES) return picture;
  }
  throw new Error(`A picture stays above ${MAX_BYTES / 1024} KB with 32 colours: make its viewport smaller.`);
}

async function withOwnDemo(use) {
  ensurePanelBuilt();
  const app = temporaryApp();
  cpSync(path.join(PLAYGROUND, 'build'), path.join(app.folder, 'build'), { recursive: true });
  const processes = [];
  try {
    const strapi = await startStrapi(app.folder, await freePort(), {
      CONTEXTUAL_DEMO_VISITORS: process.env.CONTEXTUAL_DEMO_VISITORS ?? '900',
      DATABASE_FILENAME: path.join(app.folder, '.tmp/data.db'),
    });
    processes.unshift(strapi);
    const storefront = await startStorefront(strapi, await freePort(), app.folder);
    processes.unshift(storefront);
    await use({ ...strapi, storefront: storefront.url });
  } finally {
    for (const { stop } of processes) await stop();
    app.remove();
  }
}

async function main([first, ...more]) {
  const isRunning = first === '--running';
  const [url, storefront, accessFile] = isRunning ? more : [];
  const names = isRunning ? more.slice(3) : [first, ...more].filter(Boolean);
  const unknown = names.filter((name) => !SCREENSHOTS.some((row) => row.name === name));
  if (unknown.length > 0) throw new Error(`No such screenshot: ${unknown.join(', ')}.`);
  const rows = SCREENSHOTS.filter(({ name }) => names.length === 0 || names.includes(name));
  if (!existsSync(CHROMIUM))
    throw new Error('No Chromium. Install it with "apt-get install chromium", or set CHROMIUM to its path.');
  if (isRunning)
    return takeAll({ url, storefront, access: JSON.parse(readFileSync(accessFile, 'utf8')) }, rows);
  ensureInstalled();
  ensurePluginBuilt();
  return withOwnDemo((demo) => takeAll(demo, rows));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
