'use strict';

const { ensureAccess } = require('./access');
const { ensureEntries } = require('./entries');
const { ensurePersonalization } = require('./personalization');
const { ensurePictures } = require('./pictures');

/**
 * Whether this start should write the demo's content: always with SEED=true,
 * with CONTEXTUAL_DEMO=true only into a database that has no article yet.
 */
async function shouldSeed(strapi) {
  if (process.env.SEED === 'true') return true;
  if (process.env.CONTEXTUAL_DEMO !== 'true') return false;
  return (await strapi.documents('api::article.article').count({})) === 0;
}

/** Writes what is missing; everything is looked up by its code, slug or name: running it twice changes nothing. */
async function seed(strapi) {
  const startedAt = Date.now();
  await ensureAccess(strapi);
  const pictures = await ensurePictures(strapi);
  const refs = await ensureEntries(strapi, pictures);
  if (strapi.plugin('contextual')) await strapi.db.transaction(() => ensurePersonalization(strapi, refs));
  strapi.log.info(`The demo's content is in place (${Date.now() - startedAt} ms).`);
}

module.exports = { shouldSeed, seed };
