import { mergeContext } from '../../../src/context/merge-context';
import { signalsToContext } from '../../../src/context/signals/signals-to-context';
import type { RequestSignals } from '../../../src/context/signals/request-signals';
import type { VisitorContext } from '../../../src/model/visitor-context';

const told = (signals: RequestSignals): unknown => JSON.parse(JSON.stringify(signalsToContext(signals)));
const header = (name: string, value: unknown): unknown => told({ headers: { [name]: value } });

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.2849.80';
const ANDROID_TABLET =
  'Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const TELEVISION =
  'Mozilla/5.0 (Linux; Android 12; BRAVIA 4K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/100.0.0.0 Safari/537.36 SMART-TV';
const CRAWLER = 'Mozilla/5.0 (compatible; Examplebot/2.1; +http://example.org/bot.html)';

describe('what a request tells by itself', () => {
  it('is nothing when it says nothing', () => expect(told({})).toEqual({}));

  it('is the campaign in the address of the page', () => {
    const pageUrl =
      'https://shop.example.org/tv?utm_source=mail&utm_campaign=spring%20sale&utm_medium=&q=1#top';
    expect(told({ pageUrl })).toMatchObject({
      campaign: { source: 'mail', name: 'spring sale' },
      page: { path: '/tv', host: 'shop.example.org', query: { q: '1' } },
    });
    expect(told({ query: { utm_source: ['a', 'b'], utm_term: { $ne: 1 } } })).toEqual({
      campaign: { source: 'a' },
    });
  });

  it.each<[string, string, string | undefined]>([
    ['https://www.google.co.uk/search?q=tv', 'search', 'www.google.co.uk'],
    ['https://mail.google.com/', 'email', 'mail.google.com'],
    ['https://t.co/abc', 'social', 't.co'],
    ['https://t.example.org/abc', 'other', 't.example.org'],
    ['https://shop.example.org/a', 'internal', 'shop.example.org'],
    ['https://user:pw@news.example.org:8080/x', 'other', 'news.example.org'],
    ['', 'direct', undefined],
  ])('is the origin of the visitor: %p is %p', (referrer, type, name) => {
    expect(told({ referrer, pageUrl: 'https://shop.example.org/' })).toMatchObject({
      referrer: name === undefined ? { type } : { type, name },
    });
  });

  it('is no origin when the referrer is unreadable', () =>
    expect(told({ referrer: 'nonsense' })).toEqual({}));

  it.each<[unknown, unknown]>([
    ['de-AT,de;q=0.9,en;q=0.8', { locale: 'de-AT' }],
    ['en;q=0.5, fr;q=0.8', { locale: 'fr' }],
    ['*', {}],
    ['de;q=0', {}],
    ['<script>', {}],
    [5, {}],
  ])('is the language: %p gives %j', (value, context) =>
    expect(header('accept-language', value)).toEqual(context),
  );

  it.each<[string, unknown]>([
    [
      IPHONE,
      { device: { type: 'mobile' }, os: { name: 'iOS' }, browser: { name: 'Safari', version: '18.0' } },
    ],
    [
      EDGE,
      {
        device: { type: 'desktop' },
        os: { name: 'Windows' },
        browser: { name: 'Edge', version: '130.0.2849.80' },
      },
    ],
    [
      ANDROID_TABLET,
      {
        device: { type: 'tablet' },
        os: { name: 'Android' },
        browser: { name: 'Chrome', version: '130.0.0.0' },
      },
    ],
    [
      TELEVISION,
      { device: { type: 'tv' }, os: { name: 'Android' }, browser: { name: 'Chrome', version: '100.0.0.0' } },
    ],
    [CRAWLER, { device: { type: 'bot' } }],
  ])('is the device: %s', (userAgent, context) => expect(header('user-agent', userAgent)).toEqual(context));

  it('is the device of client hints before that of the user agent', () => {
    const headers = {
      'user-agent': ANDROID_TABLET,
      'sec-ch-ua-mobile': '?1',
      'sec-ch-ua-platform': '"Chrome OS"',
    };
    expect(told({ headers })).toMatchObject({ device: { type: 'mobile' }, os: { name: 'ChromeOS' } });
  });

  it('is what the browser prefers', () => {
    const headers = {
      'sec-ch-prefers-color-scheme': '"dark"',
      'sec-ch-prefers-reduced-motion': '"reduce"',
      'save-data': 'on',
      ect: '3g',
    };
    expect(told({ headers })).toEqual({
      preferences: { colorScheme: 'dark', reducedMotion: true, saveData: true },
      network: { effectiveType: '3g' },
    });
  });

  it('is a wish for privacy', () => {
    expect(header('sec-gpc', '1')).toEqual({ consent: { gpc: true } });
    expect(header('dnt', '1')).toEqual({ consent: { gpc: true } });
    expect(header('dnt', '0')).toEqual({});
  });

  it('is the place, from a trusted network only', () => {
    const headers = {
      'cf-ipcountry': 'de',
      'cf-ipcity': 'K%C3%B6ln',
      'cf-iplatitude': '50.9',
      'cf-timezone': 'Europe/Berlin',
      'x-vercel-ip-country': 'FR',
    };
    expect(told({ headers })).toEqual({});
    expect(told({ headers, trustGeoHeaders: 'cloudflare' })).toEqual({
      location: { country: 'DE', city: 'Köln', latitude: 50.9 },
      timezone: 'Europe/Berlin',
    });
    expect(told({ headers: { 'cf-ipcountry': 'T1' }, trustGeoHeaders: 'cloudflare' })).toEqual({});
  });

  it('survives an address of ten thousand parameters without losing the wish for privacy', () => {
    const pageUrl = `/tv?${Array.from({ length: 10_000 }, (_, index) => `p${index}=1`).join('&')}`;
    expect(told({ pageUrl, headers: { 'sec-gpc': '1' } })).toMatchObject({
      consent: { gpc: true },
      page: { path: '/tv' },
    });
  });
});

describe('what is said and what is seen', () => {
  const merge = (explicit: VisitorContext, seen: VisitorContext): unknown =>
    JSON.parse(JSON.stringify(mergeContext(explicit, seen)));

  it('are joined, and what is said wins', () => {
    expect(
      merge(
        { locale: 'fr', page: { path: '/a' } },
        { locale: 'de', page: { path: '/b', host: 'h' }, device: { type: 'tv' } },
      ),
    ).toEqual({ locale: 'fr', page: { path: '/a', host: 'h' }, device: { type: 'tv' } });
  });

  it('are not mixed to a place or a campaign that does not exist', () => {
    expect(
      merge(
        { location: { country: 'DE' }, campaign: { name: 'spring' } },
        { location: { country: 'CH', city: 'Bern' }, campaign: { source: 'mail' } },
      ),
    ).toEqual({ location: { country: 'DE' }, campaign: { name: 'spring' } });
  });

  it('cannot talk a wish for privacy away', () => {
    expect(merge({ consent: { personalization: true, gpc: false } }, { consent: { gpc: true } })).toEqual({
      consent: { personalization: true, gpc: true },
    });
  });
});
