import type { Variant } from '../../../../src/model/experience';
import {
  content,
  engineOf,
  experience,
  NOW,
  stranger,
  unitWhere,
  variant,
  visitor,
} from '../../manifest/records';

const german = stranger({ location: { country: 'DE' }, channel: 'web' });

describe('eligible, in relevance', () => {
  const ask = (over: Partial<Variant>, locale?: string, context = german) => {
    const engine = engineOf([
      experience('x', { variants: [variant('a', { audiences: ['german'], ...over })] }),
    ]);
    const explanation = engine.explain('x', { context, now: NOW, ...(locale && { locale }) });
    return [
      explanation.decision.variant,
      explanation.trace.find(({ step }) => step === 'eligible')?.details?.a,
    ];
  };

  it('a variant that is switched off is out', () => {
    expect(ask({ enabled: false })).toEqual(['base', 'switched-off']);
  });

  it('a variant needs published content in the locale, for one entry at least', () => {
    const contents = [content('a1', ['title'], 'de'), content('a2', ['title'], 'en')];
    expect(ask({ contents }, 'en')).toEqual(['a', 'audience-matched']);
    expect(ask({ contents }, 'fr')).toEqual(['base', 'no-content-in-locale']);
    expect(ask({ contents: [] }, 'en')).toEqual(['base', 'no-content-in-locale']);
  });

  it('content of a type that is not localised is there in every locale', () => {
    expect(ask({ contents: [content('home')] }, 'fr')).toEqual(['a', 'audience-matched']);
  });

  it('a variant for channels needs one of them', () => {
    expect(ask({ channels: ['app', 'web'] })).toEqual(['a', 'audience-matched']);
    expect(ask({ channels: ['app'] })).toEqual(['base', 'other-channel']);
    expect(ask({ channels: ['app'] }, undefined, stranger({ location: { country: 'DE' } }))[1]).toBe(
      'other-channel',
    );
  });

  it('a variant for audiences needs one of them', () => {
    expect(ask({ audiences: ['mobile', 'german'] })[0]).toBe('a');
    expect(ask({ audiences: ['mobile'] })).toEqual(['base', 'no-audience-matched']);
  });
});

describe('eligible, in split', () => {
  const ranges = [
    { variant: 'base', from: 0, to: 3_000 },
    { variant: 'a', from: 3_000, to: 6_000 },
    { variant: 'b', from: 6_000, to: 10_000 },
  ];
  const contents = [content('a1', ['title'], 'en'), content('a1', ['title'], 'de')];
  const split = (b: Partial<Variant>) =>
    engineOf([
      experience('x', {
        selection: 'split',
        ranges,
        variants: [variant('a', { contents }), variant('b', { contents, ...b })],
      }),
    ]);

  it('a locale in which one variant has no content takes no part, for any unit', () => {
    const engine = split({ contents: [content('a1', ['title'], 'en')] });
    for (let n = 0; n < 50; n += 1) {
      expect(engine.decide('x', { context: visitor(`u${n}`), now: NOW, locale: 'en' }).reason).toBe('split');
      expect(engine.decide('x', { context: visitor(`u${n}`), now: NOW, locale: 'de' })).toMatchObject({
        variant: 'base',
        reason: 'base-no-match',
      });
    }
  });

  it('a channel that one variant does not fit takes no part either', () => {
    const engine = split({ channels: ['app'] });
    const reasonOn = (channel: string) =>
      engine.decide('x', { context: visitor('u', { channel }), now: NOW, locale: 'en' }).reason;
    expect([reasonOn('app'), reasonOn('web')]).toEqual(['split', 'base-no-match']);
  });

  it('a variant without a share is not waited for', () => {
    const engine = engineOf([
      experience('x', {
        selection: 'split',
        ranges: [
          { variant: 'base', from: 0, to: 5_000 },
          { variant: 'a', from: 5_000, to: 10_000 },
        ],
        variants: [variant('a', { contents }), variant('b', { contents: [] })],
      }),
    ]);
    expect(engine.decide('x', { context: visitor('u'), now: NOW, locale: 'en' }).reason).toBe('split');
  });

  it('units of a variant that is switched off get base until its ranges are given away', () => {
    const on = split({});
    const engine = split({ enabled: false });
    const ask = (id: string) => ({ context: visitor(id), now: NOW, locale: 'en' });
    const ofB = unitWhere((id) => on.decide('x', ask(id)).variant === 'b');
    const ofA = unitWhere((id) => on.decide('x', ask(id)).variant === 'a');
    expect(engine.decide('x', ask(ofB))).toMatchObject({ variant: 'base', reason: 'base-no-match' });
    expect(engine.decide('x', ask(ofA))).toMatchObject({ variant: 'a', reason: 'split' });
  });

  it('audiences that slipped onto a variant do not bend its share', () => {
    const on = split({});
    const engine = split({ audiences: ['german'] });
    for (let n = 0; n < 50; n += 1) {
      const ask = { context: visitor(`u${n}`), now: NOW, locale: 'en' };
      expect(engine.decide('x', ask)).toEqual(on.decide('x', ask));
    }
  });

  it('nobody takes part before shares are given', () => {
    const engine = engineOf([experience('x', { selection: 'split', ranges: [], variants: [variant('a')] })]);
    expect(engine.decide('x', { context: visitor(), now: NOW }).reason).toBe('base-no-match');
  });
});
