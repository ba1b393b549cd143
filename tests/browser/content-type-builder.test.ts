import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openPanel, type Panel } from '../support/browser';
import { startPanelApp, type PanelApp } from '../support/panel-app';

jest.setTimeout(10 * 60_000);

/** A save writes files, and the server starts again. */
const RESTART = { timeout: 240_000 };

describe('the Content-Type Builder in the panel of a developing Strapi', () => {
  let app: PanelApp;
  let panel: Panel;

  beforeAll(async () => {
    app = await startPanelApp({ command: 'develop', seeded: false });
    panel = await openPanel(app.strapi.url);
    await panel.login();
  });

  afterAll(async () => {
    await panel?.close();
    await app?.stop();
  });

  const schema = (name: string) =>
    JSON.parse(
      readFileSync(path.join(app.app.folder, 'src/api', name, 'content-types', name, 'schema.json'), 'utf8'),
    );
  const box = (name: string) => panel.page.getByRole('checkbox', { name });
  const openType = async (name: string) => {
    await panel.open(`/plugins/content-type-builder/content-types/api::${name}.${name}`);
    await panel.page.getByRole('button', { name: 'Edit', exact: true }).first().waitFor(RESTART);
  };
  const openSettings = async (name: string) => {
    await openType(name);
    await panel.page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await panel.page.getByRole('tab', { name: 'Advanced settings' }).click();
  };
  const openField = async (type: string, field: string) => {
    await openType(type);
    await panel.page.getByRole('button', { name: `Edit ${field}`, exact: true }).click();
    await panel.page.getByRole('tab', { name: 'Advanced settings' }).click();
  };
  const finish = () => panel.page.getByRole('button', { name: 'Finish' }).click();
  /** Saves, and waits until the server has started again. */
  const save = async () => {
    const { page } = panel;
    const starts = () => app.strapi.output().split('Loading Strapi (').length;
    const before = starts();
    const saved = page.waitForResponse((response) => response.url().endsWith('/update-schema'), RESTART);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    expect((await saved).status()).toBe(200);
    const deadline = Date.now() + RESTART.timeout;
    while (starts() === before || !(await answers())) {
      if (Date.now() > deadline) throw new Error(`no restart:\n${app.strapi.output()}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const answers = () =>
    fetch(`${app.strapi.url}/_health`).then(
      ({ status }) => status === 204,
      () => false,
    );

  it('has no box for the fields of a type without variants', async () => {
    await openField('category', 'name');
    expect(await box('Enable localization for this field').count()).toBe(1);
    expect(await box('May differ in variants').count()).toBe(0);
  });

  it('has a box for a type, which gives it variants at the next start', async () => {
    await openSettings('category');
    expect(await box('Variants for audiences').isChecked()).toBe(false);
    await box('Variants for audiences').click();
    await panel.screenshot('content-type-builder-type');
    await finish();
    await save();
    expect(schema('category').pluginOptions.contextual).toEqual({ enabled: true });
    await panel.open('/content-manager/collection-types/plugin::contextual.category-variant');
    await panel.page
      .getByRole('heading', { name: 'category (variants)', exact: false })
      .first()
      .waitFor(RESTART);
  });

  it('has a box for a field, ticked where fields of its kind differ by themselves', async () => {
    await openField('category', 'name');
    expect(await box('May differ in variants').isChecked()).toBe(true);
    await panel.page.keyboard.press('Escape');
    await openField('article', 'sponsored');
    expect(await box('May differ in variants').isChecked()).toBe(false);
    await panel.screenshot('content-type-builder-field');
    await panel.page.keyboard.press('Escape');
    await openField('article', 'slug');
    expect(await box('May differ in variants').count()).toBe(0);
    await panel.page.keyboard.press('Escape');
  });

  it('asks before a box is cleared, and keeps it where the answer is no', async () => {
    const { page } = panel;
    await openSettings('category');
    await box('Variants for audiences').click();
    await page.getByText('Turn off variants for audiences?').waitFor();
    await panel.screenshot('content-type-builder-warning');
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    expect(await box('Variants for audiences').isChecked()).toBe(true);
    await box('Variants for audiences').click();
    await page.getByRole('button', { name: 'Turn off' }).click();
    expect(await box('Variants for audiences').isChecked()).toBe(false);
    await finish();
    await save();
    expect(schema('category').pluginOptions.contextual).toBeUndefined();
  });

  it('throws nothing on the way', () => {
    // Strapi's own panel gives a restart half a minute, and says so when a busy machine needs longer.
    expect(panel.problems.filter((problem) => problem !== 'Error: timeout')).toEqual([]);
  });
});
