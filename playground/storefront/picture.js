'use strict';

const { html } = require('./html');

/** A picture of Strapi's media library in the sizes that it made; nothing where there is none. */
function picture(page, file, { sizes = '(min-width: 60rem) 30rem, 100vw', eager = false } = {}) {
  if (!file?.url) return null;
  const formats = Object.values(file.formats ?? {}).sort((a, b) => a.width - b.width);
  const sources = [...formats, file].map(({ url, width }) => `${mediaUrl(page, url)} ${width}w`);
  return html`<img
    src="${mediaUrl(page, file.url)}"
    srcset="${sources.join(', ')}"
    sizes="${sizes}"
    width="${file.width}"
    height="${file.height}"
    alt="${file.alternativeText ?? ''}"
    ${eager ? '' : html` loading="lazy"`}
  />`;
}

/** Files on Strapi's own disk have a path only; those of other providers a whole address. */
const mediaUrl = ({ strapiUrl }, url) => new URL(url, strapiUrl).href;

module.exports = { picture };
