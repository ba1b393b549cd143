import { resolveVisitor } from '../../server/src/features/decisions';

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

const visitorOf = (headers: Record<string, string>) => {
  const resolved = resolveVisitor({
    context: {},
    headers,
    trustGeoHeaders: 'cloudflare',
    now: 0,
    drawId: () => 'drawn',
  });
  if (!resolved.ok) throw new Error('not resolved');
  return resolved.value;
};

describe('signals of a request', () => {
  it.each([
    ['the fetch of Node', { 'user-agent': 'node', 'sec-fetch-mode': 'cors', 'accept-language': '*' }],
    [
      'the fetch of Node that hands on its visitor’s agent',
      { 'user-agent': PHONE, 'sec-fetch-mode': 'cors' },
    ],
    ['a server that names an origin', { 'user-agent': 'node', origin: 'https://shop.example' }],
  ])('are not the visitor’s in %s', (_name, headers) => {
    const visitor = visitorOf({ ...headers, 'cf-ipcountry': 'DE', 'accept-language': 'de' });
    expect(visitor).not.toHaveProperty('locale');
    expect(visitor).not.toHaveProperty('device');
    expect(visitor).not.toHaveProperty('location');
  });

  it.each([
    [
      'a browser of today',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' },
    ],
    ['a browser without fetch metadata', { origin: 'https://shop.example' }],
  ])('are the visitor’s in %s', (_name, headers) => {
    const visitor = visitorOf({
      ...headers,
      'user-agent': PHONE,
      'accept-language': 'de',
      'cf-ipcountry': 'DE',
    });
    expect(visitor).toMatchObject({
      locale: 'de',
      device: { type: 'mobile' },
      location: { country: 'DE' },
    });
  });

  it('that ask for privacy count whoever sends them', () => {
    expect(visitorOf({ 'user-agent': 'node', 'sec-gpc': '1' }).consent).toMatchObject({ gpc: true });
  });
});
