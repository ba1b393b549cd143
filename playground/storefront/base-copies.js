'use strict';

const { TYPES } = require('./types');
const { LOCALES } = require('./words');

/** Newest base entries kept, all types and languages together. */
const KEPT = 1000;
const PAGE = 100;

/**
 * The last known base content, for when Strapi is away: pages then show what everyone may see. Filled at the start
 * and renewed by every base entry that is read; variants are never kept, they are nobody's default.
 */
function createBaseCopies() {
  const copies = new Map();
  const keyOf = (type, slug, locale) =>
    `${type}/${slug ?? ''}/${TYPES[type].localised === false ? '' : locale}`;

  return {
    keep(type, slug, locale, entry) {
      const key = keyOf(type, slug, locale);
      copies.delete(key);
      copies.set(key, entry);
      if (copies.size > KEPT) copies.delete(copies.keys().next().value);
    },
    find: (type, slug, locale) => copies.get(keyOf(type, slug, locale)),
    list: (type, locale) =>
      [...copies]
        .filter(([key]) => key.startsWith(`${type}/`) && key.endsWith(`/${locale}`))
        .map(([, e]) => e),
    /** Reads everything once. Whatever fails is read again when somebody asks for it. */
    async fill(strapi) {
      for (const locale of LOCALES) {
        for (const [name, type] of Object.entries(TYPES)) {
          if (type.localised === false && locale !== LOCALES[0]) continue;
          const answer = await strapi
            .read(type.path, {
              ...(type.localised !== false && { locale }),
              populate: type.populate,
              ...(!type.single && { pagination: { pageSize: PAGE } }),
            })
            .catch(() => null);
          for (const entry of [answer?.data ?? []].flat()) this.keep(name, entry.slug, locale, entry);
        }
      }
    },
  };
}

module.exports = { createBaseCopies };
