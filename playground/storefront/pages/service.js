'use strict';

const { html } = require('../html');

/** What the shop says of itself, whatever Strapi does. */
const servicePage = (name) => async (page) => {
  const { title, text } = page.words.service[name];
  return {
    title,
    slots: [],
    main: html`<h1>${title}</h1>
      <div class="section text narrow">${text.map((paragraph) => html`<p>${paragraph}</p>`)}</div>`,
  };
};

module.exports = { servicePage };
