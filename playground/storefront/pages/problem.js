'use strict';

const { html } = require('../html');
const { pageUrl } = require('../links');

/** A page for what went wrong: what it means and where to go. Never what the program said about it. */
function problemPage(page, status) {
  const { title, text } = page.words.problem[status] ?? page.words.problem[500];
  return {
    status,
    title,
    noIndex: true,
    slots: [],
    main: html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      <p><a class="action" href="${pageUrl(page, '/')}">${page.words.problem.home}</a></p>`,
  };
}

module.exports = { problemPage };
