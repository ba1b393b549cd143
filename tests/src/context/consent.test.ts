import { ATTRIBUTE_CATALOGUE, catalogueWith } from '../../../src/context/attribute-catalogue';
import { hasConsent, withoutStored } from '../../../src/context/consent';
import type { VisitorContext } from '../../../src/model/visitor-context';

describe('consent to personalization', () => {
  it.each<[VisitorContext, boolean]>([
    [{ consent: { personalization: true } }, true],
    [{ consent: { personalization: true, gpc: false } }, true],
    [{ consent: { personalization: true, gpc: true } }, false],
    [{ consent: { personalization: false } }, false],
    [{ consent: { analytics: true } }, false],
    [{}, false],
    [Object.create({ consent: { personalization: true } }) as VisitorContext, false],
  ])('of %j is %p', (context, consents) => expect(hasConsent(context)).toBe(consents));

  const inheriting = (inherited: object, own: object = {}): VisitorContext => ({
    consent: Object.assign(Object.create(inherited) as object, own),
  });
  const throwing = {
    get gpc(): boolean {
      throw new Error('cannot be read');
    },
  };

  it.each<[string, VisitorContext, boolean]>([
    ['an inherited yes', inheriting({ personalization: true }), false],
    ['a yes with an inherited signal', inheriting({ gpc: true }, { personalization: true }), true],
    ['a yes with a signal that cannot be read', inheriting(throwing, { personalization: true }), false],
    ['a list', { consent: [{ personalization: true }] } as unknown as VisitorContext, false],
    ['a text', { consent: 'yes' } as unknown as VisitorContext, false],
    ['nothing', undefined as unknown as VisitorContext, false],
  ])('of %s is as it should be', (_name, context, consents) => expect(hasConsent(context)).toBe(consents));

  it('of a proxy that answers for more than it has is none', () => {
    const yes = (key: string, value: unknown): object =>
      new Proxy({}, { get: (own, asked) => (asked === key ? value : Reflect.get(own, asked)) });
    expect(hasConsent({ consent: yes('personalization', true) as never })).toBe(false);
    expect(hasConsent(yes('consent', { personalization: true }) as never)).toBe(false);
  });

  it('is none where all objects were given a yes', () => {
    const given = { configurable: true, get: () => true };
    Object.defineProperty(Object.prototype, 'personalization', given);
    try {
      expect(hasConsent({ consent: {} })).toBe(false);
      expect(hasConsent({ consent: { personalization: true } })).toBe(true);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'personalization');
    }
  });

  it('of a proxy that is revoked is none', () => {
    const { proxy, revoke } = Proxy.revocable<VisitorContext>({ consent: { personalization: true } }, {});
    expect(hasConsent(proxy)).toBe(true);
    revoke();
    expect(hasConsent(proxy)).toBe(false);
  });
});

describe('a context without what is stored', () => {
  const context: VisitorContext = {
    unit: { kind: 'page-visit', id: 'p1' },
    consent: { personalization: false },
    userId: 'u1',
    locale: 'de',
    page: { path: '/tv', query: { a: 'b' } },
    campaign: { name: 'spring' },
    session: { count: 3, isReturning: true, pageViews: 2, landingPage: '/' },
    traits: { plan: 'gold', region: 'north' },
    interests: { visit: { tv: 2 }, lasting: { hiking: 5 }, at: '2026-03-01T10:00:00Z' },
    history: { purchase: { count: 1 }, tag: { tv: { views7d: 3 } }, seen: { x1: 2 }, odd: { other: 1 } },
    firstTouch: { campaign: 'spring' },
    audiences: ['vip'],
  };

  it('keeps the request, this visit, the unit and the consent', () => {
    expect({ ...withoutStored(context, ATTRIBUTE_CATALOGUE) }).toEqual({
      unit: { kind: 'page-visit', id: 'p1' },
      consent: { personalization: false },
      locale: 'de',
      page: { path: '/tv', query: { a: 'b' } },
      campaign: { name: 'spring' },
      session: { pageViews: 2, landingPage: '/' },
      interests: { visit: { tv: 2 }, lasting: {}, at: '2026-03-01T10:00:00Z' },
    });
  });

  it('leaves the original as it was', () => {
    const before = JSON.stringify(context);
    withoutStored(context, ATTRIBUTE_CATALOGUE);
    expect(JSON.stringify(context)).toBe(before);
  });

  it('drops what nobody declared, and everything stored also where the catalogue is empty', () => {
    const odd = { ...context, secret: { note: 'x' } };
    expect({ ...withoutStored(odd, []) }).toEqual({ ...withoutStored(context, ATTRIBUTE_CATALOGUE) });
  });

  it('drops interests of which nobody knows whether they are of this visit', () => {
    expect(withoutStored({ interests: { tv: 1 } } as unknown as VisitorContext)).not.toHaveProperty(
      'interests',
    );
  });

  it('lets the particular declaration of a trait decide', () => {
    const catalogue = catalogueWith([{ path: 'traits.region', type: 'string', consent: 'request' }]);
    expect(withoutStored(context, catalogue).traits).toEqual(
      Object.assign(Object.create(null), { region: 'north' }),
    );
  });

  it('is total', () => {
    for (const odd of [null, undefined, 5, 'x', [1]]) {
      expect({ ...withoutStored(odd as unknown as VisitorContext) }).toEqual({});
    }
  });
});
