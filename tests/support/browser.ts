import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ADMIN } from './boot';
import { REPOSITORY } from './plugin-under-test';

/** The admin panel in a real browser, before login. */
export interface Panel {
  readonly browser: Browser;
  readonly page: Page;
  /** Exceptions that nobody caught on the page; a test expects `[]` at its end. */
  readonly problems: string[];
  /** Logs in (the seeded administrator unless told) and waits for the navigation. */
  login(email?: string, password?: string): Promise<void>;
  /** Opens a path below `/admin`, for example `/plugins/contextual`. */
  open(adminPath: string): Promise<void>;
  /** Writes `.tmp/screenshots/<name>.png` and returns its path. */
  screenshot(name: string): Promise<string>;
  close(): Promise<void>;
}

export interface PanelOptions {
  readonly language?: 'en' | 'de';
  readonly theme?: 'light' | 'dark';
  /** Pixels; 1440 x 900 unless told. */
  readonly width?: number;
  readonly height?: number;
}

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

/** Opens a browser on the panel of a running Strapi; `close` it in `afterAll`. */
export async function openPanel(strapiUrl: string, options: PanelOptions = {}): Promise<Panel> {
  if (!existsSync(CHROMIUM)) throw new Error('No Chromium. Install it with: apt-get install chromium');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
  });
  await page.addInitScript(
    ([language, theme]) => {
      localStorage.setItem('strapi-admin-language', String(language));
      localStorage.setItem('STRAPI_THEME', String(theme));
    },
    [options.language ?? 'en', options.theme ?? 'light'],
  );
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  return {
    browser,
    page,
    problems,
    login: (email = ADMIN.email, password = ADMIN.password) => login(page, strapiUrl, email, password),
    async open(adminPath) {
      await page.goto(`${strapiUrl}/admin${adminPath}`);
    },
    screenshot: (name) => screenshot(page, name),
    close: () => browser.close(),
  };
}

async function login(page: Page, strapiUrl: string, email: string, password: string): Promise<void> {
  await page.goto(`${strapiUrl}/admin`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  await page.waitForSelector('nav');
}

async function screenshot(page: Page, name: string): Promise<string> {
  const folder = path.join(REPOSITORY, '.tmp/screenshots');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  return file;
}
