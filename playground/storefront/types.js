'use strict';

/** Every section of a dynamic zone with what it shows. */
const SECTIONS = {
  on: {
    'sections.rich-text': { populate: '*' },
    'sections.quote': { populate: '*' },
    'sections.teaser': { populate: '*' },
    'sections.picture': { populate: '*' },
    'sections.faq': { populate: '*' },
    'sections.product-list': { populate: { products: { populate: { image: true } } } },
  },
};

/** The content types of the site: their REST path and what a page of one populates. */
const TYPES = {
  home: {
    uid: 'api::home.home',
    path: 'home',
    single: true,
    populate: {
      hero: { populate: '*' },
      featured: { populate: { image: true } },
      sections: SECTIONS,
    },
  },
  article: {
    uid: 'api::article.article',
    path: 'articles',
    populate: {
      cover: true,
      gallery: true,
      blocks: SECTIONS,
      seo: { populate: '*' },
      category: true,
      products: { populate: { image: true } },
    },
  },
  product: {
    uid: 'api::product.product',
    path: 'products',
    populate: { image: true, category: true, specs: true, highlights: true },
  },
  banner: {
    uid: 'api::banner.banner',
    path: 'banners',
    /** One text for all languages. */
    localised: false,
    populate: { image: true, cta: true },
  },
};

/** What a card in a list shows. */
const CARDS = {
  article: { populate: { cover: true, category: true } },
  product: { populate: { image: true, category: true } },
};

module.exports = { TYPES, CARDS };
