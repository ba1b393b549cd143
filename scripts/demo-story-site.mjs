// The demo over HTTP, as a frontend, a server and an editor call it.

/** Events of programs that name themselves otherwise are taken for a bot's and not counted. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** @param access what the app handed out: the panel's login and the API tokens. */
export async function openSite({ url, access }) {
  const call = async (method, path, { body, headers } = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        'user-agent': BROWSER,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) };
  };
  const ok = async (...args) => {
    const answer = await call(...args);
    if (answer.status === 200) return answer;
    throw new Error(`${args[0]} ${args[1]} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  };
  const login = await ok('POST', '/admin/login', { body: access.admin });
  const asEditor = { headers: { authorization: `Bearer ${login.body.data.token}` } };
  const asServer = { headers: { authorization: `Bearer ${access.fullAccessToken}` } };

  return {
    /** What a visitor's page does: anonymous, several entries at once. */
    decide: async (context, entries, more = {}) =>
      (await ok('POST', '/api/contextual/decide', { body: { context, entries, ...more } })).body,
    /** What a project's server may ask: the same with the reasons. */
    explain: async (context, entry) =>
      (
        await ok('POST', '/api/contextual/decide', {
          body: { context, entries: [entry], explain: true },
          ...asServer,
        })
      ).body.data[0],
    collect: async (events) =>
      (await ok('POST', '/api/contextual/collect', { body: { sentAt: new Date().toISOString(), events } }))
        .body.data,
    /** Strapi's ordinary routes, anonymous; `headers` of the answer included. */
    read: (path, headers) => ok('GET', path, { headers }),
    documentId: async (plural, slug) =>
      (await ok('GET', `/api/${plural}?filters[slug]=${slug}&fields[0]=slug`)).body.data[0].documentId,
    tagsOf: async (contentType, documentId) =>
      (await ok('GET', `/contextual/entries/${contentType}/${documentId}`, asEditor)).body.data.interests,
    /** Language of the panel for the demo's administrator: the account's own wins over the browser's. */
    speak: (preferedLanguage) => ok('PUT', '/admin/users/me', { body: { preferedLanguage }, ...asEditor }),
    results: async (experience) => (await ok('GET', `/contextual/results/${experience}`, asEditor)).body.data,
  };
}
