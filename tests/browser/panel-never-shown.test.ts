import type { Locator, Page } from 'playwright-core';
import { ADMIN } from '../support/boot';
import { openPanel, type Panel } from '../support/browser';
import { startPanelApp, type PanelApp } from '../support/panel-app';

// The panel is built first where nobody built these sources yet, which shares its processors with other suites.
jest.setTimeout(15 * 60_000);

const AUDIENCES = '/plugins/contextual/audiences';
const EXPERIENCE = '/plugins/contextual/experiences/welcome-back';
const ATTENTION = '/plugins/contextual/attention';
const ARTICLE = 'api::article.article';

const IMPOSSIBLE = '{ "session.count": { "$gte": 5, "$lt": 3 } }';
const CLASH = 'Nobody can match: at least 5 visits and fewer than 3 visits exclude each other.';
const CLASH_DE =
  'Niemand kann dazugehören: mindestens 5 Besuche und weniger als 3 Besuche schließen einander aus.';
const COVERED =
  'Everyone who matches “For devotees” already matches “For regulars”, which stands before it: “For devotees” is never shown.';
const COVERED_DE =
  'Wer zu „For devotees“ gehört, gehört immer schon zu „For regulars“, und diese Variante steht davor: „For devotees“ wird nie ausgespielt.';

/** One story: each test goes on where the one before ended. */
describe('what nobody is ever shown', () => {
  let app: PanelApp;
  let panel: Panel;
  let page: Page;
  let call: Call;

  beforeAll(async () => {
    app = await startPanelApp({ seeded: false });
    panel = await openPanel(app.strapi.url);
    page = panel.page;
    page.setDefaultTimeout(20_000);
    await panel.login();
    call = await administrator(app.strapi.url);
    await writeRecords(call);
  });

  afterAll(async () => {
    await panel?.close();
    await app?.stop();
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const warned = (on: Page, text: string) => on.getByRole('alert').getByText(text, { exact: true });
  const writeRule = (text: string) => page.locator('.cm-content').fill(text);
  const hints = (on: Page, name = 'Have a look at this:') =>
    on.getByRole('list', { name, exact: true }).getByRole('listitem');
  const item = (on: Page, sentence: string) => on.getByRole('listitem').filter({ hasText: sentence });
  const gone = (shown: Locator) => shown.waitFor({ state: 'detached' });

  it('is said beside a rule as it is written, until somebody can match it', async () => {
    await panel.open(`${AUDIENCES}/_new`);
    await page.getByRole('textbox', { name: /^Name/ }).fill('Ghosts');
    await writeRule('{ "session.count": { "$gte": 5 } }');
    await page.getByText('Matches visitors for whom this applies: At least 5 visits.').waitFor();
    expect(await page.getByText(/^Nobody can match/).count()).toBe(0);
    await writeRule(IMPOSSIBLE);
    await warned(page, CLASH).waitFor();
    await writeRule('{ "session.count": { "$gte": 5, "$lt": 30 } }');
    await gone(warned(page, CLASH));
  });

  it('keeps nobody from saving, and is said again when the audience is opened', async () => {
    await writeRule(IMPOSSIBLE);
    await warned(page, CLASH).waitFor();
    await button('Create').click();
    await page.waitForURL(/\/audiences\/ghosts$/);
    await page.reload();
    await warned(page, CLASH).waitFor();
  });

  it('is told of a variant that an earlier one covers, as soon as it is there', async () => {
    await panel.open(EXPERIENCE);
    await page.getByText('Not started yet. Everything is there, it can start.').waitFor();
    expect(await hints(page).allInnerTexts()).toEqual([expect.stringContaining(COVERED)]);
    await hints(page).getByRole('button', { name: 'Go to the variants' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('variants');
  });

  it('is told of a variant for an audience of nobody, as soon as it is chosen', async () => {
    await button('Edit “For newcomers”').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Audiences' }).click();
    await page.getByRole('option', { name: 'Newcomers' }).click();
    await page.getByRole('option', { name: 'Ghosts' }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await hints(page).getByText(`The variant “For newcomers” is never shown. ${CLASH}`).waitFor();
    expect(await hints(page).count()).toBe(2);
  });

  it('is said of all of a personalization in which nobody can take part', async () => {
    await call('PUT', '/contextual/experiences/welcome-back', { audiences: ['ghosts'] });
    await panel.open(EXPERIENCE);
    await hints(page).getByText(`Nobody takes part, so no variant is ever shown. ${CLASH}`).waitFor();
    expect(await hints(page).count()).toBe(1);
    expect(await hints(page).getByRole('button', { name: 'Go to who takes part' }).count()).toBe(1);
    await call('PUT', '/contextual/experiences/welcome-back', { audiences: [] });
  });

  it('keeps nobody from starting, and needs attention from then on', async () => {
    await panel.open(EXPERIENCE);
    await button('Start').click();
    await page.getByText(/^Running since /).waitFor();
    await hints(page).nth(1).waitFor();
    await panel.open(ATTENTION);
    await item(page, `“Welcome back”: ${COVERED}`).waitFor();
    const dead = item(
      page,
      `“Welcome back”: The variant “For newcomers” is never shown. ${CLASH} Choose other audiences, change their rules, or switch the variant off.`,
    );
    expect(await dead.getByRole('img', { name: 'Have a look' }).count()).toBe(1);
    await dead.getByRole('link', { name: 'Open personalization' }).click();
    await page.getByRole('heading', { level: 1, name: 'Welcome back' }).waitFor();
  });

  it('is said in German', async () => {
    const german = await openPanel(app.strapi.url, { language: 'de' });
    german.page.setDefaultTimeout(20_000);
    try {
      await german.login();
      await german.open(`${AUDIENCES}/ghosts`);
      await warned(german.page, CLASH_DE).waitFor();
      await german.open(EXPERIENCE);
      const shown = hints(german.page, 'Sehen Sie sich das an:');
      await shown.getByText(COVERED_DE).waitFor();
      await german.open(ATTENTION);
      await item(german.page, `„Welcome back“: ${COVERED_DE}`).waitFor();
      await item(german.page, CLASH_DE).waitFor();
      expect(german.problems).toEqual([]);
    } finally {
      await german.close();
    }
  });

  it('is said no longer once every variant has somebody to see it', async () => {
    await call('PUT', '/contextual/audiences/ghosts', { rule: { 'session.count': 1 } });
    await call('PUT', '/contextual/experiences/welcome-back/variants/regulars', { order: 9 });
    await panel.open(EXPERIENCE);
    await page.getByText(/^Running since /).waitFor();
    await gone(hints(page).first());
    await panel.open(ATTENTION);
    await page.getByText('All is well: nothing needs attention.').waitFor();
  });

  it('throws nothing on the way', () => {
    expect(panel.problems).toEqual([]);
  });
});

type Call = (method: string, path: string, body: object) => Promise<Record<string, any>>;

/** Calls Strapi's own API and the plugin's as the administrator. */
async function administrator(url: string): Promise<Call> {
  const request = async (token: string | undefined, method: string, path: string, body: object) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const answer = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return ((await answer.json()) as { data: Record<string, any> }).data;
  };
  const { email, password } = ADMIN;
  const { token } = await request(undefined, 'POST', '/admin/login', { email, password });
  return (method, path, body) => request(token as string, method, path, body);
}

/** A personalization that could start: the variant for those who come most often stands below a wider one. */
async function writeRecords(call: Call): Promise<void> {
  const article = await call('POST', `/content-manager/collection-types/${ARTICLE}/actions/publish`, {
    title: 'Welcome',
    slug: 'welcome',
  });
  const entry = { contentType: ARTICLE, documentId: article.documentId as string };
  for (const [name, visits] of [
    ['Regulars', { $gte: 2 }],
    ['Devotees', { $gte: 5 }],
    ['Newcomers', 1],
  ] as const) {
    await call('POST', '/contextual/audiences', { name, rule: { 'session.count': visits } });
  }
  await call('POST', '/contextual/experiences', { name: 'Welcome back', entries: [entry] });
  const variants = '/contextual/experiences/welcome-back/variants';
  for (const [code, name, audiences] of [
    ['regulars', 'For regulars', ['regulars']],
    ['devotees', 'For devotees', ['devotees']],
    ['newcomers', 'For newcomers', ['newcomers']],
  ] as const) {
    await call('POST', variants, { code, name, audiences });
    const content = await call('POST', `${variants}/${code}/contents`, { entry, data: { title: name } });
    const { variantContentType, variantDocumentId } = content;
    await call(
      'POST',
      `/content-manager/collection-types/${variantContentType}/${variantDocumentId}/actions/publish`,
      {},
    );
  }
}
