import { composeVariantKey, parseVariantKey } from '../../../src/decision/variant-key';
import { ARTICLE, engineOf, experience, HOME, NOW, variant } from '../manifest/records';

describe('composeVariantKey', () => {
  it('joins the non-base decisions, sorted, without repeats', () => {
    const decisions = [
      { experience: 'y', variant: 'b' },
      { experience: 'x', variant: 'base' },
      { experience: 'a', variant: 'z' },
      { experience: 'y', variant: 'b' },
    ];
    expect(composeVariantKey(decisions)).toBe('a.z~y.b');
    expect(composeVariantKey([{ experience: 'x', variant: 'base' }])).toBe('');
  });
});

describe('parseVariantKey', () => {
  it('reads back what was composed', () => {
    expect(parseVariantKey('a.z~y.b')).toEqual({
      parts: [
        { experience: 'a', variant: 'z' },
        { experience: 'y', variant: 'b' },
      ],
      ordered: true,
    });
    expect(parseVariantKey('')).toEqual({ parts: [], ordered: true });
  });

  it('takes the first of several parts for one experience', () => {
    expect(parseVariantKey('a.z~a.y').parts).toEqual([{ experience: 'a', variant: 'z' }]);
  });

  it.each([
    'y.b~a.z',
    'a.z~a.z',
    'a.z~',
    '~',
    'a',
    'a.',
    '.z',
    'a.z~a.y',
    'a.base',
    `${'a.z~'.repeat(40)}b.c`,
    'x'.repeat(5_000),
  ])('is total and never takes %.20j for canonical spelling', (key) => {
    expect(parseVariantKey(key).ordered).toBe(false);
  });
});

describe('resolveVariantKey', () => {
  const engine = engineOf([
    experience('a', { variants: [variant('on'), variant('off', { enabled: false })] }),
    experience('b', { variants: [variant('on', { contents: [] })] }),
    experience('page', {
      entries: [{ contentType: HOME, documentId: 'h' }],
      variants: [variant('on', { contents: [] })],
    }),
    experience('over', { variants: [variant('on', { contents: [] })], endsAt: '2026-01-01' }),
    experience('draft', { status: 'draft', variants: [variant('on')] }),
  ]);
  const a1 = { contentType: ARTICLE, documentId: 'a1' };
  const resolve = (key: string, scope: { contentType: string; documentId?: string } = a1) => {
    const { variants, canonical } = engine.resolveVariantKey(key, scope, NOW);
    return [[...variants].map((pair) => pair.join('.')).join(' '), canonical];
  };

  it('takes every part of a canonical key', () => {
    expect(resolve('a.on~b.on')).toEqual(['a.on b.on', true]);
    expect(resolve('')).toEqual(['', true]);
  });

  it.each([
    ['parts of other entries', 'a.on~page.on'],
    ['unknown experiences', 'a.on~nobody.on'],
    ['experiences that do not run', 'a.on~draft.on'],
    ['experiences whose time is over', 'a.on~over.on'],
    ['unknown variants', 'a.on~b.gone'],
    ['base, which no key names', 'a.on~b.base'],
  ])('drops %s, and does not call the key canonical', (_, key) => {
    expect(resolve(key)).toEqual(['a.on', false]);
  });

  it('takes an experience from its first moment until just before its last', () => {
    const [from, to] = ['2026-11-21T12:00:00Z', '2026-11-21T13:00:00Z'];
    const timed = engineOf([experience('t', { variants: [variant('on')], startsAt: from, endsAt: to })]);
    const size = (moment: number) => timed.resolveVariantKey('t.on', a1, moment).variants.size;
    expect([-1, 0].map((offset) => size(Date.parse(from) + offset))).toEqual([0, 1]);
    expect([-1, 0].map((offset) => size(Date.parse(to) + offset))).toEqual([1, 0]);
  });

  it('drops variants that are switched off', () => {
    expect(resolve('a.off')).toEqual(['', false]);
  });

  it('takes a wrong order for what it says, but not for canonical', () => {
    expect(resolve('b.on~a.on')).toEqual(['b.on a.on', false]);
  });

  it('in lists takes every experience of the content type', () => {
    expect(resolve('page.on', { contentType: HOME })).toEqual(['page.on', true]);
    expect(resolve('page.on', { contentType: ARTICLE })).toEqual(['', false]);
  });
});
