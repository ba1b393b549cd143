'use strict';

const LOCAL = 'http://shop.invalid';

/** The address of a page in the language of this one; `path` begins with a slash. */
const pageUrl = ({ locale }, path) => `/${locale}${path === '/' ? '/' : path}`;

/** An address that editors wrote: the shop's own in the page's language, others as they are; no scripts. */
function safeHref(page, url) {
  let target;
  try {
    target = new URL(url, LOCAL);
  } catch {
    return undefined;
  }
  if (target.origin === LOCAL) return pageUrl(page, `${target.pathname}${target.search}${target.hash}`);
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(target.protocol) ? target.href : undefined;
}

/**
 * A link inside a personalized slot: by way of the shop's own counter, so that the reaction is counted before the
 * next page opens, without a script. Others, and those that leave the shop, are ordinary.
 */
function slotHref(page, slot, url) {
  const href = safeHref(page, url);
  const isCounted = slot?.shown && slot.decisions.some(({ receipt }) => receipt);
  if (!isCounted || href === undefined || !href.startsWith('/')) return href;
  const { visit, locale } = page;
  const parameters = new URLSearchParams({
    to: href,
    type: slot.ref.contentType,
    id: slot.ref.documentId,
    // A page visit lives as long as its page: only the page itself knows it.
    ...(visit.unit.kind === 'page-visit' && { visit: visit.unit.id }),
  });
  return `/${locale}/go?${parameters}`;
}

/** A path of this shop, or `undefined`: nobody is sent elsewhere in its name. */
function localPath(value) {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > 500) return undefined;
  try {
    const target = new URL(value, LOCAL);
    return target.origin === LOCAL ? `${target.pathname}${target.search}` : undefined;
  } catch {
    return undefined;
  }
}

/** The same path with one more parameter. */
function withParameter(path, name, value) {
  const target = new URL(path, LOCAL);
  target.searchParams.set(name, value);
  return `${target.pathname}${target.search}`;
}

module.exports = { pageUrl, safeHref, slotHref, localPath, withParameter };
