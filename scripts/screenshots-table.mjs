// What `npm run screenshots` takes. One row is one file in docs/screenshots; keep them few, the README shows them.

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/**
 * - `name`: of the file, without its ending.
 * - `site`: `storefront` or `panel`.
 * - `path`: below the storefront, or below /admin; or a function of the demo (`documentId(plural, slug)`) that answers it.
 * - `viewport`, `language` (`en`, `de`), `theme` (`light`, `dark`, panel only); English and light unless told.
 * - `visitor`: whom the storefront's switcher plays.
 * - `open`: a selector of `details` that are opened first.
 * - `waitFor`: a selector that has to be there; without one the page has to have come to rest.
 */
export const SCREENSHOTS = [
  { name: 'storefront-stranger', site: 'storefront', path: '/en/', visitor: 'stranger', viewport: DESKTOP },
  {
    name: 'storefront-television-reader',
    site: 'storefront',
    path: '/en/',
    visitor: 'television-reader',
    viewport: { width: 1280, height: 940 },
    open: 'main details.why',
  },
  {
    name: 'storefront-german-phone',
    site: 'storefront',
    path: '/de/',
    visitor: 'hiker',
    viewport: PHONE,
  },
  {
    name: 'panel-experience',
    site: 'panel',
    path: '/plugins/contextual/experiences/front-page',
    viewport: DESKTOP,
  },
  { name: 'panel-audiences', site: 'panel', path: '/plugins/contextual/audiences', viewport: DESKTOP },
  {
    name: 'panel-results',
    site: 'panel',
    path: '/plugins/contextual/results/front-page',
    viewport: DESKTOP,
  },
  {
    name: 'panel-results-german-dark',
    site: 'panel',
    path: '/plugins/contextual/results',
    viewport: DESKTOP,
    language: 'de',
    theme: 'dark',
  },
  {
    name: 'panel-entry',
    site: 'panel',
    path: async ({ documentId }) =>
      `/content-manager/collection-types/api::article.article/${await documentId('articles', 'which-television-suits-your-room')}?plugins[i18n][locale]=en`,
    viewport: { width: 1280, height: 900 },
  },
];
