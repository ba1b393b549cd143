'use strict';

/** What the shop itself says, by language; what people write in Strapi is not here. The first is the default. */
const WORDS = { en: require('./en'), de: require('./de') };
const LOCALES = Object.keys(WORDS);

/** The language that a browser prefers among ours. */
function preferredLocale(acceptLanguage = '') {
  const wanted = acceptLanguage
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag, quality] = part.trim().split(';q=');
      return { locale: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  return wanted.find(({ locale }) => LOCALES.includes(locale))?.locale ?? LOCALES[0];
}

module.exports = { WORDS, LOCALES, preferredLocale };
