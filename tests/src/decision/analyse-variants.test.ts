import { ATTRIBUTE_CATALOGUE } from '../../../src/context/attribute-catalogue';
import { analyseVariants, type VariantAnalysisOptions } from '../../../src/decision/analyse-variants';
import type { Audience } from '../../../src/model/audience';
import type { Experience, Variant } from '../../../src/model/experience';
import { describeFinding } from '../../../src/decision/describe-finding';
import { content, experience, variant } from '../manifest/records';

const AUDIENCES: readonly Audience[] = [
  { code: 'dach', name: 'DACH', rule: { 'location.country': ['DE', 'AT', 'CH'] } },
  { code: 'german', name: 'Germany', rule: { 'location.country': 'DE' } },
  { code: 'alpine', name: 'Alps', rule: { 'location.country': ['AT', 'CH'] } },
  { code: 'app', name: 'In the app', rule: { channel: 'app' } },
  { code: 'impossible', name: 'Nobody', rule: { 'session.count': { $gte: 5, $lt: 3 } } },
  { code: 'backwards', name: 'Less than none', rule: { 'session.count': { $lt: 0 } } },
  { code: 'none-or-one', name: 'At most one visit', rule: { 'session.count': [0, 1] } },
  { code: 'several', name: 'Two visits and more', rule: { 'session.count': { $gte: 2 } } },
  { code: 'counted', name: 'Visits are counted', rule: { 'session.count': { $notNull: true } } },
  { code: 'everyone', name: 'Everyone', rule: {} },
  { code: 'broken', name: 'Broken', rule: { nonsense: 1 } },
];
const OPTIONS: VariantAnalysisOptions = {
  catalogue: ATTRIBUTE_CATALOGUE,
  tagGroups: new Map([
    ['tv', 'topic'],
    ['hiking', 'topic'],
    ['ready-to-buy', 'stage'],
  ]),
  affinityLead: 0.1,
};

/** Variants in the order given. */
const findings = (
  variants: readonly Variant[],
  over: Partial<Experience> = {},
  options: Partial<VariantAnalysisOptions> = {},
) =>
  analyseVariants(
    experience('x', { variants: variants.map((one, order) => ({ ...one, order })), ...over }),
    AUDIENCES,
    { ...OPTIONS, ...options },
  );
const on = (code: string, audiences: string[], over: Partial<Variant> = {}) =>
  variant(code, { audiences, ...over });
const likes = (tag: string, weight = 100) => [{ tag, weight }];

describe('a variant is dead', () => {
  it('where nobody can be in any of its audiences', () => {
    expect(findings([on('a', ['impossible']), on('b', ['impossible', 'german'])])).toMatchObject([
      {
        code: 'variant-dead',
        variant: 'a',
        reason: { code: 'conditions-exclude', attributes: ['session.count'] },
      },
    ]);
  });

  it('where nobody in its audiences takes part', () => {
    expect(findings([on('a', ['german'])], { audiences: ['alpine'] })).toMatchObject([
      { code: 'variant-dead', variant: 'a', reason: { attributes: ['location.country'] } },
    ]);
    expect(findings([on('a', ['german'])], { audiences: ['alpine', 'dach'] })).toEqual([]);
  });

  it('where nobody in its audiences has its channel', () => {
    expect(findings([on('a', ['app'], { channels: ['web', 'email'] })])).toMatchObject([
      { code: 'variant-dead', reason: { attributes: ['channel'] } },
    ]);
    expect(findings([on('a', ['app'], { channels: ['web', 'app'] })])).toEqual([]);
  });

  it('as far as can be expected, where only values that nobody should send would match', () => {
    expect(findings([on('a', ['backwards'])])).toMatchObject([
      { code: 'variant-dead', reason: { code: 'unexpected-values-only' } },
    ]);
  });

  it('where none of its audiences can be read', () => {
    expect(findings([on('a', ['broken', 'gone'])])).toEqual([
      { code: 'variant-dead', variant: 'a', reason: { code: 'rule-invalid' } },
    ]);
  });

  it('together with all others where nobody takes part, in a test as well', () => {
    for (const selection of ['relevance', 'split'] as const) {
      expect(findings([on('a', [])], { selection, audiences: ['impossible'] })).toMatchObject([
        { code: 'nobody-takes-part', reason: { code: 'conditions-exclude' } },
      ]);
    }
  });
});

describe('a variant is shadowed', () => {
  it('by earlier ones that everyone in its audiences matches, by those that are needed', () => {
    expect(findings([on('a', ['dach']), on('b', ['german'])])).toEqual([
      { code: 'variant-shadowed', variant: 'b', by: ['a'], because: 'order', certain: true },
    ]);
    expect(findings([on('a', ['german']), on('i', ['app']), on('b', ['alpine']), on('c', ['dach'])])).toEqual(
      [{ code: 'variant-shadowed', variant: 'c', by: ['a', 'b'], because: 'order', certain: true }],
    );
  });

  it('not by later ones, nor by narrower ones', () => {
    expect(findings([on('b', ['german']), on('a', ['dach'])])).toEqual([]);
    expect(findings([on('a', ['german']), on('b', ['dach'])])).toEqual([]);
  });

  it('only as far as takes part', () => {
    expect(findings([on('a', ['german']), on('b', ['dach'])], { audiences: ['german'] })).toMatchObject([
      { code: 'variant-shadowed', variant: 'b', by: ['a'] },
    ]);
  });

  it('not by one of another channel, of another locale, or that is switched off', () => {
    const b = on('b', ['german']);
    expect(findings([on('a', ['dach'], { channels: ['email'] }), b])).toEqual([]);
    expect(findings([on('a', ['dach'], { contents: [content('a1', ['title'], 'de')] }), b])).toEqual([]);
    expect(findings([on('a', ['dach'], { enabled: false }), b])).toEqual([]);
    expect(findings([on('a', ['dach'], { contents: [] }), b])).toEqual([]);
  });

  it('where another one stands before it in each locale', () => {
    const inLocale = (...locales: string[]) => ({
      contents: locales.map((locale) => content('a1', ['title'], locale)),
    });
    const german = on('a', ['dach'], inLocale('de'));
    const english = on('b', ['everyone'], inLocale('en'));
    expect(findings([german, english, on('c', ['german'], inLocale('de', 'en'))])).toEqual([
      { code: 'variant-shadowed', variant: 'c', by: ['a', 'b'], because: 'order', certain: true },
    ]);
    expect(findings([german, english, on('c', ['german'], inLocale('de', 'en', 'fr'))])).toEqual([]);
    expect(findings([german, english, on('c', ['german'])])).toEqual([]);
  });

  it('not where its interests can lead those of the earlier one', () => {
    const a = on('a', ['dach']);
    expect(findings([a, on('b', ['german'], { interests: likes('tv') })])).toEqual([]);
    expect(findings([a, on('b', ['german'], { interests: likes('ready-to-buy') })])).toHaveLength(1);
    const both = { interests: [...likes('tv', 50), ...likes('hiking', 50)] };
    expect(findings([on('a', ['dach'], both), on('b', ['german'], both)])).toHaveLength(1);
    expect(findings([on('a', ['dach'], both), on('b', ['german'], { interests: likes('tv', 1) })])).toEqual(
      [],
    );
  });

  it('where its interests lead by less than counts', () => {
    const a = on('a', ['dach'], { interests: [...likes('tv', 95), ...likes('hiking', 5)] });
    const b = on('b', ['german'], { interests: likes('tv') });
    expect(findings([a, b])).toMatchObject([{ code: 'variant-shadowed', variant: 'b' }]);
    expect(findings([a, b], {}, { affinityLead: 0.04 })).toEqual([]);
    expect(findings([a, b], {}, { affinityLead: 0 })).toEqual([]);
    expect(findings([on('a', ['dach']), on('b', ['german'])], {}, { affinityLead: 0 })).toHaveLength(1);
  });

  it('without audiences: by any variant with one that all match, wherever it stands', () => {
    const open = variant('open', { interests: likes('tv') });
    expect(findings([open, on('a', ['everyone'])])).toEqual([
      { code: 'variant-shadowed', variant: 'open', by: ['a'], because: 'audience', certain: true },
    ]);
    expect(findings([open, on('a', ['german'])])).toEqual([]);
    expect(findings([open, on('a', ['german'])], { audiences: ['german'] })).toHaveLength(1);
  });

  it('without audiences: by an earlier one of the same interests', () => {
    const open = (code: string, tag: string) => variant(code, { interests: likes(tag) });
    expect(findings([open('a', 'tv'), open('b', 'tv')])).toEqual([
      { code: 'variant-shadowed', variant: 'b', by: ['a'], because: 'order', certain: true },
    ]);
    expect(findings([open('a', 'tv'), open('b', 'hiking')])).toEqual([]);
  });

  it('as far as can be expected, where only values that nobody should send escape', () => {
    const counts = [on('a', ['none-or-one']), on('b', ['several']), on('c', ['counted'])];
    expect(findings(counts)).toEqual([
      { code: 'variant-shadowed', variant: 'c', by: ['a', 'b'], because: 'order', certain: false },
    ]);
  });

  it('never in a test, where everyone can get every variant', () => {
    expect(findings([on('a', ['dach']), on('b', ['german'])], { selection: 'split' })).toEqual([]);
  });
});

it('each question has steps of its own, and what is spent is taken from the whole', () => {
  const variants = [on('a', ['dach']), on('b', ['german'])];
  const budget = { left: 1_000 };
  expect(findings(variants, {}, { budget })).toHaveLength(1);
  expect(budget.left).toBeLessThan(1_000);
  expect(budget.left).toBeGreaterThan(0);
  const cause = 'too-many-steps';
  expect(findings(variants, {}, { stepsEach: 1 })).toContainEqual({
    code: 'variant-undecided',
    variant: 'b',
    cause,
  });
  expect(findings(variants, {}, { budget: { left: 0 } })).toContainEqual({
    code: 'variant-undecided',
    variant: 'a',
    cause,
  });
});

it('what cannot be told is said', () => {
  const rule = { 'page.path': { $vlte: '1.2', $startsWith: '5', $contains: 'DE' } };
  const audiences = [...AUDIENCES, { code: 'odd', name: 'Odd', rule }];
  const variants = [on('a', ['odd'])];
  expect(analyseVariants(experience('x', { variants }), audiences, OPTIONS)).toEqual([
    { code: 'variant-undecided', variant: 'a', cause: 'text-and-order' },
  ]);
});

it.each<[string, Variant[], Partial<Experience>, string, string]>([
  [
    'shadowed by order',
    [on('a', ['dach']), on('b', ['german'])],
    {},
    'Everyone who matches “b!” already matches “a!”, which stands before it: “b!” is never shown.',
    'Wer zu „b!“ gehört, gehört immer schon zu „a!“, und diese Variante steht davor: „b!“ wird nie ausgespielt.',
  ],
  [
    'shadowed by audience',
    [variant('o', { interests: likes('tv') }), on('a', ['everyone'])],
    {},
    'Everyone who could see “o!” matches “a!”, and variants with a matching audience come first: “o!” is never shown.',
    'Wer „o!“ sehen könnte, gehört zu „a!“, und Varianten mit passender Besuchergruppe gehen vor: „o!“ wird nie ausgespielt.',
  ],
  [
    'dead',
    [on('a', ['impossible'])],
    {},
    'The variant “a!” is never shown. Nobody can match: at least 5 visits and fewer than 3 visits exclude each other.',
    'Die Variante „a!“ wird nie ausgespielt. Niemand kann dazugehören: mindestens 5 Besuche und weniger als 3 Besuche schließen einander aus.',
  ],
  [
    'without anybody',
    [on('a', [])],
    { audiences: ['impossible'] },
    'Nobody takes part, so no variant is ever shown. Nobody can match: at least 5 visits and fewer than 3 visits exclude each other.',
    'Niemand nimmt teil, also wird nie eine Variante ausgespielt. Niemand kann dazugehören: mindestens 5 Besuche und weniger als 3 Besuche schließen einander aus.',
  ],
])('a finding is said in words: %s', (_name, variants, over, en, de) => {
  const [finding] = findings(variants, over);
  const names = { variantName: (code: string) => `${code}!` };
  expect(finding && [describeFinding(finding, 'en', names), describeFinding(finding, 'de', names)]).toEqual([
    en,
    de,
  ]);
});
