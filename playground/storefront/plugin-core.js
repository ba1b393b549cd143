'use strict';

const { createRequire } = require('node:module');
const path = require('node:path');

/** The playground lies inside the plugin's own repository; its copies say where the plugin is. */
const folder = process.env.CONTEXTUAL_PLUGIN_DIR || path.resolve(__dirname, '../..');

/** In a project that has installed the plugin this file is `require('strapi-plugin-contextual/core')`. */
module.exports = createRequire(path.join(folder, 'package.json'))('strapi-plugin-contextual/core');
