import type { EntryRef } from '../../../src/model/entry-ref';
import {
  ARTICLE,
  content,
  engineOf,
  experience,
  HOME,
  likes,
  NOW,
  stranger,
  variant,
  visitor,
} from './records';

const german = stranger({ location: { country: 'DE' } });
const a1 = { contentType: ARTICLE, documentId: 'a1' };
const home = { contentType: HOME, documentId: 'h' };

describe('decideMany', () => {
  const engine = engineOf([
    experience('both', {
      startedAt: '2026-01-01',
      entries: [a1, home],
      variants: [
        variant('a', {
          audiences: ['german'],
          contents: [content('a1', ['title'], 'de'), content('h', ['hero'], 'de', HOME)],
        }),
      ],
    }),
    experience('article', {
      startedAt: '2026-02-01',
      variants: [
        variant('b', {
          audiences: ['german'],
          contents: [content('a1', ['cover'], 'en'), content('a1', ['cover'], 'de')],
        }),
      ],
    }),
  ]);
  const input = { context: german, now: NOW, locale: 'de' };

  it('answers in the order asked, per entry in the order in which experiences started', () => {
    const answers = engine.decideMany([home, { contentType: ARTICLE, documentId: 'unknown' }, a1], input);
    expect(answers.map(({ decisions }) => decisions.map(({ experience: code }) => code))).toEqual([
      ['both'],
      [],
      ['both', 'article'],
    ]);
    expect(answers.map(({ variantKey }) => variantKey)).toEqual(['both.a', '', 'article.b~both.a']);
  });

  it('decides an experience once, whatever the number of its entries', () => {
    const [first, second] = engine.decideMany([a1, home], input);
    expect(first!.decisions[0]).toBe(second!.decisions[0]);
  });

  it('tells apart entries of two content types that have the same id', () => {
    const [article, other] = engine.decideMany([a1, { contentType: HOME, documentId: 'a1' }], input);
    expect(article!.decisions).toHaveLength(2);
    expect(other!.decisions).toEqual([]);
  });

  it.each(['__proto__', 'constructor', ''])('has nothing for an entry or content type %j', (name) => {
    const entries = [
      { contentType: ARTICLE, documentId: name },
      { contentType: name, documentId: 'a1' },
    ];
    expect(engine.decideMany(entries, input).map(({ decisions }) => decisions)).toEqual([[], []]);
  });

  it('has nothing for a content type without a document', () => {
    const [answer] = engine.decideMany([{ contentType: ARTICLE } as EntryRef], input);
    expect(answer!.decisions).toEqual([]);
  });

  it('says the same of an entry that is asked for twice, and of content for an entry that is not named', () => {
    const alone = engineOf([
      experience('alone', {
        variants: [variant('a', { audiences: ['german'], contents: [content('a1'), content('a2')] })],
      }),
    ]);
    const a2 = { contentType: ARTICLE, documentId: 'a2' };
    const decisions = alone.decideMany([a1, a1, a2], input).map((answer) => answer.decisions);
    expect(decisions[0]).toMatchObject([{ experience: 'alone', variant: 'a' }]);
    expect(decisions).toEqual([decisions[0], decisions[0], decisions[0]]);
  });

  it('decides per locale of the entry, else that of the page', () => {
    const [en, de, page] = engine.decideMany([{ ...a1, locale: 'en' }, { ...a1, locale: 'de' }, a1], input);
    expect(en!.variantKey).toBe('article.b');
    expect(de!.variantKey).toBe('article.b~both.a');
    expect(page!.variantKey).toBe(de!.variantKey);
  });

  it('asks each audience once for a whole page', () => {
    let reads = 0;
    const context = {
      ...visitor(),
      get location() {
        reads += 1;
        return { country: 'DE' };
      },
    };
    const answers = engine.decideMany([a1, home, { ...a1, locale: 'en' }, a1], { ...input, context });
    expect(answers[0]!.variantKey).toBe('article.b~both.a');
    expect(reads).toBe(1);
  });

  it('is explained by the same decisions with their traces', () => {
    const explained = engine.explainMany([a1, home], input);
    expect(explained.map(({ entry, decisions, variantKey }) => ({ entry, decisions, variantKey }))).toEqual(
      engine.decideMany([a1, home], input),
    );
    expect(explained[0]!.explanations[0]!.trace.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'forced passed',
      'running passed',
      'schedule passed',
      'consent passed',
      'takes-part passed',
      'eligible passed',
      'selection passed',
      'holdout decided',
    ]);
  });
});

describe('contentsFor', () => {
  const engine = engineOf([
    experience('x', {
      entries: [a1, home],
      variants: [
        variant('a', {
          contents: [
            content('a1', ['title'], 'en'),
            content('a1', ['title'], 'de'),
            content('h', ['hero'], undefined, HOME),
          ],
        }),
      ],
    }),
  ]);
  const chosen = new Map([['x', 'a']]);

  it('finds the content of the entry in its locale', () => {
    expect(engine.contentsFor({ ...a1, locale: 'de' }, chosen)).toEqual([
      { experience: 'x', variant: 'a', content: content('a1', ['title'], 'de') },
    ]);
    expect(engine.contentsFor({ ...a1, locale: 'fr' }, chosen)).toEqual([]);
  });

  it('finds content that is not localised in every locale', () => {
    expect(engine.contentsFor({ ...home, locale: 'fr' }, chosen)).toHaveLength(1);
  });

  it('finds nothing for base, unknown variants, or entries of other experiences', () => {
    for (const key of ['base', 'gone']) expect(engine.contentsFor(a1, new Map([['x', key]]))).toEqual([]);
    expect(engine.contentsFor({ contentType: ARTICLE, documentId: 'a9' }, chosen)).toEqual([]);
  });

  it('beside all contents of a variant', () => {
    expect(engine.variantContents('x', 'a')).toHaveLength(3);
    expect([engine.variantContents('x', 'base'), engine.variantContents('nobody', 'a')]).toEqual([[], []]);
  });
});

describe('matchAudiences', () => {
  const engine = engineOf([]);

  it('names those that match, in the order of their codes', () => {
    const context = visitor('v', {
      session: { count: 3 },
      location: { country: 'DE' },
      interests: likes({ hiking: 2 }),
    });
    expect(engine.matchAudiences(context, NOW)).toEqual(['german', 'hikers', 'returning']);
  });

  it('knows nothing of stored attributes without consent', () => {
    expect(engine.matchAudiences(stranger({ session: { count: 3 } }), NOW)).toEqual([]);
  });

  it('lets no project declare a stored attribute to need no consent', () => {
    const attributes = [{ path: 'session.count', type: 'number', consent: 'request' } as const];
    expect(engineOf([], { attributes }).matchAudiences(stranger({ session: { count: 3 } }), NOW)).toEqual([]);
  });

  it('lets interests fade', () => {
    const context = visitor('v', { interests: likes({ hiking: 2 }) });
    expect(engine.matchAudiences(context, NOW + 3 * 60 * 60_000)).toEqual([]);
  });
});

describe('lists', () => {
  const targeting = (documentId: string, onlyFor: string[], notFor: string[]) => ({
    contentType: ARTICLE,
    documentId,
    interests: [],
    onlyFor,
    notFor,
  });
  const engine = engineOf([], {
    entries: [
      targeting('open', [], []),
      targeting('only', ['german', 'mobile'], []),
      targeting('not', [], ['german']),
      targeting('both', ['mobile'], ['german']),
    ],
  });

  it.each([
    [[], ['both', 'only']],
    [['german'], ['both', 'not']],
    [['mobile'], []],
    [
      ['german', 'mobile'],
      ['both', 'not'],
    ],
  ])('hide from members of %j the entries %j', (audiences, hidden) => {
    const members = new Set(audiences);
    expect(engine.hiddenFromLists(ARTICLE, members)).toEqual(hidden);
    for (const documentId of ['open', 'only', 'not', 'both', 'unknown']) {
      expect(engine.isListed({ contentType: ARTICLE, documentId }, members)).toBe(
        !(hidden as string[]).includes(documentId),
      );
    }
  });
});

describe('dependenciesOf', () => {
  const engine = engineOf(
    [
      experience('x', {
        audiences: ['german'],
        variants: [variant('a', { audiences: ['mobile', 'returning'] })],
      }),
      experience('y', {
        entries: [home],
        variants: [variant('b', { channels: ['app'], interests: [{ tag: 'tv', weight: 1 }], contents: [] })],
      }),
      experience('z', {
        entries: [{ contentType: 't', documentId: 'd' }],
        selection: 'split',
        goal: 'order',
        variants: [variant('c', { contents: [] })],
      }),
    ],
    { entries: [{ contentType: ARTICLE, documentId: 'a7', interests: [], onlyFor: ['hikers'], notFor: [] }] },
  );

  it('follows the audiences of experience and variants to their attributes', () => {
    expect(engine.dependenciesOf(a1)).toEqual({
      personalized: true,
      attributes: ['consent.personalization', 'device.type', 'location.country', 'session.count'],
      selections: ['relevance'],
    });
  });

  it('names channel and interests where they matter', () => {
    expect(engine.dependenciesOf(home).attributes).toEqual([
      'channel',
      'consent.personalization',
      'interests',
    ]);
  });

  it('names consent where a goal needs a visitor', () => {
    expect(engine.dependenciesOf({ contentType: 't', documentId: 'd' })).toEqual({
      personalized: true,
      attributes: ['consent.personalization'],
      selections: ['split'],
    });
  });

  it('names no consent for relevance, which is delivered whatever its goal needs', () => {
    const variants = [variant('a', { audiences: ['german'] })];
    const relevance = engineOf([experience('x', { goal: 'order', variants })]);
    expect(relevance.dependenciesOf(a1).attributes).toEqual(['location.country']);
  });

  it('counts what hides entries for lists alone', () => {
    expect(engine.dependenciesOf({ contentType: ARTICLE }).attributes).toContain('interests');
    expect(engine.dependenciesOf({ contentType: ARTICLE, documentId: 'a7' })).toEqual({
      personalized: false,
      attributes: [],
      selections: [],
    });
  });
});

describe('a hostile context', () => {
  const engine = engineOf([
    experience('x', { audiences: ['german'], variants: [variant('a', { audiences: ['german'] })] }),
  ]);
  const trap = new Proxy(
    {},
    {
      get: () => {
        throw new Error('trap');
      },
      ownKeys: () => {
        throw new Error('trap');
      },
    },
  );

  it.each([
    [null],
    [undefined],
    [7],
    ['text'],
    [[]],
    [trap],
    [{ unit: trap }],
    [{ consent: trap }],
    [Object.create(null)],
  ])('case %# gets base', (context) => {
    const input = { context: context as never, now: NOW };
    expect(engine.decide('x', input)).toMatchObject({ variant: 'base', wouldBe: 'base', propensity: 1 });
    expect(engine.decideMany([a1], input)[0]!.variantKey).toBe('');
    expect(engine.matchAudiences(context as never, NOW)).toEqual([]);
  });

  it('ends as reason `error` with the message, never a stack', () => {
    const { decision, trace } = engine.explain('x', { context: { unit: trap } as never, now: NOW });
    expect(decision.reason).toBe('error');
    expect(trace.at(-1)).toEqual({
      step: 'error',
      outcome: 'decided',
      code: 'threw',
      details: { message: 'trap' },
    });
  });

  it('a moment that is no number is an error too', () => {
    expect(engine.decide('x', { context: german, now: Number.NaN }).reason).toBe('error');
  });
});
