'use strict';

const { html } = require('./html');
const { pageUrl, slotHref } = require('./links');
const { picture } = require('./picture');
const { slotLabel } = require('./slot-label');

const SIZES = '(min-width: 60rem) 20rem, (min-width: 36rem) 50vw, 100vw';

/** @param slot the slot that the card is in, or that it is; absent: nothing to count. */
function productCard(page, product, slot) {
  const isOwn = slot?.ref.documentId === product.documentId;
  const path = `/products/${product.slug}`;
  return html`<li class="card" ${isOwn ? html` data-slot="product"` : ''}>
    <a class="card-link" href="${slot ? slotHref(page, slot, path) : pageUrl(page, path)}">
      ${picture(page, product.image, { sizes: SIZES })}
      <h3>${product.name}</h3>
    </a>
    <p>${product.summary}</p>
    <p class="price">${price(page, product.price)}</p>
    ${isOwn && slotLabel(page, slot)}
  </li>`;
}

function articleCard(page, article, slot) {
  const { magazine } = page.words;
  const path = `/magazine/${article.slug}`;
  return html`<li class="card" ${slot ? html` data-slot="article"` : ''}>
    <a class="card-link" href="${slot ? slotHref(page, slot, path) : pageUrl(page, path)}">
      ${picture(page, article.cover, { sizes: SIZES })}
      <h3>${article.title}</h3>
    </a>
    <p>${article.teaser}</p>
    <p class="small">
      ${[article.category?.name, article.readingMinutes && magazine.minutes(article.readingMinutes)]
        .filter(Boolean)
        .join(' · ')}
    </p>
    ${slot && slotLabel(page, slot)}
  </li>`;
}

const cards = (items) =>
  html`<ul class="cards">
    ${items}
  </ul>`;

const price = ({ locale }, value) =>
  value === null || value === undefined
    ? ''
    : new Intl.NumberFormat(locale === 'de' ? 'de-DE' : 'en-IE', {
        style: 'currency',
        currency: 'EUR',
      }).format(value);

module.exports = { productCard, articleCard, cards, price };
