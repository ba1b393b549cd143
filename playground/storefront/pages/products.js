'use strict';

const { cards, productCard } = require('../cards');
const { html } = require('../html');
const { pageUrl } = require('../links');
const { filterLinks, pageNumber, pagination, readCategories } = require('../list-pages');
const { openList } = require('../slots');
const { CARDS } = require('../types');

const PAGE_SIZE = 24;

/** All products, or one shelf; some are listed for some visitors only. */
async function productsPage(page) {
  const { products } = page.words;
  const { categories, chosen } = await readCategories(page);
  if (chosen === null) return page.missing(null);
  const { slots, pagination: pages } = await openList(
    page,
    'product',
    {
      ...CARDS.product,
      sort: 'name:asc',
      ...(chosen && { filters: { category: { slug: { $eq: chosen.slug } } } }),
      pagination: { page: pageNumber(page), pageSize: PAGE_SIZE },
    },
    ({ category }) => !chosen || category?.slug === chosen.slug,
  );
  return {
    title: chosen ? `${products.title}: ${chosen.name}` : products.title,
    description: products.intro,
    slots,
    main: html` <h1>${products.title}</h1>
      <p class="lead">${products.intro}</p>
      ${filterLinks(page, {
        label: products.shelves,
        all: products.all,
        base: pageUrl(page, '/products'),
        categories,
        chosen: chosen?.slug,
      })}
      ${slots.length === 0
        ? html`<p class="empty">${products.empty}</p>`
        : cards(
            slots.map((slot) => productCard(page, slot.entry, slot.decisions.length > 0 ? slot : undefined)),
          )}
      ${pagination(page, pages)}
      <p class="small demo-note">${products.listed}</p>`,
  };
}

module.exports = { productsPage };
