'use strict';

const { DEMO_VISITORS } = require('./demo-visitors');
const { html } = require('./html');
const { countryName, topicOf } = require('./reasons');

/** The demo's controls: whom to play, and what the shop knows of them. Plainly not the shop's own. */
function demoBar(page) {
  const { words, visit, path, strapiUrl } = page;
  const { demo } = words;
  return html` <aside class="demo" aria-label="${demo.label}">
    <div class="wide">
      <form method="post" action="/demo/visitor" class="demo-visitors" title="${demo.explain}">
        <p class="demo-title"><strong>${demo.title}</strong> <span>${demo.explain}</span></p>
        <input type="hidden" name="back" value="${path}" />
        <div class="demo-choices">
          ${Object.keys(DEMO_VISITORS).map(
            (name) =>
              html`<button name="visitor" value="${name}" aria-pressed="${String(name === visit.name)}">
                ${demo.visitors[name]}
              </button>`,
          )}
        </div>
      </form>
      <div class="demo-who">
        <p>${demo.stories[visit.name]}</p>
        <details class="known">
          <summary>${demo.known}</summary>
          ${known(page)}
        </details>
        <form method="post" action="/demo/new-visitor">
          <input type="hidden" name="back" value="${path}" />
          <button title="${demo.renewHint}">${demo.renew}</button>
        </form>
        <a href="${strapiUrl}/admin/plugins/contextual/results">${demo.panel}</a>
      </div>
    </div>
  </aside>`;
}

function known({ words, locale, visit, interests }) {
  const { demo } = words;
  const { knows } = visit.story;
  return html`<ul>
    <li>${demo.unit[visit.unit.kind]}</li>
    ${knows.campaign && html`<li>${demo.campaign(knows.campaign.name)}</li>`}
    ${knows.location && html`<li>${demo.country(countryName(locale, knows.location.country))}</li>`}
    ${visit.memory?.bought && html`<li>${demo.bought(visit.memory.bought.count)}</li>`}
    <li>
      ${demo.interests}:
      ${interests.length === 0
        ? demo.none
        : html`<ul class="interests">
            ${interests.map(
              ([tag, strength]) =>
                html`<li>
                  <span>${topicOf(words, tag)}</span>
                  <meter min="0" max="1" value="${strength.toFixed(2)}">
                    ${Math.round(strength * 100)} %
                  </meter>
                </li>`,
            )}
          </ul>`}
    </li>
  </ul>`;
}

module.exports = { demoBar };
