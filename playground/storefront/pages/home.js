'use strict';

const { cards, productCard } = require('../cards');
const { html } = require('../html');
const { slotHref } = require('../links');
const { picture } = require('../picture');
const { sections } = require('../sections');
const { openSlots } = require('../slots');
const { slotLabel } = require('../slot-label');

/** The front page: one entry, one slot. */
async function homePage(page) {
  const { home, banner } = await openSlots(page, {
    home: { type: 'home' },
    banner: { type: 'banner', slug: 'delivery' },
  });
  if (!home) return page.missing(home);
  const { headline, intro, hero, featured, metaTitle } = home.entry;
  return {
    title: metaTitle ?? headline,
    description: intro,
    banner,
    slots: [home, banner],
    main: html` <section class="hero" data-slot="home">
        <div class="hero-text">
          <h1>${headline}</h1>
          <p class="lead">${intro}</p>
          ${hero &&
          html`<div class="hero-offer">
            <h2>${hero.heading}</h2>
            <p>${hero.text}</p>
            ${hero.link &&
            html`<p>
              <a class="action" href="${slotHref(page, home, hero.link.url)}">${hero.link.label}</a>
            </p>`}
          </div>`}
          ${slotLabel(page, home)}
        </div>
        <div class="hero-picture">
          ${picture(page, hero?.image, { sizes: '(min-width: 60rem) 40rem, 100vw', eager: true })}
        </div>
      </section>
      ${featured?.length > 0 &&
      html`<section class="section featured">
        <h2>${page.words.home.featured}</h2>
        ${cards(featured.map((product) => productCard(page, product, home)))}
      </section>`}
      ${sections(page, home.entry.sections, home)}`,
  };
}

module.exports = { homePage };
