'use strict';

const { html } = require('./html');
const { safeHref } = require('./links');
const { picture } = require('./picture');

/** The elements around a text by its marks, the innermost first. */
const MARKS = {
  code: (inner) => html`<code>${inner}</code>`,
  bold: (inner) => html`<strong>${inner}</strong>`,
  italic: (inner) => html`<em>${inner}</em>`,
  underline: (inner) => html`<u>${inner}</u>`,
  strikethrough: (inner) => html`<s>${inner}</s>`,
};

/** A blocks field of Strapi as markup. Headings begin below the page's own. What is unknown shows its text. */
const blocks = (page, nodes) => (nodes ?? []).map((node) => block(page, node));

function block(page, node) {
  const inner = () => inline(page, node.children);
  switch (node.type) {
    case 'paragraph':
      // An empty paragraph is how the editor writes a gap; the page has its own.
      return isBlank(node) ? null : html`<p>${inner()}</p>`;
    case 'heading':
      return heading(Math.min(6, Math.max(2, node.level)), inner());
    case 'list':
      return list(page, node);
    case 'quote':
      return html`<blockquote><p>${inner()}</p></blockquote>`;
    case 'code':
      return html`<pre><code>${(node.children ?? []).map(({ text }) => text)}</code></pre>`;
    case 'image':
      return html`<figure>${picture(page, node.image)}</figure>`;
    default:
      return node.children ? html`<p>${inner()}</p>` : null;
  }
}

/** A list in a list stands beside the items, as Strapi's editor writes it. */
function list(page, { format, children }) {
  const items = children.map((child) =>
    child.type === 'list'
      ? html`<li class="nested">${list(page, child)}</li>`
      : html`<li>${inline(page, child.children)}</li>`,
  );
  return format === 'ordered'
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

const inline = (page, children) =>
  (children ?? []).map((child) => {
    if (child.type !== 'link') return marked(child);
    const href = safeHref(page, child.url);
    const inner = inline(page, child.children);
    return href === undefined ? inner : html`<a href="${href}">${inner}</a>`;
  });

const marked = (node) =>
  Object.entries(MARKS).reduce(
    (inner, [mark, wrap]) => (node[mark] ? wrap(inner) : inner),
    withBreaks(node.text),
  );

const withBreaks = (text = '') =>
  text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));

function heading(level, inner) {
  switch (level) {
    case 2:
      return html`<h2>${inner}</h2>`;
    case 3:
      return html`<h3>${inner}</h3>`;
    case 4:
      return html`<h4>${inner}</h4>`;
    case 5:
      return html`<h5>${inner}</h5>`;
    default:
      return html`<h6>${inner}</h6>`;
  }
}

const isBlank = ({ children }) => (children ?? []).every(({ type, text }) => type === 'text' && text === '');

module.exports = { blocks };
