import { findConflicts } from '../../../src/decision/conflicts';
import { ARTICLE, content, engineOf, experience, NOW, stranger, variant } from '../manifest/records';

const german = { context: stranger({ location: { country: 'DE' } }), now: NOW };
const filling = (code: string, startedAt: string, ...contents: ReturnType<typeof content>[]) =>
  experience(code, { startedAt, variants: [variant('v', { audiences: ['german'], contents })] });

describe('findConflicts', () => {
  const title = filling('first', '2026-01-01', content('a1', ['title', 'body'], 'en'));

  it('names entry, locale, attribute and both experiences, the earlier first', () => {
    const second = filling('second', '2026-02-01', content('a1', ['body', 'cover'], 'en'));
    expect(findConflicts([title, second])).toEqual([
      {
        contentType: ARTICLE,
        documentId: 'a1',
        locale: 'en',
        attribute: 'body',
        experiences: ['first', 'second'],
      },
    ]);
  });

  it('counts deliberately empty attributes', () => {
    const second = filling('second', '2026-02-01', { ...content('a1', [], 'en'), empties: ['title'] });
    expect(findConflicts([title, second])).toHaveLength(1);
  });

  it.each([
    ['other attributes', content('a1', ['cover'], 'en')],
    ['another locale', content('a1', ['title'], 'de')],
    ['another entry', content('a2', ['title'], 'en')],
  ])('finds none for %s', (_, other) => {
    expect(findConflicts([title, filling('second', '2026-02-01', other)])).toEqual([]);
  });

  it('leaves variants that are switched off out, and counts dates for nothing', () => {
    const off = experience('off', {
      variants: [variant('v', { enabled: false, contents: [content('a1', ['title'], 'en')] })],
    });
    const over = { ...filling('over', '2026-02-01', content('a1', ['title'], 'en')), endsAt: '2020-01-01' };
    expect(findConflicts([title, off])).toEqual([]);
    expect(findConflicts([title, over])).toHaveLength(1);
  });

  it('names every pair of three', () => {
    const same = ['x', 'y', 'z'].map((code) => filling(code, '2026-01-01', content('a1', ['title'])));
    expect(findConflicts(same).map(({ experiences }) => experiences.join())).toEqual(['x,y', 'x,z', 'y,z']);
  });
});

describe('a conflict that slipped in', () => {
  const early = filling('early', '2026-02-01', content('a1', ['title']), content('a2', ['title']));
  const late = filling('late', '2026-03-01', content('a1', ['title', 'body']), content('a3', ['title']));
  const third = filling('third', '2026-04-01', content('a1', ['body']));
  const engine = engineOf([third, late, early]);
  const reasons = (documentId: string) =>
    Object.fromEntries(
      engine
        .decideMany([{ contentType: ARTICLE, documentId }], german)[0]!
        .decisions.map(({ experience: code, reason }) => [code, reason]),
    );

  it('makes the one that started later answer base-not-running, for that entry alone', () => {
    expect(reasons('a1')).toMatchObject({ early: 'audience', late: 'base-not-running' });
    expect(reasons('a3')).toEqual({ late: 'audience' });
    expect(engine.decide('late', german).reason).toBe('audience');
  });

  it('does not let one that steps back stand in the way of a third', () => {
    expect(reasons('a1').third).toBe('audience');
  });

  it('says who was first', () => {
    const [answer] = engine.explainMany([{ contentType: ARTICLE, documentId: 'a1' }], german);
    const step = answer!.explanations[1]!.trace.at(-1);
    expect(step).toMatchObject({
      step: 'running',
      code: 'attribute-taken',
      details: { by: 'early', attribute: 'title' },
    });
  });

  it('keeps its content out of the entry, whatever key a caller makes up', () => {
    const a1 = { contentType: ARTICLE, documentId: 'a1' };
    const made = engine.resolveVariantKey('early.v~late.v', a1, NOW);
    expect([...made.variants.keys()]).toEqual(['early']);
    expect(made.canonical).toBe(false);
    const joined = engine.resolveVariantKey('early.v~late.v', { contentType: ARTICLE }, NOW);
    expect(joined.canonical).toBe(true);
    expect(engine.contentsFor(a1, joined.variants).map((chosen) => chosen.experience)).toEqual(['early']);
    expect(engine.contentsFor(a1, new Map([['late', 'v']]), true)).toHaveLength(1);
  });

  it('does not keep a preview of it from being seen', () => {
    const forced = { experience: 'late', variant: 'v' };
    const [answer] = engine.decideMany([{ contentType: ARTICLE, documentId: 'a1' }], { ...german, forced });
    expect(answer!.variantKey).toBe('late.v');
  });

  it('is seen for content that is not localised in every locale', () => {
    const [answer] = engine.decideMany([{ contentType: ARTICLE, documentId: 'a1', locale: 'de' }], german);
    expect(answer!.decisions[1]!.reason).toBe('base-not-running');
  });
});
