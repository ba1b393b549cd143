import * as React from 'react';
import { DesignSystemProvider } from '@strapi/design-system';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { StaticRouter } from 'react-router-dom/server';
import { AttentionRow } from '../../admin/src/pages/attention/attention-row';
import { STARTERS } from '../../admin/src/pages/audiences/rule-examples';
import { WarningList } from '../../admin/src/pages/experiences/warning-list';
import { loadTranslations } from '../../admin/src/translations';
import { ATTRIBUTE_CATALOGUE } from '../../src/context/attribute-catalogue';
import { isSatisfiable } from '../../src/rules/analysis/is-satisfiable';
import type { AttentionItem } from '../../src/protocol/attention';

// The transform of the tests compiles elements to calls of a global `React`.
Object.assign(globalThis, { React });

const sentence = { en: 'Nobody can match: A and B.', de: 'Niemand kann dazugehören: A und B.' };
const experience = { code: 'x', name: 'Spring' };
const variant = { code: 'v', name: 'Hikers' };
const ITEMS: readonly AttentionItem[] = [
  { code: 'nobody-takes-part', severity: 'warning', experience, sentence },
  { code: 'variant-dead', severity: 'warning', experience, variant, sentence },
  { code: 'variant-shadowed', severity: 'warning', experience, variant, sentence },
];

/** What stands in the panel in one language; an unknown language has English texts. */
const shown = async (element: React.ReactElement, locale: string): Promise<string> => {
  const [texts] = await loadTranslations([locale === 'de' ? 'de' : 'en']);
  const page = React.createElement(
    IntlProvider,
    { locale, messages: { ...texts?.data } },
    React.createElement(
      DesignSystemProvider,
      { locale },
      React.createElement(StaticRouter, { location: '/' }, element),
    ),
  );
  return renderToStaticMarkup(page)
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ');
};

describe('what nobody is ever shown', () => {
  it.each(ITEMS)('is said where something needs attention, in the panel’s language: $code', async (item) => {
    const row = React.createElement(AttentionRow, { item, types: [] });
    expect(await shown(row, 'en')).toMatch(/“Spring”: Nobody can match: A and B\. \w.*Open personalization/s);
    expect(await shown(row, 'de')).toMatch(/„Spring“: Niemand kann dazugehören: A und B\. \p{Lu}/u);
    expect(await shown(row, 'fr')).toContain(sentence.en);
  });

  it('is said above the page of a personalization, with the way to its variants', async () => {
    const warnings = [
      { code: 'nobody-takes-part' as const, sentence },
      { code: 'variant-shadowed' as const, variant, sentence: { en: 'Second.', de: 'Zweitens.' } },
    ];
    const page = await shown(React.createElement(WarningList, { warnings }), 'de');
    expect(page).toContain('Sehen Sie sich das an:');
    expect(page).toContain(sentence.de);
    expect(page).toContain('Zweitens.');
    expect(page).not.toContain(sentence.en);
  });
});

it('nobody is warned of the rules that the panel offers to begin with', () => {
  expect(STARTERS.length).toBeGreaterThan(0);
  for (const { rule } of STARTERS) {
    expect([rule, isSatisfiable(rule, { catalogue: ATTRIBUTE_CATALOGUE }).answer]).toEqual([rule, 'yes']);
  }
});
