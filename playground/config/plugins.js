'use strict';

const path = require('path');

module.exports = ({ env }) => ({
  contextual: {
    enabled: env('CONTEXTUAL_ENABLED', 'true') !== 'false',
    // Absolute: Strapi resolves a relative path from its own folder first. Copies of this app set the variable.
    resolve: env('CONTEXTUAL_PLUGIN_DIR') || path.resolve(__dirname, '../..'),
  },
  'users-permissions': {
    config: { jwtSecret: env('JWT_SECRET', 'demo only: users-permissions jwt secret') },
  },
});
