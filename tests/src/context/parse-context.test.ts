import { parseContext } from '../../../src/context/parse-context';
import { inheritedKeys } from '../../support/inherited-keys';

const parsed = (input: unknown, now?: number): unknown => {
  const result = parseContext(input, now === undefined ? {} : { now });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return JSON.parse(JSON.stringify(result.value));
};

const refusal = (input: unknown): unknown => {
  const result = parseContext(input);
  return result.ok ? undefined : result.error.map(({ code }) => code);
};

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
};

describe('a visitor context is read at the edge', () => {
  it('with all that decisions need', () => {
    const context = {
      unit: { kind: 'visitor', id: 'v1' },
      consent: { personalization: true, gpc: false },
      userId: 'u1',
      page: { path: '/tv', query: { a: 'b' } },
      location: { country: 'DE', latitude: 52.5 },
      session: { count: 3, isReturning: true },
      traits: { plan: 'gold', seats: 5, tags: ['a'] },
      interests: { visit: { tv: 2 }, lasting: { hiking: 5 }, at: '2026-03-01T10:00:00Z' },
      history: { purchase: { count: 1, daysSince: 4 }, tag: { tv: { views7d: 3 } }, seen: { x1: 2 } },
      firstTouch: { campaign: 'spring', referrer: 'example.org' },
      audiences: ['vip'],
    };
    expect(parsed(context)).toEqual(context);
  });

  it('as a new structure that inherits nothing', () => {
    const result = parseContext({
      page: { query: { a: 'b' } },
      interests: { visit: {}, lasting: {}, at: '2026-03-01' },
    });
    if (!result.ok) throw new Error('refused');
    for (const object of [
      result.value,
      result.value.page,
      result.value.page?.query,
      result.value.interests?.visit,
    ]) {
      expect(inheritedKeys(object)).toEqual([]);
    }
  });

  it('without known attributes of a wrong type, and with the rest', () => {
    expect(
      parsed({
        locale: 5,
        location: 'Berlin',
        session: { count: 'many', pageViews: '3', isReturning: 'yes' },
        browser: { name: 'Firefox', version: 'newest' },
        device: { type: ['mobile'] },
        consent: { personalization: 'true' },
        page: { title: 'x'.repeat(257), path: '/a' },
        audiences: 'vip',
        unit: { kind: 'person', id: 'p' },
        channel: 'web',
      }),
    ).toEqual({
      session: { pageViews: 3 },
      browser: { name: 'Firefox' },
      page: { path: '/a' },
      channel: 'web',
    });
  });

  it('with flat names of other tools in their place and unknown ones as traits', () => {
    expect(
      parsed({
        country: 'de',
        city: 'Bern',
        utm_source: 'mail',
        utmCampaign: 'spring',
        deviceType: 'tablet',
        browser: 'Firefox',
        url: 'https://shop.example.org/tv?size=55',
        targetingKey: 'v9',
        plan: 'gold',
        seats: 5,
        nested: { a: 1 },
        now: '2030-01-01',
        ip: '192.0.2.1',
      }),
    ).toEqual({
      unit: { kind: 'visitor', id: 'v9' },
      location: { country: 'DE', city: 'Bern' },
      campaign: { source: 'mail', name: 'spring' },
      device: { type: 'tablet' },
      browser: { name: 'Firefox' },
      page: {
        url: 'https://shop.example.org/tv?size=55',
        path: '/tv',
        host: 'shop.example.org',
        query: { size: '55' },
      },
      traits: { plan: 'gold', seats: 5 },
    });
  });

  it('where the proper place wins over a flat name', () => {
    expect(parsed({ country: 'FR', location: { country: 'DE' }, plan: 'a', traits: { plan: 'b' } })).toEqual({
      location: { country: 'DE' },
      traits: { plan: 'b' },
    });
  });

  it('with path and host of a page whose address is too long to be compared', () => {
    expect(parsed({ page: { url: `https://example.org/tv?q=${'x'.repeat(300)}` } })).toMatchObject({
      page: { path: '/tv', host: 'example.org' },
    });
  });

  it('with a profile dated now where it brings no date, and without one that cannot be dated', () => {
    expect(parsed({ interests: { visit: { tv: 1 } } }, 0)).toEqual({
      interests: { visit: { tv: 1 }, lasting: {}, at: '1970-01-01T00:00:00.000Z' },
    });
    expect(parsed({ interests: { visit: { tv: 1 } } })).toEqual({});
    expect(parsed({ interests: { visit: { tv: 1 }, at: 'yesterday' } }, 0)).toEqual({});
  });

  it('with positive finite scores only, the strongest 200 of them', () => {
    const visit = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`t${index}`, index + 1]));
    const context = parsed({
      interests: { visit, lasting: { a: -1, b: 'x', c: null, d: 2 }, at: '2026-03-01' },
    });
    const { interests } = context as { interests: { visit: Record<string, number>; lasting: object } };
    expect(Object.keys(interests.visit)).toHaveLength(200);
    expect(interests.visit).toHaveProperty('t299', 300);
    expect(interests.visit).not.toHaveProperty('t99');
    expect(interests.lasting).toEqual({ d: 2 });
  });

  it('without any key that reaches a prototype', () => {
    const input = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"traits":{"__proto__":"x","prototype":1,"ok":1},' +
        '"history":{"__proto__":{"count":1}},"interests":{"visit":{"__proto__":5,"tv":1},"lasting":{},"at":"2026-03-01"}}',
    ) as unknown;
    expect(parsed(input)).toEqual({
      traits: { ok: 1 },
      interests: { visit: { tv: 1 }, lasting: {}, at: '2026-03-01' },
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('without numbers that are none', () => {
    expect(
      parsed({
        session: { count: Number.NaN, pageViews: Infinity, durationMs: '1e999' },
        screen: { width: -0 },
      }),
    ).toEqual({
      screen: { width: 0 },
    });
  });
});

describe('a context is refused as a whole only', () => {
  it.each([[null], [undefined], [5], ['text'], [[]], [true]])('when it is no object: %p', (input) => {
    expect(refusal(input)).toEqual(['context-malformed']);
  });

  it('when it is nested too deep, whatever its depth', () => {
    expect(refusal(deep(6))).toBeUndefined();
    expect(refusal(deep(7))).toEqual(['context-too-deep']);
    expect(refusal(deep(10_000))).toEqual(['context-too-deep']);
    expect(refusal({ traits: { a: [[[[[[1]]]]]] } })).toEqual(['context-too-deep']);
  });

  it('when it has too many keys, on one level or together', () => {
    const wide = (count: number): unknown =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]));
    expect(refusal(wide(1_000))).toBeUndefined();
    expect(refusal(wide(1_001))).toEqual(['context-too-large']);
    expect(refusal(wide(100_000))).toEqual(['context-too-large']);
    expect(refusal({ a: wide(500), b: wide(500) })).toEqual(['context-too-large']);
  });

  it('but not for a long list, which is dropped', () => {
    expect(parsed({ audiences: Array.from({ length: 201 }, () => 'a'), channel: 'web' })).toEqual({
      channel: 'web',
    });
  });
});
