'use strict';

const text = (value) => ({ type: 'text', text: value });

/** A paragraph of Strapi's blocks field. */
const paragraph = (value) => ({ type: 'paragraph', children: [text(value)] });

/** A heading of Strapi's blocks field. */
const heading = (value, level = 2) => ({ type: 'heading', level, children: [text(value)] });

/** A bulleted list of Strapi's blocks field. */
const list = (...items) => ({
  type: 'list',
  format: 'unordered',
  children: items.map((item) => ({ type: 'list-item', children: [text(item)] })),
});

module.exports = { paragraph, heading, list };
