'use strict';

const { html } = require('./html');
const { withParameter } = require('./links');

/** Shelves and topics: the categories as links that filter. */
function filterLinks(page, { label, all, base, categories, chosen }) {
  const link = (slug, name) => {
    const isChosen = slug === chosen;
    return html`<li>
      <a
        href="${slug ? withParameter(base, 'topic', slug) : base}"
        ${isChosen ? html` aria-current="true"` : ''}
        >${name}</a
      >
    </li>`;
  };
  return html`<nav class="filters" aria-label="${label}">
    <ul>
      ${link(undefined, all)}${categories.map(({ slug, name }) => link(slug, name))}
    </ul>
  </nav>`;
}

/** The way to the other pages of a list. */
function pagination({ words, path }, { page, pageCount }) {
  if (!(pageCount > 1)) return null;
  const { pages, newer, older, page: told } = words.magazine;
  const here = path.replace(/([?&])sent=[^&]*&?/, '$1');
  return html`<nav class="pages" aria-label="${pages}">
    ${page > 1 && html`<a rel="prev" href="${withParameter(here, 'page', page - 1)}">← ${newer}</a>`}
    <span>${told(page, pageCount)}</span>
    ${page < pageCount && html`<a rel="next" href="${withParameter(here, 'page', page + 1)}">${older} →</a>`}
  </nav>`;
}

/** Categories, and the one asked for; `null` when it is not one of them. Without Strapi there are none. */
async function readCategories({ strapi, locale, url, degrade }) {
  const answer = await strapi
    .read('categories', { locale, sort: 'name', fields: ['name', 'slug', 'description'] })
    .catch((error) => degrade(error));
  const categories = answer?.data ?? [];
  const asked = url.searchParams.get('topic') ?? undefined;
  const chosen = categories.find(({ slug }) => slug === asked);
  return { categories, chosen: asked !== undefined && answer ? (chosen ?? null) : chosen };
}

/** Page number of the address; what is none is the first. */
function pageNumber({ url }) {
  const asked = Number(url.searchParams.get('page'));
  return Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
}

module.exports = { filterLinks, pagination, readCategories, pageNumber };
