'use strict';

const { ensureLocales } = require('./seed/locales');
const { shouldSeed, seed } = require('./seed');
const { writeAccessFile } = require('./seed/access');
const { scheduleVisitors } = require('./seed/visitors');

module.exports = {
  register() {},

  async bootstrap({ strapi }) {
    await ensureLocales(strapi);
    if (await shouldSeed(strapi)) await seed(strapi);
    const accessFile = process.env.CONTEXTUAL_DEMO_ACCESS_FILE;
    if (accessFile) await writeAccessFile(strapi, accessFile);
    scheduleVisitors(strapi);
  },
};
