'use strict';

const articles = [
  ...require('./content/articles-television'),
  ...require('./content/articles-hiking'),
  ...require('./content/articles-washing'),
  ...require('./content/articles-coffee'),
  ...require('./content/articles-bicycles'),
  ...require('./content/articles-listening'),
  ...require('./content/articles-home-office'),
  ...require('./content/articles-kitchen'),
  ...require('./content/articles-seasons'),
];
const products = [
  ...require('./content/products'),
  ...require('./content/products-coffee'),
  ...require('./content/products-bicycles'),
  ...require('./content/products-listening'),
  ...require('./content/products-home-office'),
  ...require('./content/products-kitchen'),
];
const banners = require('./content/banners');
const categories = require('./content/categories');
const home = require('./content/home');

const LOCALES = ['en', 'de'];
const UIDS = {
  home: 'api::home.home',
  article: 'api::article.article',
  product: 'api::product.product',
  category: 'api::category.category',
  banner: 'api::banner.banner',
};

/**
 * Writes the base entries that are missing, in English and German, and publishes them.
 * An entry is known by its slug, the home page by being there: what an editor changed stays.
 * Answers `{ picture(name), product(slug), documentId(contentType, slug) }` for whoever refers to them.
 */
async function ensureEntries(strapi, pictures) {
  const known = new Map();
  const refs = {
    picture: (name) => must(pictures.get(name), `picture ${name}`),
    product: (slug) => refs.documentId(UIDS.product, slug),
    documentId: (uid, slug = '') => must(known.get(`${uid}/${slug}`), `${uid} ${slug}`),
  };
  const ensure = async (uid, slug, localised, locales = LOCALES) => {
    known.set(`${uid}/${slug}`, await ensureEntry(strapi, uid, slug, localised, locales));
  };

  // One transaction a type: hundreds of small ones would wait for the disk hundreds of times.
  const together = (write) => strapi.db.transaction(write);
  await together(async () => {
    for (const item of categories)
      await ensure(UIDS.category, item.slug, (locale) => ({ slug: item.slug, ...item[locale] }));
  });
  await together(async () => {
    for (const item of products)
      await ensure(UIDS.product, item.slug, (locale) => productData(item, locale, refs));
  });
  await together(async () => {
    for (const item of articles)
      await ensure(UIDS.article, item.slug, (locale) => articleData(item, locale, refs));
  });
  await together(async () => {
    for (const item of banners) {
      const data = () => ({ ...item, image: refs.picture(item.image) });
      await ensure(UIDS.banner, item.slug, data, [undefined]);
    }
    await ensure(UIDS.home, '', (locale) => homeData(locale, refs));
  });
  return refs;
}

async function ensureEntry(strapi, uid, slug, localised, locales) {
  const documents = strapi.documents(uid);
  const known = await documents.findFirst({ ...(slug && { filters: { slug } }), status: 'draft' });
  if (known) return known.documentId;

  const drafts = strapi.contentType(uid).options.draftAndPublish;
  let documentId;
  for (const locale of locales) {
    const params = { data: localised(locale), ...(locale && { locale }) };
    const written = documentId
      ? await documents.update({ documentId, ...params })
      : await documents.create(params);
    documentId = written.documentId;
    if (drafts) await documents.publish({ documentId, ...(locale && { locale }) });
  }
  return documentId;
}

function productData(item, locale, refs) {
  const { en, de, category, image, ...own } = item;
  return {
    available: true,
    supportEmail: 'workshop@example.com',
    ...contentOf(own),
    ...(locale === 'de' ? de : en),
    image: refs.picture(image),
    category: refs.documentId(UIDS.category, category),
  };
}

function articleData(item, locale, refs) {
  const { en, de, category, cover, gallery = [], products: shown, blocks, ...own } = item;
  const text = locale === 'de' ? de : en;
  return {
    ...contentOf(own),
    ...text,
    seo: { metaTitle: text.title, metaDescription: text.teaser, ...text.seo },
    cover: refs.picture(cover),
    gallery: gallery.map(refs.picture),
    category: refs.documentId(UIDS.category, category),
    products: shown.map(refs.product),
    blocks: blocks ? blocks(refs, locale) : [],
  };
}

function homeData(locale, refs) {
  const { hero, sections, ...text } = home[locale];
  return {
    ...text,
    hero: hero(refs),
    sections: sections(refs),
    featured: home.featured.map(refs.product),
  };
}

/** Targeting is no attribute of an entry: the plugin keeps it in records of its own. */
const contentOf = (own) =>
  Object.fromEntries(Object.entries(own).filter(([name]) => name !== 'interests' && name !== 'onlyFor'));

function must(value, what) {
  if (value === undefined) throw new Error(`The seed refers to ${what}, which it has not written.`);
  return value;
}

module.exports = { ensureEntries, UIDS, articles, products };
