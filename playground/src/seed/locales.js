'use strict';

const LOCALES = [
  { code: 'en', name: 'English (en)' },
  { code: 'de', name: 'German (de)' },
];

/** The magazine appears in English and German, with or without seeded content. */
async function ensureLocales(strapi) {
  const locales = strapi.plugin('i18n').service('locales');
  const known = new Set((await locales.find()).map((locale) => locale.code));
  for (const locale of LOCALES) {
    if (!known.has(locale.code)) await locales.create(locale);
  }
}

module.exports = { ensureLocales };
