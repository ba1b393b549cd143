import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ADMIN } from '../support/boot';
import { startChildStrapi, type ChildStrapi } from '../support/child-strapi';
import { REPOSITORY } from '../support/plugin-under-test';

jest.setTimeout(5 * 60_000);

const PLAYGROUND = path.join(REPOSITORY, 'playground');
const CHROMIUM = '/usr/bin/chromium';

/** Without these, Chromium keeps calling home, which a closed network answers with noise. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe('the built admin panel', () => {
  let strapi: ChildStrapi;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (!existsSync(CHROMIUM)) throw new Error('No Chromium. Install it with: apt-get install chromium');
    execFileSync('npx', ['strapi', 'build'], {
      cwd: PLAYGROUND,
      stdio: 'pipe',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const database = path.join(REPOSITORY, '.tmp/browser/data.db');
    rmSync(path.dirname(database), { recursive: true, force: true });
    mkdirSync(path.dirname(database), { recursive: true });
    strapi = await startChildStrapi(PLAYGROUND, { DATABASE_FILENAME: database, CONTEXTUAL_DEMO: 'true' });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    page = await browser.newPage();
    page.on('pageerror', (error) => problems.push(String(error)));
  });

  afterAll(async () => {
    await browser?.close();
    await strapi?.stop();
  });

  it('lets the seeded administrator in', async () => {
    await page.goto(`${strapi.url}/admin`);
    await page.fill('input[name=email]', ADMIN.email);
    await page.fill('input[name=password]', ADMIN.password);
    await page.click('button[type=submit]');
    await page.waitForURL((url) => !url.pathname.includes('/auth/'));
    await page.waitForSelector('nav');
  });

  it('shows variant content of an article in the ordinary edit view', async () => {
    await page.goto(
      `${strapi.url}/admin/content-manager/collection-types/plugin::contextual.article-variant`,
    );
    await page.waitForSelector('table');
    await page.locator('table tbody tr').first().locator('a, td:nth-child(2)').first().click();
    await page.waitForSelector('form');
    expect(await page.locator('form').first().isVisible()).toBe(true);
  });

  it('throws nothing on the way', () => {
    expect(problems).toEqual([]);
  });
});
