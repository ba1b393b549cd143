'use strict';

const { queryString } = require('./query-string');

/** A page waits for its content this long, for a decision less: without one there is still the base page. */
const READ_MS = 4000;
const DECIDE_MS = 1500;
const SEND_MS = 4000;

/** Strapi did not answer, or answered that it cannot. */
class StrapiAway extends Error {}

/**
 * Everything that the storefront asks Strapi. Content is read without credentials, so that a CDN before Strapi may
 * share the answers; the token is for decisions with their reasons and for trusted events.
 * @param url of Strapi, without a slash at its end.
 */
function createStrapiClient({ url, token }) {
  const call = async (method, path, { headers, body, timeout }) => {
    let answer;
    try {
      answer = await fetch(url + path, {
        method,
        headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeout),
      });
      if (answer.status === 404) return null;
      if (answer.ok) return await answer.json();
    } catch (error) {
      throw new StrapiAway(`${method} ${path.split('?')[0]}: ${error.cause?.code ?? error.name}`);
    }
    throw new StrapiAway(`${method} ${path.split('?')[0]} answered ${answer.status}`);
  };
  const asServer = token ? { authorization: `Bearer ${token}` } : {};

  return {
    /** Decisions for several entries at once, with the reasons. */
    decide: (context, entries) =>
      call('POST', '/api/contextual/decide', {
        headers: asServer,
        body: { context, entries, explain: true },
        timeout: DECIDE_MS,
      }),
    /** Outcomes of the events, in their order; answered only after the commit. */
    collect: async (events) =>
      (
        await call('POST', '/api/contextual/collect', {
          headers: asServer,
          body: { sentAt: new Date().toISOString(), events },
          timeout: SEND_MS,
        })
      ).data,
    /** Strapi's ordinary routes; `null` for what is not there. */
    read: (path, parameters = {}) =>
      call('GET', `/api/${path}?${queryString(parameters)}`, { timeout: READ_MS }),
    /** A list that knows who asks, so that it can leave out what is not for everyone. Never shared. */
    readFor: (context, path, parameters = {}) =>
      call('GET', `/api/${path}?${queryString({ ...parameters, personalize: true })}`, {
        headers: {
          'x-contextual-context': Buffer.from(JSON.stringify(context)).toString('base64url'),
        },
        timeout: READ_MS,
      }),
    /** Interest tags of an entry. */
    interestsOf: async (contentType, documentId) =>
      (
        await call('GET', `/api/contextual/scope?${queryString({ contentType, documentId })}`, {
          timeout: DECIDE_MS,
        })
      )?.data.interests ?? [],
  };
}

module.exports = { createStrapiClient, StrapiAway };
