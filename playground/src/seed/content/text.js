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

/** A quotation of Strapi's blocks field. */
const quote = (value) => ({ type: 'quote', children: [text(value)] });

/** A whole blocks field; plain strings are its paragraphs. */
const body = (...parts) => parts.map((part) => (typeof part === 'string' ? paragraph(part) : part));

module.exports = { paragraph, heading, list, quote, body };
