'use strict';

const { blocks } = require('../blocks');
const { articleCard, cards, productCard } = require('../cards');
const { html } = require('../html');
const { pageUrl } = require('../links');
const { picture } = require('../picture');
const { sections } = require('../sections');
const { openList, openSlots } = require('../slots');
const { slotLabel } = require('../slot-label');
const { CARDS } = require('../types');

const RELATED = 3;

/** One article. Reading it is what the shop learns from. */
async function articlePage(page, [slug]) {
  const { words, locale } = page;
  const { magazine } = words;
  const { article, banner } = await openSlots(page, {
    article: { type: 'article', slug },
    banner: { type: 'banner', slug: 'delivery' },
  });
  if (!article) return page.missing(article);
  const { entry } = article;
  const related = await relatedTo(page, entry);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(entry.publishedAt));
  return {
    title: entry.seo?.metaTitle ?? entry.title,
    description: entry.seo?.metaDescription ?? entry.teaser,
    noIndex: entry.seo?.noIndex,
    banner,
    slots: [article, banner, ...related],
    learn: { kind: 'view', ref: article.ref },
    main: html` <article data-slot="article">
        <header class="article-head">
          <p class="small">
            ${entry.category &&
            html`<a href="${pageUrl(page, `/magazine?topic=${entry.category.slug}`)}"
                >${entry.category.name}</a
              >
              · `}${magazine.kinds[entry.kind]}${entry.sponsored && ` · ${magazine.sponsored}`}
          </p>
          <h1>${entry.title}</h1>
          <p class="lead">${entry.teaser}</p>
          <p class="small">
            ${[
              entry.author && magazine.by(entry.author),
              date,
              entry.readingMinutes && magazine.minutes(entry.readingMinutes),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          ${slotLabel(page, article)}
        </header>
        ${entry.cover &&
        html`<figure class="cover">
          ${picture(page, entry.cover, { sizes: '(min-width: 60rem) 60rem, 100vw', eager: true })}
        </figure>`}
        <div class="section text">${blocks(page, entry.body)}</div>
        ${sections(page, entry.blocks, article)}
        ${entry.gallery?.length > 0 &&
        html`<section class="section" aria-label="${magazine.gallery}">
          <ul class="gallery">
            ${entry.gallery.map((file) => html`<li>${picture(page, file, { sizes: '20rem' })}</li>`)}
          </ul>
        </section>`}
        ${entry.products?.length > 0 &&
        html`<section class="section">
          <h2>${magazine.products}</h2>
          ${cards(entry.products.map((product) => productCard(page, product, article)))}
        </section>`}
      </article>
      ${related.length > 0 &&
      html`<section class="section">
        <h2>${magazine.related}</h2>
        ${cards(
          related.map((slot) => articleCard(page, slot.entry, slot.decisions.length > 0 ? slot : undefined)),
        )}
      </section>`}`,
  };
}

/** Others on the same topic; the article is whole without them. */
async function relatedTo(page, { category, documentId }) {
  if (!category) return [];
  const { slots } = await openList(
    page,
    'article',
    {
      ...CARDS.article,
      filters: { category: { slug: { $eq: category.slug } }, documentId: { $ne: documentId } },
      sort: ['publishedAt:desc', 'title:asc'],
      pagination: { pageSize: RELATED },
    },
    (other) => other.category?.slug === category.slug && other.documentId !== documentId,
  ).catch((error) => (page.unreachable(error), { slots: [] }));
  return slots.slice(0, RELATED);
}

module.exports = { articlePage };
