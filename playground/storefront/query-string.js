'use strict';

/** Nested parameters in Strapi's bracket spelling: `{ populate: { hero: true } }` → `populate[hero]=true`. */
function queryString(parameters) {
  const pairs = [];
  const walk = (key, value) => {
    if (value === undefined) return;
    if (typeof value !== 'object') pairs.push(`${key}=${encodeURIComponent(value)}`);
    else for (const [name, inner] of Object.entries(value)) walk(key ? `${key}[${name}]` : name, inner);
  };
  walk('', parameters);
  return pairs.join('&');
}

module.exports = { queryString };
