'use strict';

module.exports = ({ env }) => ({
  rest: {
    defaultLimit: 25,
    maxLimit: 100,
    withCount: true,
    strictParams: env.bool('API_STRICT_PARAMS', false),
  },
});
