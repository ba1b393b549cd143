'use strict';

const { demoBar } = require('./demo-bar');
const { html } = require('./html');
const { pageUrl, slotHref } = require('./links');
const { slotLabel } = require('./slot-label');
const { LOCALES, WORDS } = require('./words');

/**
 * The whole document around a page.
 * @param view `{ title, description?, main, banner?: Slot, noIndex? }`.
 */
function layout(page, view) {
  const { words, locale, path, isDegraded } = page;
  const { menu, site } = words;
  const here = path.split('?')[0];
  const item = (target, text) => {
    const href = pageUrl(page, target);
    const isHere = target === '/' ? here === href : here.startsWith(href);
    return html`<li><a href="${href}" ${isHere ? html` aria-current="page"` : ''}>${text}</a></li>`;
  };
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${view.title === site.name ? site.name : `${view.title} · ${site.name}`}</title>
        ${view.description && html`<meta name="description" content="${view.description}" />`}
        ${view.noIndex && html`<meta name="robots" content="noindex" />`}
        ${view.noIndex
          ? null
          : LOCALES.map(
              (other) => html`<link rel="alternate" hreflang="${other}" href="${inLocale(here, other)}" />`,
            )}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        ${demoBar(page)} ${view.banner && banner(page, view.banner)}
        <header class="wide site">
          <a class="brand" href="${pageUrl(page, '/')}"
            ><strong>${site.name}</strong> <span>${site.claim}</span></a
          >
          <nav aria-label="${menu.label}">
            <ul>
              ${item('/', menu.home)}${item('/magazine', menu.magazine)}${item(
                '/products',
                menu.products,
              )}${item('/workshop', menu.workshop)}
            </ul>
          </nav>
          ${LOCALES.filter((other) => other !== locale).map(
            (other) =>
              html`<a class="language" href="${inLocale(path, other)}" hreflang="${other}" lang="${other}"
                >${WORDS[other].language}</a
              >`,
          )}
        </header>
        ${isDegraded() && html`<p class="wide notice" role="status">${words.stale}</p>`} ${notice(page)}
        <main id="content" class="wide" tabindex="-1">${view.main}</main>
        <footer class="site">
          <div class="wide">
            ${letter(page)}
            <p class="small">${words.footer}</p>
          </div>
        </footer>
      </body>
    </html> `;
}

const inLocale = (path, locale) => path.replace(/^\/[a-z]{2}(?=\/|$)/, `/${locale}`);

function banner(page, slot) {
  const { entry } = slot;
  return html` <section class="banner" data-slot="banner" aria-label="${entry.headline}">
    <div class="wide">
      <p>
        <strong>${entry.headline}</strong> ${entry.text}
        ${entry.cta && html`<a href="${slotHref(page, slot, entry.cta.url)}">${entry.cta.label}</a>`}
      </p>
      ${slotLabel(page, slot)}
    </div>
  </section>`;
}

/** What the last action sent, told by a closed list of codes in the address. */
function notice({ words, url }) {
  const [what, outcome] = (url.searchParams.get('sent') ?? '').split('.');
  const { sent } = words;
  if (!['interaction', 'purchase', 'letter', 'returned'].includes(what)) return null;
  const isCounted = outcome === 'accepted';
  if (!isCounted && !['refused', 'away', 'consent'].includes(outcome)) return null;
  return html`<p class="wide notice" role="status" data-sent="${what}" data-outcome="${outcome}">
    <strong>${isCounted ? sent.counted : sent.notCounted}</strong> ${isCounted ? sent[what] : sent[outcome]}.
  </p>`;
}

function letter(page) {
  const { words, path } = page;
  return html` <form method="post" action="${pageUrl(page, '/letter')}" class="letter">
    <h2>${words.letter.title}</h2>
    <p>${words.letter.text}</p>
    ${actionFields(page, path)}
    <button class="action">${words.letter.action}</button>
    <p class="small">${words.letter.note}</p>
  </form>`;
}

/** What a form of the shop carries along: where to go back to, and a page visit that has no cookie. */
const actionFields = ({ visit }, back) =>
  html` <input type="hidden" name="back" value="${back}" />
    ${visit.unit.kind === 'page-visit' && html`<input type="hidden" name="visit" value="${visit.unit.id}" />`}`;

module.exports = { layout, actionFields };
