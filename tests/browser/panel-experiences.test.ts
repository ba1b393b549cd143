import type { Page } from 'playwright-core';
import { openPanel, type Panel } from '../support/browser';
import { startPanelApp, type PanelApp } from '../support/panel-app';

// The panel is built first where nobody built these sources yet, which shares its processors with other suites.
jest.setTimeout(15 * 60_000);

const LIST = '/plugins/contextual/experiences';
const ENTRY = 'How a hiking shoe should fit';
const PASSWORD = 'Contextual-demo-1';

/** One story: each test goes on where the one before ended. */
describe('the pages of personalizations', () => {
  let app: PanelApp;
  let first: Panel;
  let second: Panel;
  let address: string;

  beforeAll(async () => {
    app = await startPanelApp();
    [first, second] = await Promise.all([openPanel(app.strapi.url), openPanel(app.strapi.url)]);
    await first.login();
    await second.login();
  });

  afterAll(async () => {
    await first?.close();
    await second?.close();
    await app?.stop();
  });

  const checks = (page: Page) => page.getByRole('list', { name: 'Before it can run:' }).getByRole('listitem');
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const save = (page: Page) => button(page, 'Save').click();
  const nameField = (page: Page) => page.getByRole('textbox', { name: 'Name' });

  /** A user of a role of their own with these permissions. */
  async function makeReader(actions: readonly string[]): Promise<void> {
    const call = async (method: string, path: string, body: object, token?: string) => {
      const answer = await fetch(`${app.strapi.url}/admin/${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify(body),
      });
      const { data } = (await answer.json()) as { data: { id: number; token: string } };
      expect([path, answer.ok]).toEqual([path, true]);
      return data;
    };
    const { token } = await call('POST', 'login', { email: 'admin@example.com', password: PASSWORD });
    const role = await call(
      'POST',
      'roles',
      { name: 'Reader of audiences', description: 'of a test' },
      token,
    );
    const permissions = actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] }));
    await call('PUT', `roles/${role.id}/permissions`, { permissions }, token);
    const email = 'reader-of-audiences@example.com';
    const user = await call('POST', 'users', { email, firstname: 'Rita', roles: [role.id] }, token);
    await call('PUT', `users/${user.id}`, { password: PASSWORD, isActive: true }, token);
  }

  it('lists what there is, ended ones only when asked for', async () => {
    const { page } = first;
    await first.open(LIST);
    await page.getByRole('link', { name: 'The buying guide for menders' }).waitFor();
    const rows = page.getByRole('row');
    const current = await rows.count();
    expect(await rows.filter({ hasText: 'Ended' }).count()).toBe(0);
    await first.open(`${LIST}?status=ended`);
    await page
      .getByText(/Nothing found|ended /)
      .first()
      .waitFor();
    expect(await rows.filter({ hasText: 'Running' }).count()).toBe(0);
    await first.open(`${LIST}?_q=no%20such%20name`);
    await page.getByText('Nothing found. Try other words.').waitFor();
    expect(current).toBeGreaterThan(2);
  });

  it('makes one with a name, by relevance and with a control group unless told otherwise', async () => {
    const { page } = first;
    await first.open(LIST);
    await button(page, 'New personalization').first().click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('radio', { name: 'By relevance' }).isChecked()).toBe(true);
    expect(await dialog.getByLabel(/Control group/).inputValue()).toBe('10');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Shoes for regulars');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.waitForURL(/\/experiences\/shoes-for-regulars/);
    await page.getByRole('heading', { level: 1, name: 'Shoes for regulars' }).waitFor();
    address = new URL(page.url()).pathname.replace('/admin', '');
  });

  it('says what stands in the way of a start, and leads there', async () => {
    const { page } = first;
    await button(page, 'Start').click();
    await page.getByRole('alert').getByText('“Shoes for regulars” cannot start yet.').waitFor();
    await checks(page).first().waitFor();
    const sentences = await checks(page).allInnerTexts();
    expect(sentences.join()).toContain('Add a variant');
    expect(sentences.join()).toContain('Choose at least one entry');
    await checks(page).getByRole('button', { name: 'Go to the entries' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('entries');
  });

  it('adds an entry by searching for its title', async () => {
    const { page } = first;
    await button(page, 'Add entries').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Content type' }).click();
    await page.getByRole('option', { name: 'Article' }).click();
    await dialog.getByRole('textbox', { name: 'Search' }).fill('hiking shoe');
    await dialog.getByRole('button', { name: `Add “${ENTRY}”` }).click();
    await dialog
      .getByRole('button', { name: `Add “${ENTRY}”` })
      .and(page.locator(':disabled'))
      .waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.locator('#entries').getByRole('link', { name: ENTRY }).waitFor();
  });

  it('adds a variant for an audience', async () => {
    const { page } = first;
    await button(page, 'Add a variant').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('For neighbours');
    await dialog.getByRole('combobox', { name: 'Audiences' }).click();
    await page.getByRole('option', { name: 'Germany, Austria, Switzerland' }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Create' }).click();
    const row = page.locator('#variants').getByRole('row', { name: /For neighbours/ });
    await row.getByText('Germany, Austria, Switzerland').waitFor();
    await checks(page).getByText('Fill at least one attribute of variant “For neighbours”').waitFor();
    expect(await checks(page).count()).toBe(1);
  });

  it('opens new content in the full edit view, and counts it once it is published', async () => {
    const { page } = first;
    await page.locator('#variants').getByRole('button', { name: 'Add content' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Write content' }).click();
    await page.waitForURL(/content-manager\/collection-types\/plugin::contextual\.article-variant\//);
    await page.locator('input[name=title]').fill('Welcome back, neighbour');
    await button(page, 'Publish').first().click();
    await page.getByText('Published document').first().waitFor();
    await first.open(address);
    await page.locator('#variants').getByText('Published', { exact: true }).waitFor();
    await page.getByText(/Fill at least one attribute/).waitFor({ state: 'detached' });
  });

  it('refuses a start where a running one fills the same, and names both', async () => {
    const { page } = first;
    await button(page, 'Start').click();
    const conflict = checks(page).filter({ hasText: 'Shoe advice for those who walk already' }).first();
    await conflict.waitFor();
    for (const name of ['“Shoes for regulars”', '“title”', `“${ENTRY}`]) {
      expect(await conflict.innerText()).toContain(name);
    }
    await first.open(`${LIST}/shoe-advice`);
    await button(page, 'Pause').click();
    await page.getByText('Paused: everyone sees the default until you resume it.').waitFor();
  });

  it('starts, says so, and locks what visitors are decided by', async () => {
    const { page } = first;
    await first.open(address);
    await page.getByText('Not started yet. Everything is there, it can start.').waitFor();
    await button(page, 'Start').click();
    await page.getByText(/^Running since /).waitFor();
    expect(await page.getByRole('combobox', { name: 'Goal' }).isDisabled()).toBe(true);
    await page.locator('#goal').getByText('It has started, so this cannot change any more').waitFor();
    expect(await button(page, 'Add entries').count()).toBe(0);
    expect(await page.getByLabel(/Control group/).isDisabled()).toBe(false);
  });

  it('asks the second of two editors, and keeps what was typed', async () => {
    const [mine, theirs] = [first.page, second.page];
    await second.open(address);
    await nameField(theirs).fill('Their name');
    await nameField(mine).fill('My name');
    await save(theirs);
    await theirs.getByRole('heading', { level: 1, name: 'Their name' }).waitFor();
    await save(mine);
    await mine.getByText('Somebody else saved this meanwhile.').waitFor();
    await mine.getByText('They changed: Name.').waitFor();
    expect(await nameField(mine).inputValue()).toBe('My name');
    await mine.getByRole('button', { name: 'Keep my input' }).click();
    await save(mine);
    await mine.getByRole('heading', { level: 1, name: 'My name' }).waitFor();

    await nameField(theirs).fill('Their second name');
    await save(theirs);
    await theirs.getByRole('button', { name: 'Take theirs' }).click();
    expect(await nameField(theirs).inputValue()).toBe('My name');
  });

  it('asks the second of two editors of a variant, too', async () => {
    const edit = async ({ page, open }: Panel, name: string) => {
      await open(address);
      await button(page, 'Edit “For neighbours”').click();
      await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(name);
    };
    await edit(first, 'Mine');
    await edit(second, 'Theirs');
    await save(second.page);
    await second.page.locator('#variants').getByText('Theirs', { exact: true }).waitFor();
    await save(first.page);
    const dialog = first.page.getByRole('dialog');
    await dialog.getByText('They changed: Name.').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Mine');
    await dialog.getByRole('button', { name: 'Keep my input' }).click();
    await save(first.page);
    await first.page.locator('#variants').getByText('Mine', { exact: true }).waitFor();
  });

  it('asks before typed input is left behind', async () => {
    const { page } = first;
    await nameField(page).fill('Not saved');
    await page.getByRole('link', { name: 'Audiences', exact: true }).click();
    await page.getByText('Leave without saving?').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await nameField(page).inputValue()).toBe('Not saved');
    await nameField(page).fill('My name');
  });

  it('pauses, ends for good after asking, and deletes with what hangs on it', async () => {
    const { page } = first;
    await button(page, 'Pause').click();
    await page.getByText('Paused: everyone sees the default until you resume it.').waitFor();
    await button(page, 'End').click();
    await page.getByText('This is final: it cannot be started again.').waitFor();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText(/^Ended on /).waitFor();
    await button(page, 'Delete').click();
    await page.getByText('Its variant is deleted with all its content.').waitFor();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.waitForURL((url) => url.pathname === `/admin${LIST}`);
    await first.open(address);
    await page.getByText('There is no personalization with the code "shoes-for-regulars".').waitFor();
  });

  it('lets a role write that may not start, and says which permission starts', async () => {
    const author = await openPanel(app.strapi.url);
    try {
      await author.login('author@example.com', PASSWORD);
      await author.open(`${LIST}/shoe-advice`);
      await author.page.getByText('“plugin::contextual.experiences.start”').waitFor();
      for (const name of ['Start', 'Pause', 'Resume', 'End']) {
        expect(await button(author.page, name).count()).toBe(0);
      }
      expect(await button(author.page, 'Save').count()).toBe(1);
      expect(author.problems).toEqual([]);
    } finally {
      await author.close();
    }
  });

  it('shows a role without the permission which one to ask for', async () => {
    await makeReader(['plugin::contextual.audiences.read']);
    const reader = await openPanel(app.strapi.url);
    try {
      await reader.login('reader-of-audiences@example.com', PASSWORD);
      for (const place of [LIST, `${LIST}/shoe-advice`]) {
        await reader.open(place);
        await reader.page.getByText('“plugin::contextual.experiences.read”').waitFor();
      }
      expect(await reader.page.getByRole('link', { name: 'Personalizations' }).count()).toBe(0);
      expect(reader.problems).toEqual([]);
    } finally {
      await reader.close();
    }
  });

  it('throws nothing on the way', () => {
    expect([...first.problems, ...second.problems]).toEqual([]);
  });
});
