'use strict';

const { articleCard, cards } = require('../cards');
const { html } = require('../html');
const { pageUrl } = require('../links');
const { filterLinks, pageNumber, pagination, readCategories } = require('../list-pages');
const { openList } = require('../slots');
const { CARDS } = require('../types');

const PAGE_SIZE = 12;

/** All articles, newest first, or those on one topic. */
async function magazinePage(page) {
  const { words } = page;
  const { magazine } = words;
  const { categories, chosen } = await readCategories(page);
  if (chosen === null) return page.missing(null);
  const { slots, pagination: pages } = await openList(
    page,
    'article',
    {
      ...CARDS.article,
      sort: ['publishedAt:desc', 'title:asc'],
      ...(chosen && { filters: { category: { slug: { $eq: chosen.slug } } } }),
      pagination: { page: pageNumber(page), pageSize: PAGE_SIZE },
    },
    ({ category }) => !chosen || category?.slug === chosen.slug,
  );
  return {
    title: chosen ? `${magazine.title}: ${chosen.name}` : magazine.title,
    description: chosen?.description ?? magazine.intro,
    slots,
    main: html` <h1>${magazine.title}</h1>
      <p class="lead">${chosen?.description ?? magazine.intro}</p>
      ${filterLinks(page, {
        label: magazine.topics,
        all: magazine.all,
        base: pageUrl(page, '/magazine'),
        categories,
        chosen: chosen?.slug,
      })}
      ${slots.length === 0
        ? html`<p class="empty">${magazine.empty}</p>`
        : cards(
            slots.map((slot) => articleCard(page, slot.entry, slot.decisions.length > 0 ? slot : undefined)),
          )}
      ${pagination(page, pages)}`,
  };
}

module.exports = { magazinePage };
