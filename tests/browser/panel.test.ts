import { openPanel, type Panel } from '../support/browser';
import { startPanelApp, type PanelApp } from '../support/panel-app';

jest.setTimeout(5 * 60_000);

describe('the built admin panel', () => {
  let app: PanelApp;
  let panel: Panel;

  beforeAll(async () => {
    app = await startPanelApp();
    panel = await openPanel(app.strapi.url);
  });

  afterAll(async () => {
    await panel?.close();
    await app?.stop();
  });

  it('lets the seeded administrator in', async () => {
    await panel.login();
  });

  it('shows variant content of an article in the ordinary edit view', async () => {
    const { page } = panel;
    await panel.open('/content-manager/collection-types/plugin::contextual.article-variant');
    await page.waitForSelector('table');
    await page.locator('table tbody tr').first().locator('a, td:nth-child(2)').first().click();
    await page.waitForSelector('form');
    expect(await page.locator('form').first().isVisible()).toBe(true);
  });

  it('throws nothing on the way', () => {
    expect(panel.problems).toEqual([]);
  });
});
