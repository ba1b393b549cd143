import type { Page } from 'playwright-core';
import { openPanel, type Panel } from '../support/browser';
import { startPanelApp, type PanelApp } from '../support/panel-app';

jest.setTimeout(5 * 60_000);

const AUDIENCES = '/plugins/contextual/audiences';

describe('audiences, interests, goals and settings in the panel', () => {
  let app: PanelApp;
  let panel: Panel;
  let page: Page;

  beforeAll(async () => {
    app = await startPanelApp();
    panel = await openPanel(app.strapi.url);
    page = panel.page;
    page.setDefaultTimeout(20_000);
    await panel.login();
  });

  afterAll(async () => {
    await panel?.close();
    await app?.stop();
  });

  const button = (name: string | RegExp, on: Page = page) => on.getByRole('button', { name, exact: true });
  const see = (text: string | RegExp, on: Page = page) => on.getByText(text).first().waitFor();
  const rule = (on: Page = page) => on.locator('.cm-content');
  const ruleText = async (on: Page = page) => (await rule(on).locator('.cm-line').allInnerTexts()).join('\n');
  const writeRule = (text: string, on: Page = page) => rule(on).fill(text);
  const dialog = () => page.getByRole('dialog');
  /** A second person at the panel. Strapi counts logins, so each logs in once. */
  const somebodyElse = async (url: string, email: string) => {
    const other = await openPanel(app.strapi.url);
    other.page.setDefaultTimeout(20_000);
    await other.login(email);
    await other.open(url);
    return other;
  };

  /** Calls the panel's API beside the page, as its administrator. */
  const send = (method: string, path: string, body: object) =>
    page.evaluate(
      async ([how, where, what]) => {
        const inCookie = /(?:^|; )jwtToken=([^;]+)/.exec(document.cookie)?.[1];
        const token =
          JSON.parse(localStorage.getItem('jwtToken') ?? 'null') ?? decodeURIComponent(inCookie ?? '');
        const answer = await fetch(where, {
          method: how,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${String(token)}` },
          body: what,
        });
        if (!answer.ok) throw new Error(await answer.text());
      },
      [method, path, JSON.stringify(body)] as const,
    );
  /** The panel speaks the language that its administrator chose. */
  const speak = (preferedLanguage: 'en' | 'de') => send('PUT', '/admin/users/me', { preferedLanguage });

  describe('an audience', () => {
    it('is listed with its rule in words', async () => {
      await panel.open(AUDIENCES);
      const row = page.getByRole('row', { name: /Germany, Austria, Switzerland/ });
      await row.getByText('Country is Germany, Austria or Switzerland').waitFor();
    });

    it('is found by its name, and the search says when nothing is found', async () => {
      await button('Search').click();
      await page.getByPlaceholder('Name or code').fill('hikers');
      await page.keyboard.press('Enter');
      await page.getByRole('row', { name: /Germany, Austria/ }).waitFor({ state: 'detached' });
      await see('Keen hikers');
      await panel.open(`${AUDIENCES}?_q=nobody-at-all`);
      await see('Nothing found. Try other words.');
    });

    it('says where its rule is no JSON, refuses to save it and keeps what was typed', async () => {
      await panel.open(AUDIENCES);
      await page.getByRole('link', { name: 'Create an audience' }).click();
      await page.getByRole('textbox', { name: /^Name/ }).fill('Readers in the Alps');
      const broken = '{\n  "location.country": "AT"\n  "device.type": "mobile"\n}';
      await writeRule(broken);
      await see('Line 3, column 3:');
      await see(/a comma or a closing bracket is missing/);
      await button('Create').click();
      await see('That did not work.');
      expect(await ruleText()).toBe(broken);
      expect(await page.getByRole('textbox', { name: /^Name/ }).inputValue()).toBe('Readers in the Alps');
    });

    it('says what its rule gets wrong, and leads to the line', async () => {
      const wrong = '{\n  "location.country": "AT",\n  "device.type": "moblie"\n}';
      await writeRule(wrong);
      await see('One thing is wrong in this rule:');
      await see(/Choose one of: mobile, tablet/);
      await button('Line 3').click();
      expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(
        '  "device.type": "moblie"',
      );
      await button('Create').click();
      await see('That did not work.');
      expect(await ruleText()).toBe(wrong);
    });

    it('says in words what a right rule means, as it is written', async () => {
      await writeRule('{ "location.country": "AT" }');
      await see('Matches visitors for whom this applies: Country is Austria.');
    });

    it('takes a condition from the attributes beside it', async () => {
      await button('Attributes').click();
      await page.getByPlaceholder('Search attributes').fill('device.type');
      await button('Insert device.type').click();
      await see('Matches visitors for whom this applies: Country is Austria, and device is phone.');
    });

    it('asks before what was typed is left', async () => {
      await page.getByRole('link', { name: 'Back' }).click();
      await see('Leave without saving?');
      await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
      await see('Matches visitors for whom this applies: Country is Austria, and device is phone.');
    });

    it('is saved when it is right, under a code made from its name', async () => {
      await button('Create').click();
      await page.waitForURL(/\/audiences\/readers-in-the-alps$/);
      await see('Nothing uses it yet.');
      expect(await ruleText()).toContain('"device.type"');
    });

    it('is never overwritten silently when two people edit it', async () => {
      const other = await somebodyElse(`${AUDIENCES}/readers-in-the-alps`, 'editor@example.com');
      await other.page.getByRole('textbox', { name: /^Name/ }).fill('Readers in Austria');
      await page.getByRole('textbox', { name: /^Name/ }).fill('Readers in the mountains');
      await button('Save', other.page).click();
      await see('Saved', other.page);
      await other.close();

      await button('Save').click();
      await see('Somebody else saved this meanwhile.');
      await see(/They changed: Name\./);
      expect(await page.getByRole('textbox', { name: /^Name/ }).inputValue()).toBe(
        'Readers in the mountains',
      );
      await button('Keep my input').click();
      await button('Save').click();
      await page.getByRole('heading', { name: 'Readers in the mountains' }).waitFor();
    });

    it('is deleted when somebody confirms it', async () => {
      await button('Delete').click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
      await page.waitForURL(/\/audiences$/);
      await page.getByText('Readers in the mountains').waitFor({ state: 'detached' });
    });

    it('stays while it is used, and says where', async () => {
      await panel.open(`${AUDIENCES}/television-menders`);
      await page.getByRole('heading', { name: 'Mending a television' }).waitFor();
      await button('Delete').click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
      await see('Not deleted.');
      await see(/Take the audience "television-menders" out of/);
      const uses = page.getByRole('alert').getByRole('link');
      await uses.first().waitFor();
      expect(await uses.first().getAttribute('href')).toMatch(
        /\/plugins\/contextual\/experiences\/[a-z0-9-]+$/,
      );
    });

    it('that does not exist is said to be missing', async () => {
      await panel.open(`${AUDIENCES}/no-such-audience`);
      await see(/There is no audience with the code "no-such-audience"/);
    });
  });

  describe('an interest', () => {
    it('is made in its group', async () => {
      await panel.open('/plugins/contextual/interests');
      await button('Add to: Lifestyle').click();
      await dialog().getByRole('textbox', { name: /^Name/ }).fill('Outdoors');
      await see(/How people live/);
      await dialog().getByRole('button', { name: 'Create' }).click();
      await page.getByRole('region', { name: 'Lifestyle' }).getByText('Outdoors').first().waitFor();
    });

    it('of the group of stages says that it counts for rules only', async () => {
      await page
        .getByRole('region', { name: 'Stage' })
        .getByText(/Serves the rules of audiences only/)
        .waitFor();
    });

    it('without a name is refused, and what was typed stays', async () => {
      await button('Create an interest').click();
      await dialog().getByRole('textbox', { name: 'Description' }).fill('kept');
      await dialog().getByRole('button', { name: 'Create' }).click();
      await dialog().getByText('Give it a name.').first().waitFor();
      expect(await dialog().getByRole('textbox', { name: 'Description' }).inputValue()).toBe('kept');
      await dialog().getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
      await dialog().waitFor({ state: 'detached' });
    });

    it('that is used stays, and says where', async () => {
      await button('Delete: Television').click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
      await see(/Take the interest "television" out of interest "Repairing televisions"/);
    });
  });

  describe('a goal', () => {
    it('is made, with what its kind needs', async () => {
      await panel.open('/plugins/contextual/goals');
      await button('Create a goal').click();
      await dialog().getByRole('textbox', { name: /^Name/ }).fill('Revenue per order');
      await dialog()
        .getByRole('textbox', { name: /^Event/ })
        .fill('order-total');
      await dialog().getByRole('combobox', { name: 'Kind' }).click();
      await page.getByRole('option', { name: 'Ratio: one event per another' }).click();
      await dialog().getByRole('button', { name: 'Create' }).click();
      await dialog().getByText('A ratio needs the event that divides.').first().waitFor();
      await dialog()
        .getByRole('textbox', { name: /^Divided by the event/ })
        .fill('order');
      await dialog().getByRole('button', { name: 'Create' }).click();
      await dialog().waitFor({ state: 'detached' });
      await page.getByRole('row', { name: /Revenue per order.*“order-total” per “order”/ }).waitFor();
    });

    it('that is built in can only be named', async () => {
      await page.getByRole('row', { name: /Built in/ }).click();
      await see(/what it counts stays as it is/);
      expect(
        await dialog()
          .getByRole('textbox', { name: /^Event/ })
          .isDisabled(),
      ).toBe(true);
      expect(await dialog().getByRole('textbox', { name: /^Name/ }).isDisabled()).toBe(false);
      await dialog().getByRole('button', { name: 'Cancel' }).click();
    });

    it('by which a running personalization measures is frozen, and says which', async () => {
      await page.getByRole('row', { name: /^Purchase/ }).click();
      await see(/measures by it, so only the name can be changed/);
      expect(
        await dialog()
          .getByRole('textbox', { name: /^Event/ })
          .isDisabled(),
      ).toBe(true);
      await dialog().getByRole('button', { name: 'Cancel' }).click();
    });
  });

  describe('a setting', () => {
    const field = (name: string) => page.getByRole('textbox', { name });
    const mix = () => field('Weight of the current visit');

    it('shows its default and refuses what is no percentage', async () => {
      await panel.open('/plugins/contextual/settings');
      await see(/Default: 60 %/);
      await mix().fill('160');
      await button('Save').click();
      await see('Choose a value from 0 to 100 percent.');
      expect(await mix().inputValue()).toBe('160');
    });

    it('is saved without touching what somebody else set meanwhile', async () => {
      await send('PUT', '/contextual/settings', { affinityThreshold: 0.25 });

      await mix().fill('70');
      await button('Save').click();
      await see('Saved. Every decision from now on follows it.');
      await page.reload();
      await mix().waitFor();
      expect(await mix().inputValue()).toBe('70');
      expect(await field('Least match').inputValue()).toBe('25');
    });

    it('is set back to its default', async () => {
      await button('Set back: Weight of the current visit').click();
      expect(await mix().inputValue()).toBe('60');
      await button('Save').click();
      await see('Saved. Every decision from now on follows it.');
    });
  });

  it('speak German', async () => {
    await speak('de');
    await panel.open(AUDIENCES);
    await page.getByRole('heading', { name: 'Besuchergruppen' }).waitFor();
    await see('Land ist Deutschland, Österreich oder Schweiz');
    await panel.open(`${AUDIENCES}/neighbours`);
    await writeRule('{ "location.country": "Germany" }');
    await see('An dieser Regel stimmt etwas nicht:');
    await button('Speichern').click();
    await see('Das hat nicht geklappt.');
    await panel.open('/plugins/contextual/settings');
    await see('Gewicht des jetzigen Besuchs');
    await see(/Voreinstellung: 60 %/);
    await speak('en');
  });

  it('can be looked at by a role that may only read, and name the permission that is missing', async () => {
    const author = await somebodyElse(AUDIENCES, 'author@example.com');
    try {
      await see('Keen hikers', author.page);
      expect(await author.page.getByRole('link', { name: 'Create an audience' }).count()).toBe(0);
      await author.open(`${AUDIENCES}/keen-hikers`);
      await see('Matches visitors for whom this applies: Interest in “Hiking” is at least 30%.', author.page);
      expect(await author.page.getByRole('textbox', { name: /^Name/ }).isDisabled()).toBe(true);
      expect(await rule(author.page).getAttribute('contenteditable')).toBe('false');
      expect(await button('Save', author.page).count()).toBe(0);
      await author.open('/plugins/contextual/settings');
      await see(/Ask an administrator for the permission “plugin::contextual\.settings\.read”/, author.page);
      expect(author.problems).toEqual([]);
    } finally {
      await author.close();
    }
  });

  it('throw nothing on the way', () => {
    expect(panel.problems).toEqual([]);
  });
});
