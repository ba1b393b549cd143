'use strict';

const { localPath, pageUrl, withParameter } = require('./links');
const { openSlots } = require('./slots');
const { startAnew, switchTo, UUID } = require('./visit');
const { DEMO_VISITORS } = require('./demo-visitors');

const ENTRY_ID = /^[a-z0-9]{1,64}$/;
const CONTENT_TYPE = /^api::[a-z-]+\.[a-z-]+$/;

/*
 * What visitors do. Each action answers where to go next: the page from which they came, with what was sent in its
 * address. `form` are the fields of a form or the parameters of a link; nothing of them is believed.
 */

/** A click inside a personalized slot, on its way to the next page. */
async function follow(page, _parameters, form) {
  const to = localPath(form.get('to')) ?? pageUrl(page, '/');
  const [contentType, documentId] = [form.get('type') ?? '', form.get('id') ?? ''];
  if (!page.isSeen || !CONTENT_TYPE.test(contentType) || !ENTRY_ID.test(documentId)) return to;
  const entry = { contentType, documentId, locale: page.locale };
  const outcome = await page.events.send(ofPage(page, form), 'interaction', { entry });
  await page.learning.learnFrom(page.visit, 'click', entry);
  return withParameter(to, 'sent', `interaction.${outcome}`);
}

/** The shop's goal: its value is what the product costs, whatever the form says. */
async function order(page, [slug], form) {
  const product = await productOf(page, slug);
  const back = backOf(page, form);
  // A page visit cannot be followed from what was seen to what is bought, so there is nothing to send.
  if (!page.visit.consent) return withParameter(back, 'sent', 'purchase.consent');
  const outcome = await page.events.send(page.visit, 'conversion', {
    goal: 'purchase',
    value: Number(product.entry.price ?? 0),
    currency: 'EUR',
    entry: product.ref,
  });
  await page.learning.learnFrom(page.visit, 'conversion', product.ref);
  page.learning.countPurchase(page.visit, 1);
  return withParameter(back, 'sent', `purchase.${outcome}`);
}

/** What must not become more. */
async function sendBack(page, [slug], form) {
  const product = await productOf(page, slug);
  const back = backOf(page, form);
  if (!page.visit.consent) return withParameter(back, 'sent', 'returned.consent');
  const outcome = await page.events.send(page.visit, 'conversion', {
    goal: 'goods-returned',
    entry: product.ref,
  });
  page.learning.countPurchase(page.visit, -1);
  return withParameter(back, 'sent', `returned.${outcome}`);
}

/** Can be reached on the page where the variant was seen, so it counts without consent too. */
async function subscribe(page, _parameters, form) {
  const outcome = await page.events.send(ofPage(page, form), 'conversion', { goal: 'letter' });
  return withParameter(backOf(page, form), 'sent', `letter.${outcome}`);
}

/** The switcher. */
function chooseVisitor(page, _parameters, form) {
  const name = form.get('visitor') ?? '';
  if (Object.hasOwn(DEMO_VISITORS, name)) page.visit.cookies = switchTo(name);
  return withoutSent(backOf(page, form));
}

/** The button that forgets. */
function renewVisitor(page, _parameters, form) {
  page.visit.cookies = startAnew();
  return withoutSent(backOf(page, form));
}

const backOf = (page, form) => localPath(form.get('back')) ?? pageUrl(page, '/');

const withoutSent = (path) => withParameter(path, 'sent', '').replace(/[?&]sent=$/, '');

/** Without consent a visit is the page that the form stood on; only that page knows its id. */
function ofPage({ visit }, form) {
  const id = form.get('visit') ?? '';
  return visit.unit.kind === 'page-visit' && UUID.test(id)
    ? { ...visit, unit: { kind: 'page-visit', id } }
    : visit;
}

async function productOf(page, slug) {
  const { product } = await openSlots(page, { product: { type: 'product', slug } });
  return product ?? page.missing(product);
}

module.exports = { follow, order, sendBack, subscribe, chooseVisitor, renewVisitor };
