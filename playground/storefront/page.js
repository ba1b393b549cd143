'use strict';

const { strongestInterests } = require('./reasons');
const { StrapiAway } = require('./strapi-client');
const { isSeen, openVisit } = require('./visit');
const { WORDS } = require('./words');

/** Ends a page with a status: 404 for what is not there, 403 and 405 for what may not be. */
class PageProblem extends Error {
  constructor(status) {
    super(String(status));
    this.status = status;
  }
}

/**
 * Everything that one answer needs, handed to pages and actions.
 * @param shop what all answers share: Strapi, copies, learning, events, log.
 */
function createPage(shop, request, { url, locale }) {
  const visit = openVisit(request, { now: Date.now() });
  let isDegraded = false;
  const degrade = (error) => {
    isDegraded = true;
    shop.log(error);
  };
  return {
    ...shop,
    url,
    path: `${url.pathname}${url.search}`,
    locale,
    words: WORDS[locale],
    visit,
    isSeen: isSeen(request),
    get interests() {
      return strongestInterests(visit.memory?.interests, visit.now);
    },
    /** Something is missing, and the page goes on without it. */
    degrade,
    isDegraded: () => isDegraded,
    /** For parts of a page that may be missing: Strapi being away is noted, a mistake of ours is not swallowed. */
    unreachable(error) {
      if (!(error instanceof StrapiAway)) throw error;
      degrade(error);
      return undefined;
    },
    /** Ends the page without its main entry: `null` is not there, `undefined` cannot be reached. */
    missing(entry) {
      throw entry === null
        ? new PageProblem(404)
        : new StrapiAway('The main entry of the page cannot be reached.');
    },
  };
}

module.exports = { createPage, PageProblem };
