import { close, DECISION, listen, startFakeStrapi, type FakeStrapi } from './fake-strapi';

const { createStorefront } = require('../../playground/storefront/server');

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const BROWSER = '0b6f0e3c-7d0a-4a7e-9c55-0d4f5c1e8a11';

let strapi: FakeStrapi;
let shop: any;
let url: string;
const logged: string[] = [];

beforeEach(async () => {
  logged.length = 0;
  strapi = await startFakeStrapi();
  shop = createStorefront({
    strapiUrl: strapi.url,
    token: 'token',
    log: (line: string) => logged.push(line),
  });
  url = await listen(shop.server);
});
afterEach(async () => {
  await close(shop.server);
  await strapi.close();
});

async function visit(path: string, { headers = {}, ...options }: RequestInit & { headers?: object } = {}) {
  const answer = await fetch(url + path, {
    redirect: 'manual',
    ...options,
    headers: { 'user-agent': AGENT, cookie: `shop-visitor=${BROWSER}`, ...headers },
  });
  const html = await answer.text();
  await shop.settled();
  return { status: answer.status, html, headers: answer.headers, cookies: answer.headers.getSetCookie() };
}

const sent = () =>
  strapi.asked
    .filter(({ path }) => path === '/api/contextual/collect')
    .flatMap(({ body }) => body.events as any[]);

describe('a page of the storefront', () => {
  it('decides with its token, then reads the variant as everybody may, so that a CDN can share it', async () => {
    const { status, html, headers } = await visit('/en/');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    const [decide] = strapi.asked.filter(({ path }) => path === '/api/contextual/decide');
    expect(decide?.headers.authorization).toBe('Bearer token');
    expect(decide?.body).toMatchObject({ explain: true, context: { unit: { kind: 'visitor' } } });
    const [read] = strapi.asked.filter(({ path }) => path.startsWith('/api/home'));
    expect(read?.path).toContain('variant=front-page.television');
    expect(read?.headers.authorization).toBeUndefined();
    expect(html).toContain('Base &lt;headline&gt;');
    expect(html).not.toContain('<script');
  });

  it('counts what it showed, with the receipt and the unit that it was decided for', async () => {
    await visit('/en/');
    const [decide] = strapi.asked.filter(({ path }) => path === '/api/contextual/decide');
    expect(sent()).toEqual([
      expect.objectContaining({
        type: 'exposure',
        receipt: DECISION.receipt,
        unit: decide?.body.context.unit,
        entry: { contentType: 'api::home.home', documentId: 'home1', locale: 'en' },
      }),
    ]);
  });

  it.each([
    ['a prefetch', { headers: { 'sec-purpose': 'prefetch;prerender' } }],
    ['a crawler', { headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' } }],
    ['a look at the headers', { method: 'HEAD' }],
  ])('counts nothing for %s, and learns nothing', async (_name, options) => {
    const { status } = await visit('/en/', options);
    expect(status).toBe(200);
    expect(sent()).toEqual([]);
  });

  it('shows base without a decision, and counts nothing', async () => {
    strapi.answers['POST /api/contextual/decide'] = 500;
    const { status, html } = await visit('/en/');
    expect([status, html.includes('class="why"')]).toEqual([200, false]);
    expect(html).toContain('Base &lt;headline&gt;');
    expect(sent()).toEqual([]);
  });

  it('shows base when the variant cannot be read, and does not count what it did not show', async () => {
    strapi.answers['GET /api/home?locale=en&variant='] = 502;
    const { status, html } = await visit('/en/');
    expect(status).toBe(200);
    expect(html).toContain('data-counted="false"');
    expect(html).toContain('could not be fetched');
    expect(sent()).toEqual([]);
  });

  it('shows the last known page when Strapi is away, and a friendly one when it knows none', async () => {
    await shop.warm();
    await strapi.close();
    const home = await visit('/en/');
    expect([home.status, home.html.includes('Base &lt;headline&gt;')]).toEqual([200, true]);
    const other = await visit('/en/products/aurora-55');
    expect([other.status, other.headers.get('retry-after')]).toEqual([503, '30']);
    expect(other.html).not.toMatch(/ECONN|stack|\.js:\d/);
  });

  it('never shows what Strapi said about its trouble', async () => {
    strapi.answers = {};
    const { status, html } = await visit('/en/');
    expect(status).toBe(404);
    strapi.answers['GET /api/home'] = 500;
    const broken = await visit('/en/');
    expect(broken.status).toBe(503);
    expect(html + broken.html).not.toContain('secret');
  });

  it.each([
    ['/en/nothing', 404],
    ['/fr/', 404],
    ['/en/products/..%2f..%2fetc', 404],
    ['/en/magazine?topic=nothing', 404],
    ['//evil.example/', 404],
    ['/en/letter', 405],
  ])('answers %s with %i, as a page', async (path, status) => {
    const answer = await visit(path);
    expect(answer.status).toBe(status);
    expect(answer.html).toContain('<h1>');
  });

  it('goes to the language that the browser prefers', async () => {
    const { status, headers } = await visit('/', {
      headers: { 'accept-language': 'fr, de;q=0.8, en;q=0.5' },
    });
    expect([status, headers.get('location'), headers.get('vary')]).toEqual([303, '/de/', 'Accept-Language']);
  });
});

describe('consent', () => {
  it('stores nothing when it was refused, and takes away what was stored before', async () => {
    const { cookies } = await visit('/en/', {
      headers: { cookie: `demo-visitor=consent-refused; shop-visitor=${BROWSER}; shop-memory=e30` },
    });
    expect(cookies).toEqual([
      'shop-visitor=; Path=/; SameSite=Lax; HttpOnly; Max-Age=0',
      'shop-memory=; Path=/; SameSite=Lax; HttpOnly; Max-Age=0',
    ]);
    const [decide] = strapi.asked.filter(({ path }) => path === '/api/contextual/decide');
    expect(decide?.body.context).toMatchObject({
      consent: { personalization: false },
      unit: { kind: 'page-visit' },
    });
    expect(decide?.body.context).not.toHaveProperty('interests');
  });

  it('is refused by a browser that says so, whatever the switcher plays', async () => {
    const { cookies } = await visit('/en/', { headers: { cookie: '', 'sec-gpc': '1' } });
    expect(cookies).toEqual([]);
  });

  it('counts a click of a page visit for the page that it was on', async () => {
    const refused = { headers: { cookie: 'demo-visitor=consent-refused' } };
    const { html } = await visit('/en/', refused);
    const link = html.split('class="action" href="')[1]?.split('"')[0]?.replaceAll('&amp;', '&') ?? '';
    const followed = await visit(link, refused);
    expect(followed.headers.get('location')).toBe('/en/products/aurora-55?sent=interaction.accepted');
    const [exposure, interaction] = sent();
    expect(interaction).toMatchObject({ type: 'interaction', unit: exposure.unit });
  });
});

describe('what people do', () => {
  const form = (fields: Record<string, string>, headers = {}) => ({
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  });

  it('sends nobody to another site', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { headers } = await visit(`/en/go?${new URLSearchParams({ to, type: 'x', id: 'y' })}`);
      expect(headers.get('location')).toBe('/en/');
      const letter = await visit('/en/letter', form({ back: to }));
      expect(letter.headers.get('location')).toBe('/en/?sent=letter.accepted');
    }
  });

  it('does nothing for a form of another site', async () => {
    const { status } = await visit('/en/letter', form({}, { 'sec-fetch-site': 'cross-site' }));
    expect([status, sent()]).toEqual([403, []]);
    const old = await visit('/demo/visitor', {
      ...form({ visitor: 'hiker' }),
      headers: { origin: 'https://evil.example' },
    });
    expect([old.status, old.cookies]).toEqual([403, []]);
  });

  it('says when an event was not taken or could not be sent', async () => {
    strapi.answers['POST /api/contextual/collect'] = {
      data: [{ id: '1', status: 'rejected', code: 'goal' }],
    };
    const refused = await visit('/en/letter', form({ back: '/en/' }));
    expect(refused.headers.get('location')).toBe('/en/?sent=letter.refused');
    strapi.answers['POST /api/contextual/collect'] = 503;
    const away = await visit('/en/letter', form({ back: '/en/' }));
    expect(away.headers.get('location')).toBe('/en/?sent=letter.away');
    expect((await visit('/en/?sent=letter.away')).html).toContain('could not be sent');
    expect((await visit('/en/?sent=<b>.<b>')).html).not.toContain('data-sent');
  });

  it('switches to known visitors only', async () => {
    const { cookies } = await visit('/demo/visitor', form({ visitor: 'hiker', back: '/de/?sent=a.b' }));
    expect(cookies[0]).toBe('demo-visitor=hiker; Path=/; SameSite=Lax');
    expect((await visit('/demo/visitor', form({ visitor: 'constructor' }))).cookies).toEqual([]);
  });
});
