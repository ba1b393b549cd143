'use strict';

const { blocks } = require('../blocks');
const { price } = require('../cards');
const { html } = require('../html');
const { actionFields } = require('../layout');
const { pageUrl } = require('../links');
const { picture } = require('../picture');
const { openSlots } = require('../slots');
const { slotLabel } = require('../slot-label');

const ICONS = { check: '✓', star: '★', leaf: '❧', tool: '⚒' };

/** One product with the button that is the shop's goal. */
async function productPage(page, [slug]) {
  const { words, visit } = page;
  const { products } = words;
  const { product, banner } = await openSlots(page, {
    product: { type: 'product', slug },
    banner: { type: 'banner', slug: 'delivery' },
  });
  if (!product) return page.missing(product);
  const { entry } = product;
  const own = pageUrl(page, `/products/${slug}`);
  const canOrder = entry.available && entry.stock > 0;
  return {
    title: entry.name,
    description: entry.summary,
    banner,
    slots: [product, banner],
    learn: { kind: 'view', ref: product.ref },
    main: html` <article class="product" data-slot="product">
      <div class="product-picture">
        ${picture(page, entry.image, { sizes: '(min-width: 60rem) 34rem, 100vw', eager: true })}
      </div>
      <div>
        ${entry.category &&
        html`<p class="small">
          <a href="${pageUrl(page, `/products?topic=${entry.category.slug}`)}">${entry.category.name}</a>
        </p>`}
        <h1>${entry.name}</h1>
        <p class="lead">${entry.summary}</p>
        ${entry.highlights?.length > 0 &&
        html`<ul class="highlights">
          ${entry.highlights.map(
            ({ text, icon }) =>
              html`<li><span aria-hidden="true">${ICONS[icon] ?? ICONS.check}</span> ${text}</li>`,
          )}
        </ul>`}
        ${slotLabel(page, product)}
        <p class="price large">${price(page, entry.price)}</p>
        <p class="small">
          ${products.stock(entry.available ? entry.stock : 0)}${entry.energyClass &&
          ` · ${products.energy} ${entry.energyClass}`}
        </p>
        <div class="buttons">
          <form method="post" action="${own}/order">
            ${actionFields(page, own)}<button class="action" ${canOrder ? '' : html` disabled`}>
              ${products.order}
            </button>
          </form>
          ${visit.memory?.bought &&
          html`<form method="post" action="${own}/return">
            ${actionFields(page, own)}<button class="quiet">${products.back}</button>
          </form>`}
        </div>
        <p class="small">${products.orderNote}</p>
      </div>
      <div class="section text">${blocks(page, entry.description)}</div>
      ${entry.specs?.length > 0 &&
      html`<section class="section">
        <h2>${products.specs}</h2>
        <table>
          ${entry.specs.map(
            ({ name, value, unit }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${value}${unit && ` ${unit}`}</td>
              </tr>`,
          )}
        </table>
      </section>`}
    </article>`,
  };
}

module.exports = { productPage };
