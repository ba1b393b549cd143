'use strict';

const { blocks } = require('./blocks');
const { cards, productCard } = require('./cards');
const { html } = require('./html');
const { slotHref } = require('./links');
const { picture } = require('./picture');

/** One function for each component that a dynamic zone may hold; what is unknown is left out. */
const SECTIONS = {
  'sections.rich-text': (page, { body, width }) =>
    html`<section class="section text ${width === 'narrow' || width === 'wide' ? width : ''}">
      ${blocks(page, body)}
    </section>`,
  'sections.quote': (page, { text, source }) =>
    html` <figure class="section quote">
      <blockquote><p>${text}</p></blockquote>
      ${source && html`<figcaption>${source}</figcaption>`}
    </figure>`,
  'sections.teaser': (page, { heading, text, image, link }, slot) =>
    html` <section class="section teaser">
      ${picture(page, image)}
      <div>
        <h2>${heading}</h2>
        <p>${text}</p>
        ${link && html`<p><a class="action" href="${slotHref(page, slot, link.url)}">${link.label}</a></p>`}
      </div>
    </section>`,
  'sections.product-list': (page, { heading, products }, slot) =>
    html` <section class="section">
      <h2>${heading}</h2>
      ${cards((products ?? []).map((product) => productCard(page, product, slot)))}
    </section>`,
  'sections.picture': (page, { image, caption }) =>
    html` <figure class="section">
      ${picture(page, image, { sizes: '(min-width: 60rem) 60rem, 100vw' })}${caption &&
      html`<figcaption>${caption}</figcaption>`}
    </figure>`,
  'sections.faq': (page, { heading, items }) =>
    html` <section class="section faq">
      ${heading && html`<h2>${heading}</h2>`}
      ${(items ?? []).map(
        ({ question, answer }) =>
          html`<details>
            <summary>${question}</summary>
            <p>${answer}</p>
          </details>`,
      )}
    </section>`,
};

/** A dynamic zone. @param slot the slot that it belongs to, whose links are counted. */
const sections = (page, zone, slot) =>
  (zone ?? []).map((section) =>
    Object.hasOwn(SECTIONS, section.__component) ? SECTIONS[section.__component](page, section, slot) : null,
  );

module.exports = { sections };
