import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/boot';
import { pluginUnderTest } from '../support/plugin-under-test';
import { serve, startStorefront, VISITOR_AGENT, type Served } from '../support/storefront';

jest.setTimeout(6 * 60_000);

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const HERO = '.hero details.why';

let app: TestApp;
let strapi: Served;
let shop: Served;
let browser: Browser;
let editor: string;
const secrets = mkdtempSync(path.join(os.tmpdir(), 'contextual-storefront-'));

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) throw new Error('No Chromium. Install it with: apt-get install chromium');
  const accessFile = path.join(secrets, 'access.json');
  app = createTestApp();
  strapi = await startStrapi(app.folder, accessFile);
  const access = JSON.parse(readFileSync(accessFile, 'utf8'));
  shop = await startStorefront(strapi.url, access.storefrontToken);
  const login = await fetch(`${strapi.url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(access.admin),
  });
  editor = ((await login.json()) as any).data.token;
  browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
});

afterAll(async () => {
  await browser?.close();
  await shop?.stop();
  await strapi?.stop();
  app?.remove();
  rmSync(secrets, { recursive: true, force: true });
});

describe('the storefront in a browser', () => {
  it('shows another hero and another reason to another visitor', async () => {
    const page = await freshVisitor('television-reader');
    await page.goto(`${shop.url}/en/`);
    expect(await shown(page)).toMatchObject({ variant: 'television', reason: 'affinity' });
    const headline = await page.textContent('h1');
    expect(await sentence(page)).toContain('repairing televisions');

    await page.click('button[value=campaign-visitor]');
    await unlessHeldOut(page);
    expect(await shown(page)).toMatchObject({ variant: 'autumn', reason: 'audience' });
    expect(await page.textContent('h1')).not.toBe(headline);
    expect(await sentence(page)).toContain('campaign “autumn”');
    expect(await page.getAttribute(`${HERO} a`, 'href')).toBe(
      `${strapi.url}/admin/plugins/contextual/results/front-page`,
    );

    await page.click('a.language');
    expect(page.url()).toBe(`${shop.url}/de/`);
    expect(await sentence(page)).toContain('Kampagne „autumn“');
    await page.context().close();
  });

  it('learns from two repair articles, and forgets when it is told to', async () => {
    const page = await freshVisitor('stranger');
    await page.goto(`${shop.url}/en/`);
    const before = await page.textContent('h1');
    await readUntilShown(page, ['sound-but-no-picture', 'stripes-on-the-screen']);
    expect(await shown(page)).toMatchObject({ variant: 'television', reason: 'affinity' });
    expect(await page.textContent('h1')).not.toBe(before);
    const memory = (await page.context().cookies()).find(({ name }) => name === 'shop-memory');
    expect(memory?.value.length).toBeLessThan(1024);

    await page.click('.demo-who button');
    expect(await shown(page)).toMatchObject({ variant: 'base', reason: 'base-no-match' });
    await page.context().close();
  });

  it('stores nothing without consent, and what was stored goes with it', async () => {
    const page = await freshVisitor('television-reader');
    await page.goto(`${shop.url}/en/`);
    await page.click('button[value=consent-refused]');
    await page.goto(`${shop.url}/en/magazine/sound-but-no-picture`);
    await page.goto(`${shop.url}/en/magazine/stripes-on-the-screen`);
    await page.goto(`${shop.url}/en/`);
    expect(await page.evaluate(() => document.cookie)).toBe('demo-visitor=consent-refused');
    expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['demo-visitor']);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(await shown(page)).toMatchObject({ variant: 'base', reason: 'base-no-match' });
    await page.context().close();
  });

  it('counts what was seen, followed and bought', async () => {
    const page = await freshVisitor('television-reader');
    const before = await figures();
    await page.goto(`${shop.url}/en/`);
    await page.click('.hero a.action');
    await page.waitForSelector('[data-sent=interaction][data-outcome=accepted]');
    expect(new URL(page.url()).pathname).toBe('/en/products/aurora-55');
    expect(await page.textContent('[data-sent]')).toContain('Counted:');
    const pitch = await page.getAttribute('main details.why', 'data-variant');

    await page.click('form[action$="/order"] button');
    await page.waitForSelector('[data-sent=purchase][data-outcome=accepted]');
    await page.context().close();

    const moved = await settledDifference(before, 'television-pitch', pitch ?? '', 'conversions');
    expect(moved['front-page television']).toMatchObject({ units: 1, interactions: 1 });
    expect(moved[`television-pitch ${pitch}`]).toMatchObject({ units: 1, conversions: 1, value: 899 });
  });

  it('does not send an order that nobody could follow to what was seen', async () => {
    const page = await freshVisitor('consent-refused');
    await page.goto(`${shop.url}/de/products/aurora-55`);
    await page.click('form[action$="/order"] button');
    expect(await page.getAttribute('[data-sent]', 'data-outcome')).toBe('consent');
    expect(await page.textContent('[data-sent]')).toContain('Nicht gezählt:');
    await page.context().close();
  });

  it('fits a phone and can be used by keyboard', async () => {
    const page = await freshVisitor('hiker', { width: 390, height: 844 });
    for (const where of ['/de/', '/de/magazine', '/de/products/aurora-55']) {
      await page.goto(shop.url + where);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.focus('main details.why summary');
    await page.keyboard.press('Enter');
    expect(await page.isVisible('main details.why .why-sentence')).toBe(true);
    await page.context().close();
  });

  it('still answers when Strapi is away, and never with a stack', async () => {
    await strapi.stop();
    const page = await freshVisitor('television-reader', undefined, false);
    const home = await page.goto(`${shop.url}/en/`);
    expect(home?.status()).toBe(200);
    expect(await page.textContent('h1')).toContain('Things that last');
    expect(await page.textContent('[role=status]')).toContain('cannot reach its content');
    expect(await page.locator('details.why').count()).toBe(0);
    const product = await page.goto(`${shop.url}/de/products/aurora-55`);
    expect(product?.status()).toBe(200);
    const nothing = await page.goto(`${shop.url}/en/products/never-heard-of`);
    expect(nothing?.status()).toBe(503);
    expect(await page.textContent('body')).not.toMatch(/ECONN|\.js:\d|Error/);
    await page.context().close();
  });
});

/** A browser of its own; one visitor in ten is held out, and these tests are not about them. */
async function freshVisitor(
  name: string,
  viewport?: { width: number; height: number },
  chosen = true,
): Promise<Page> {
  const context = await browser.newContext({ userAgent: VISITOR_AGENT, ...(viewport && { viewport }) });
  await context.addCookies([{ name: 'demo-visitor', value: name, url: shop.url }]);
  if (chosen) await chooseShown(context);
  return context.newPage();
}

/** Asks as a prefetch does, so that looking counts for nothing. */
async function chooseShown(context: BrowserContext): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await context.request.get(`${shop.url}/en/`, { headers: { 'sec-purpose': 'prefetch' } });
    if (!(await answer.text()).includes('data-reason="holdout"')) return;
    await context.clearCookies({ name: 'shop-visitor' });
  }
  throw new Error('Fifty visitors, and all of them are held out.');
}

/** Reads and comes home; whoever turns out to be held out starts anew as somebody else. */
async function readUntilShown(page: Page, slugs: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    for (const slug of slugs) await page.goto(`${shop.url}/en/magazine/${slug}`);
    await page.goto(`${shop.url}/en/`);
    if ((await shown(page)).reason !== 'holdout') return;
    await page.click('.demo-who button');
  }
}

async function unlessHeldOut(page: Page): Promise<void> {
  for (let tries = 0; tries < 50 && (await shown(page)).reason === 'holdout'; tries += 1)
    await page.click('.demo-who button');
}

async function shown(page: Page) {
  const read = (name: string) => page.getAttribute(HERO, `data-${name}`);
  return {
    variant: await read('variant'),
    wouldBe: await read('would-be'),
    reason: await read('reason'),
  };
}

async function sentence(page: Page): Promise<string> {
  return (await page.textContent(`${HERO} .why-sentence`))?.trim() ?? '';
}

type Figures = Record<string, Record<string, number>>;

/** Figures of visitors by experience and variant; in the front page only of those who would have got it. */
async function figures(): Promise<Figures> {
  const read: Figures = {};
  for (const code of ['front-page', 'television-pitch']) {
    const answer = await fetch(`${strapi.url}/contextual/results/${code}`, {
      headers: { authorization: `Bearer ${editor}` },
    });
    const { data } = (await answer.json()) as any;
    const visitors = data.unitKinds.find((one: any) => one.unitKind === 'visitor');
    for (const { arms } of visitors?.groups ?? [])
      for (const { variant, units, interactions, conversions, value } of arms)
        if (variant !== 'base' || code !== 'front-page')
          read[`${code} ${variant}`] = { units, interactions, conversions, value };
  }
  return read;
}

/** What was seen is sent when the page has left, so the report has it a moment later. */
async function settledDifference(before: Figures, experience: string, variant: string, figure: string) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const moved: Figures = {};
    for (const [key, row] of Object.entries(await figures()))
      moved[key] = Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value - (before[key]?.[name] ?? 0)]),
      );
    if ((moved[`${experience} ${variant}`]?.[figure] ?? 0) > 0 || Date.now() > deadline) return moved;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Strapi with the demo's content as the demo starts it; without the panel, which these tests do not open. */
const startStrapi = (folder: string, accessFile: string): Promise<Served> =>
  serve('scripts/demo-server.mjs', '/_health', folder, {
    NODE_ENV: 'production',
    DEMO_ADMIN_PANEL: 'false',
    STRAPI_TELEMETRY_DISABLED: 'true',
    CONTEXTUAL_DEMO: 'true',
    CONTEXTUAL_ENABLED: 'true',
    CONTEXTUAL_PLUGIN_DIR: pluginUnderTest(),
    CONTEXTUAL_DEMO_ACCESS_FILE: accessFile,
    DATABASE_FILENAME: path.join(folder, '.tmp/data.db'),
  });
