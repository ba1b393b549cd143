// What people read when the demo is up.

/** Addresses, credentials and calls to try. */
export function whereToLook({ url, access }, storefront) {
  const context = (extra) =>
    JSON.stringify({
      context: { ...extra },
      entries: [{ contentType: 'api::home.home', locale: 'en' }],
      include: 'entry',
    });
  const post = (body, headers = '') =>
    `curl -s ${url}/api/contextual/decide -H 'content-type: application/json'${headers} -d '${body}'`;
  const interests = {
    visit: { 'television-repair': 2, television: 1.2 },
    lasting: {},
    at: new Date().toISOString(),
  };
  return `
Storefront ${storefront.url}  (choose who is visiting in the dark bar at its top)
Panel      ${url}/admin
           ${access.admin.email} / ${access.admin.password}  (also editor@example.com and author@example.com)
Content    ${url}/api/articles?locale=de&populate=cover

A stranger, somebody from the autumn letter, somebody who mends a television (one in ten is held out and sees the default):
  ${post(context({}))}
  ${post(context({ campaign: { name: 'autumn' } }))}
  ${post(context({ interests }))}

Any variant by its URL, as a cache would ask for it:
  curl -s '${url}/api/home?variant=front-page.hiking&populate=hero'

Why was it chosen? With the demo's API token (full access):
  ${post(JSON.stringify({ ...JSON.parse(context({ interests })), explain: true }), ` -H 'authorization: Bearer ${access.fullAccessToken}'`)}
`;
}
