'use strict';

/** Markup that is safe already. Only this file makes it, so everything else is escaped. */
class Markup {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for element content and quoted attributes. */
const escape = (value) => String(value).replace(/[&<>"']/g, (character) => ESCAPES[character]);

/**
 * Tagged template: every value is escaped unless it is markup. Lists are joined; `null`, `undefined` and `false`
 * leave nothing.
 */
const html = (parts, ...values) =>
  new Markup(parts.reduce((text, part, index) => text + toText(values[index - 1]) + part));

function toText(value) {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(toText).join('');
  return escape(value);
}

module.exports = { html };
