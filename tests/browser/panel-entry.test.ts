import type { Locator, Page } from 'playwright-core';
import { openPanel, type Panel } from '../support/browser';
import { startPanelApp, type PanelApp } from '../support/panel-app';

jest.setTimeout(5 * 60_000);

const EDITOR = 'editor@example.com';
const PASSWORD = 'Contextual-demo-1';
/** A seeded article without any personalization. */
const ENTRY = 'Repair or replace: the honest sum';
const ARTICLES = '/content-manager/collection-types/api::article.article';
const VARIANTS = '/content-manager/collection-types/plugin::contextual.article-variant';

/** One story of an editor: each test goes on where the one before ended. */
describe('the side panels of the Content Manager', () => {
  let app: PanelApp;
  let panel: Panel;
  let page: Page;
  /** Where the story's article and its variant are. */
  let entry: string;
  let variant: string;

  beforeAll(async () => {
    app = await startPanelApp();
    panel = await openPanel(app.strapi.url, { height: 1200 });
    await panel.login(EDITOR, PASSWORD);
    page = panel.page;
  });

  afterAll(async () => {
    await panel?.close();
    await app?.stop();
  });

  const aside = (title: string): Locator =>
    page.locator('aside').filter({ has: page.getByRole('heading', { name: title }) });
  const here = (): string => new URL(page.url()).pathname.replace('/admin', '');
  const row = (label: string): Locator =>
    page.locator('aside').getByRole('listitem').filter({ hasText: label });
  const listed = (title: string): Locator => page.locator('tbody tr').filter({ hasText: title });
  const saved = () => page.getByText(/^(Saved document|Published document|Document saved)/).first();

  it('stand beside entries whose type has variants, and say that a new one is to be saved first', async () => {
    await panel.open(`${ARTICLES}/create`);
    await aside('Personalizations and variants').getByText('Save the entry first').waitFor();
    await aside('Interests and lists').getByText('Save the entry first').waitFor();
    await panel.open('/content-manager/collection-types/api::category.category/create');
    await page.locator('input[name=name]').waitFor();
    expect(await aside('Interests and lists').count()).toBe(0);
  });

  it('leave types of variant content out of the navigation', async () => {
    const navigation = page.getByRole('navigation').filter({ hasText: 'Article' });
    await navigation.getByRole('link', { name: 'Article', exact: true }).waitFor();
    expect(await navigation.getByText('(variants)').count()).toBe(0);
  });

  it('tag an entry, change the weight, and keep unsaved input', async () => {
    await panel.open(`${ARTICLES}?_q=${encodeURIComponent('honest sum')}`);
    await listed(ENTRY).getByRole('link').first().click();
    const interests = aside('Interests and lists');
    await interests.getByRole('combobox', { name: 'Add an interest' }).click();
    await page.keyboard.type('hik');
    await page
      .getByRole('option', { name: /^Hiking/ })
      .first()
      .click();
    await interests.getByRole('textbox', { name: /Weight of Hiking/ }).fill('80');
    await interests.getByText('Not saved yet').waitFor();
    entry = here();
    await page.getByRole('link', { name: 'Product', exact: true }).click();
    await page.locator('table').waitFor();
    await page.goBack();
    await interests.getByText('Not saved yet').waitFor();
    await interests.getByRole('button', { name: 'Save interests' }).click();
    await interests.getByText('Not saved yet').waitFor({ state: 'detached' });
    await panel.open(entry);
    expect(await interests.getByRole('textbox', { name: /Weight of Hiking/ }).inputValue()).toBe('80');
  });

  it('add a variant in few clicks, and open its content', async () => {
    const clicks = { count: 0 };
    const click = async (target: Locator) => {
      clicks.count += 1;
      await target.click();
    };
    const begin = Date.now();
    await click(aside('Personalizations and variants').getByRole('button', { name: 'Add variant' }));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('For hikers');
    await click(dialog.getByRole('combobox', { name: 'Audiences' }));
    await click(page.getByRole('option').first());
    await page.keyboard.press('Escape');
    await click(dialog.getByRole('button', { name: 'Add and write' }));
    await page.waitForURL(/plugin::contextual\.article-variant\//);
    await page.locator('input[name=title]').waitFor();
    console.log(`Variant added with ${clicks.count} clicks in ${Date.now() - begin} ms.`);
    expect(clicks.count).toBeLessThanOrEqual(4);
    variant = here();
  });

  it('name entry and variant in the header, and say what is inherited', async () => {
    await page.getByRole('heading', { level: 1, name: `${ENTRY} · For hikers` }).waitFor();
    const about = aside('This variant');
    expect(await about.getByRole('link', { name: ENTRY }).getAttribute('href')).toContain(entry);
    await about.getByText('Draft', { exact: true }).waitFor();
    await row('title').getByText('As in the default').waitFor();
    await row('title').getByText(ENTRY).waitFor();
    expect(await page.locator('textarea[name=contextualEmpty], [name=contextualEmpty]').count()).toBe(0);
  });

  it('follow the form while it is filled, and it is published', async () => {
    await page.locator('input[name=title]').fill('Mend your boots');
    await row('title').getByText('Filled here').waitFor();
    await row('teaser').getByRole('checkbox').click();
    await row('teaser').getByText('Deliberately empty').waitFor();
    await page.locator('[data-field-state=emptied]').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).first().click();
    await saved().waitFor();
    await panel.open(variant);
    await row('title').getByText('Filled here').waitFor();
    expect(await row('teaser').getByRole('checkbox').isChecked()).toBe(true);
    await row('teaser').getByRole('checkbox').click();
    await row('teaser').getByText('As in the default').waitFor();
  });

  it('list it beside the entry, with how far it is', async () => {
    await panel.open(entry);
    await page
      .getByRole('button', { name: /^(Confirm|Leave)/ })
      .click({ timeout: 1000 })
      .catch(() => undefined);
    const variants = aside('Personalizations and variants');
    await variants.getByRole('link', { name: 'For hikers' }).first().waitFor();
    await variants.getByText('en: published').waitFor();
  });

  it('say which variants an entry takes along when it is deleted', async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: /Delete entry \(all locales\)/ }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText('Its variant is deleted with it (For hikers).').waitFor();
    await question.getByRole('button', { name: 'Cancel' }).click();
  });

  it('warn of a clone that belongs to no variant, and give it to one', async () => {
    await panel.open(`${variant.replace(/[^/]+$/, '')}clone/${variant.split('/').at(-1)}`);
    await aside('This variant').getByText('It will belong to no variant').waitFor();
    await panel.open(`${VARIANTS}?_q=${encodeURIComponent('Mend your boots')}`);
    await listed('Mend your boots').getByRole('button', { name: 'Row actions' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await page.waitForURL((url) => url.pathname.includes(VARIANTS) && !url.pathname.endsWith('-variant'));
    const about = aside('This variant');
    await about.getByText('Belongs to no variant').waitFor();
    expect(await about.getByRole('button', { name: 'Give it to a variant' }).isDisabled()).toBe(true);
    await about.getByRole('combobox', { name: 'Entry' }).click();
    await page.keyboard.type('How a hiking');
    await page.getByRole('option', { name: 'How a hiking shoe should fit' }).click();
    await about.getByRole('combobox', { name: 'Personalization' }).click();
    await page.getByRole('option', { name: 'For hikers' }).click();
    await about.getByRole('combobox', { name: 'Variant' }).click();
    await page.getByRole('option', { name: 'For hikers' }).click();
    await about.getByRole('button', { name: 'Give it to a variant' }).click();
    await about.getByRole('link', { name: 'How a hiking shoe should fit' }).waitFor();
  });

  it('mark personalized entries in their list', async () => {
    await panel.open(`${ARTICLES}?_q=${encodeURIComponent('honest sum')}`);
    await page.locator('th').filter({ hasText: 'Personalized' }).waitFor();
    await listed(ENTRY).getByText('1 not running').waitFor();
  });

  it('keep the list of variant content in reach by its address', async () => {
    await panel.open(VARIANTS);
    await page.locator('table').waitFor();
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(1);
  });

  it('speak German', async () => {
    await speakGerman(app.strapi.url);
    await panel.open(variant);
    await page.getByRole('heading', { name: 'Diese Variante' }).waitFor();
    await row('body').getByText('Wie im Standard').waitFor();
    await panel.open(entry);
    await page.getByRole('button', { name: 'Variante hinzufügen' }).waitFor();
    await page.getByText('Interessen und Listen').waitFor();
  });

  it('throw nothing on the way', () => {
    expect(panel.problems).toEqual([]);
  });
});

/** People choose the panel's language in their profile; it is stronger than the browser's. */
async function speakGerman(url: string): Promise<void> {
  const call = async (method: string, path: string, body: object, token?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const answer = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(200);
    return (await answer.json()) as { data: { token?: string } };
  };
  const { data } = await call('POST', '/admin/login', { email: EDITOR, password: PASSWORD });
  await call('PUT', '/admin/users/me', { preferedLanguage: 'de' }, data.token);
}
