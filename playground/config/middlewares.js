'use strict';

/** One line a request is noise in tests and demo; REQUEST_LOG=true brings it back. */
const requestLog = process.env.REQUEST_LOG === 'true' ? ['strapi::logger'] : [];

module.exports = [
  ...requestLog,
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::poweredBy',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
