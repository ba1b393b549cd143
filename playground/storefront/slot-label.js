'use strict';

const { html } = require('./html');
const { matchesOf, reasonSentence } = require('./reasons');

const BASE = 'base';

/**
 * The reason beside a slot. It shows names and figures of the panel's making to everybody, because this is a demo;
 * a shop would show its visitors the sentence at most.
 */
function slotLabel(page, slot) {
  if (!slot || slot.decisions.length === 0) return null;
  return slot.decisions.map((decision) => label(page, slot, decision));
}

function label(page, slot, decision) {
  const { words, locale, visit, interests, strapiUrl } = page;
  const { why } = words;
  const { experience, variant, reason, receipt } = decision;
  const explanation = slot.explanation.find((one) => one.decision.experience === experience);
  const isCounted = slot.shown && receipt !== undefined;
  const isLost = variant !== BASE && !slot.shown;
  const shown = variant === BASE || isLost ? why.base : why.variant(variant);
  const sentence = isLost
    ? words.because.lost
    : reasonSentence(words, locale, { decision, explanation, interests: interests.map(([tag]) => tag) });
  const matches = matchesOf(explanation);
  return html` <details
    class="why"
    data-experience="${experience}"
    data-variant="${variant}"
    data-would-be="${decision.wouldBe}"
    data-reason="${reason}"
    data-counted="${String(isCounted)}"
  >
    <summary>
      <span class="why-mark" aria-hidden="true">i</span> ${reason === 'holdout' || isLost
        ? why.labelHeld
        : why.label}
      <span class="why-shown">${shown}</span>
    </summary>
    <div class="why-body">
      <p class="why-sentence">${sentence}</p>
      <dl>
        <dt>${why.experience}</dt>
        <dd><code>${experience}</code></dd>
        <dt>${why.shown}</dt>
        <dd>${shown}</dd>
        ${matches.length > 0 &&
        html`<dt>${why.match}</dt>
          <dd>
            ${matches
              .map(([name, figure]) =>
                why.matchOf(name === BASE ? why.default : name, number(locale, figure)),
              )
              .join(' · ')}
          </dd>`}
      </dl>
      <p class="why-counted">
        ${isCounted ? why.seen[visit.unit.kind] : why.notSeen} ·
        <a href="${strapiUrl}/admin/plugins/contextual/results/${experience}">${why.results}</a>
      </p>
    </div>
  </details>`;
}

const number = (locale, value) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

module.exports = { slotLabel };
