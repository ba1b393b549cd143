'use strict';

const { chooseVisitor, follow, order, renewVisitor, sendBack, subscribe } = require('./actions');
const { articlePage } = require('./pages/article');
const { homePage } = require('./pages/home');
const { magazinePage } = require('./pages/magazine');
const { productPage } = require('./pages/product');
const { productsPage } = require('./pages/products');
const { servicePage } = require('./pages/service');

/** Addresses below the language; `*` is a slug. A page is looked at (GET), an action done (POST, or GET for links). */
const ROUTES = [
  { path: '', page: homePage },
  { path: 'magazine', page: magazinePage },
  { path: 'magazine/*', page: articlePage },
  { path: 'products', page: productsPage },
  { path: 'products/*', page: productPage },
  { path: 'workshop', page: servicePage('workshop') },
  { path: 'workshop/value', page: servicePage('workshop/value') },
  { path: 'delivery', page: servicePage('delivery') },
  { path: 'go', link: follow },
  { path: 'products/*/order', action: order },
  { path: 'products/*/return', action: sendBack },
  { path: 'letter', action: subscribe },
];

/** The demo's own controls, in no language. */
const DEMO_ROUTES = [
  { path: 'demo/visitor', action: chooseVisitor },
  { path: 'demo/new-visitor', action: renewVisitor },
];

const SLUG = /^[A-Za-z0-9._~-]{1,200}$/;

/** The route of a path without its leading slash, with the slugs in it; `undefined` for none. */
function findRoute(routes, path) {
  const parts = path.replace(/\/$/, '').split('/');
  for (const route of routes) {
    const expected = route.path.split('/');
    if (expected.length !== parts.length) continue;
    const slugs = [];
    const fits = expected.every((part, index) =>
      part === '*' ? SLUG.test(parts[index]) && slugs.push(parts[index]) : part === parts[index],
    );
    if (fits) return { ...route, slugs };
  }
  return undefined;
}

module.exports = { ROUTES, DEMO_ROUTES, findRoute };
