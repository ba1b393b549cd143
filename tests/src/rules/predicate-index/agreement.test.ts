import fc from 'fast-check';
import { withoutStored } from '../../../../src/context/consent';
import { ATTRIBUTE_CATALOGUE } from '../../../../src/context/attribute-catalogue';
import type { AttributeDeclaration } from '../../../../src/context/attributes';
import { interestScoresOf } from '../../../../src/interests/interest-scores';
import type { InterestProfile } from '../../../../src/model/interest-profile';
import type { Rule } from '../../../../src/model/rule';
import { compileAudiences } from '../../../../src/rules/audience-matcher';
import { explainRule } from '../../../../src/rules/explain';
import { CATALOGUE, contexts, validRules } from '../../../properties/rules-arbitraries';

/** More than are asked one after another. */
const rules = fc.array(validRules, { minLength: 17, maxLength: 40 });
const visitors = fc.array(contexts, { minLength: 1, maxLength: 20 });

const audiencesOf = (all: readonly Rule[]) =>
  all.map((rule, at) => ({ code: `a${at}`, name: `Audience ${at}`, rule }));

const explained = (
  audiences: ReturnType<typeof audiencesOf>,
  context: unknown,
  catalogue?: readonly AttributeDeclaration[],
) => audiences.filter(({ rule }) => explainRule(rule, context, catalogue).matched).map(({ code }) => code);

const refuse = (): never => {
  throw new Error('cannot be read');
};

/** Everything of it is *stored*, so that consent decides about every attribute. */
const STORED = CATALOGUE.map((declaration) => ({ ...declaration, consent: 'stored' as const }));
const MIXED = CATALOGUE.map((declaration, at) => ({
  ...declaration,
  consent: at % 2 === 0 ? ('stored' as const) : ('request' as const),
}));

describe('the index of the rules', () => {
  it.each([
    ['with declared attributes', CATALOGUE],
    ['with attributes of any type', CATALOGUE.map((one) => ({ ...one, type: 'any' as const }))],
  ])('finds what closures find and explanations say, %s', (_name, catalogue) => {
    fc.assert(
      fc.property(rules, visitors, (all, some) => {
        const audiences = audiencesOf(all);
        const indexed = compileAudiences(audiences, catalogue);
        const sampled = compileAudiences(audiences, catalogue, {
          sample: some.map((context) => ({ context, consent: true })),
        });
        const asked = compileAudiences(audiences, catalogue, { index: false });
        for (const context of some) {
          const reading = { context, consent: true };
          const expected = explained(audiences, context, catalogue);
          expect(indexed.match(reading)).toEqual(expected);
          expect(sampled.match(reading)).toEqual(expected);
          expect(asked.match(reading)).toEqual(expected);
          expect(audiences.map(({ code }) => code).filter((code) => indexed.matches(reading, code))).toEqual(
            expected,
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['everything is stored', STORED],
    ['half of it is stored', MIXED],
  ])('sees without consent what a context without its stored part holds, where %s', (_name, catalogue) => {
    fc.assert(
      fc.property(rules, visitors, (all, some) => {
        const audiences = audiencesOf(all);
        const indexed = compileAudiences(audiences, catalogue);
        const asked = compileAudiences(audiences, catalogue, { index: false });
        for (const context of some) {
          // Interests are always computed, from what of the profile may be used.
          const reading = { context, consent: false, interests: new Map() };
          const known = withoutStored(context as never, catalogue);
          const expected = audiences
            .filter(({ rule }) => explainRule(rule, known, catalogue, new Map()).matched)
            .map(({ code }) => code);
          expect(indexed.match(reading)).toEqual(expected);
          expect(asked.match(reading)).toEqual(expected);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each<[string, object]>([
    ['is a proxy that throws', new Proxy({}, { get: refuse })],
    ['has a moment that throws', Object.defineProperty({ visit: { tv: 3 } }, 'at', { get: refuse })],
  ])('finds what closures find for a profile that %s: it is none', (_name, profile) => {
    const audiences = audiencesOf([
      { 'page.path': '/b', 'interests.tv': { $gte: 0.1 } },
      ...Array.from({ length: 30 }, (_, at): Rule => ({ 'page.path': `/${at % 3}` })),
    ]);
    const now = Date.parse('2026-11-21T12:00:00Z');
    const interests = interestScoresOf(profile as InterestProfile, now);
    const reading = { context: { page: { path: '/1' }, interests: profile }, consent: true, interests };
    const expected = compileAudiences(audiences, ATTRIBUTE_CATALOGUE, { index: false }).match(reading);
    expect(expected).toHaveLength(10);
    expect(compileAudiences(audiences, ATTRIBUTE_CATALOGUE).match(reading)).toEqual(expected);
    expect(interests.all().size).toBe(0);
  });

  it('reads the whole catalogue, also where a rule names more siblings than a visitor has', () => {
    const tags = Array.from({ length: 40 }, (_, at) => `t${at}`);
    const audiences = audiencesOf([
      ...tags.map((tag): Rule => ({ [`history.tag.${tag}.views7d`]: { $gte: 2 } })),
      ...tags.map((tag): Rule => ({ [`interests.${tag}`]: { $gt: 0.5 } })),
      ...tags.map((tag): Rule => ({ [`page.query.${tag}`]: { $notNull: true } })),
      { 'page.path': { $matches: '/a/*/c' } },
      { 'page.path': { $startsWith: '/a/' } },
      { 'page.path': { $startsWith: '/a/b/' } },
    ]);
    const context = {
      history: { tag: { t3: { views7d: 2 }, t5: { views7d: 1 }, t39: { views7d: 9 } } },
      page: { path: '/a/b/c', query: { t7: 'x' } },
    };
    const matcher = compileAudiences(audiences, ATTRIBUTE_CATALOGUE);
    const interests = new Map([
      ['t1', 0.6],
      ['t2', 0.5],
    ]);
    expect(matcher.match({ context, consent: true, interests })).toEqual([
      'a3',
      'a39',
      'a41',
      'a87',
      'a120',
      'a121',
      'a122',
    ]);
  });
});

describe('after edits', () => {
  const edits = fc.array(fc.tuple(fc.nat(60), fc.option(validRules, { nil: undefined })), {
    minLength: 1,
    maxLength: 12,
  });

  it('a matcher made from the one before answers as one made anew, before, while and after it is rebuilt', () => {
    fc.assert(
      fc.property(rules, edits, visitors, (all, changes, some) => {
        let audiences = audiencesOf(all);
        let matcher = compileAudiences(audiences, CATALOGUE);
        const readings = some.map((context) => ({ context, consent: true }));
        const agrees = () => {
          const fresh = compileAudiences(audiences, CATALOGUE);
          for (const reading of readings) expect(matcher.match(reading)).toEqual(fresh.match(reading));
          for (const { code } of audiences)
            expect(matcher.matches(readings[0]!, code)).toBe(fresh.matches(readings[0]!, code));
          expect(matcher.matches(readings[0]!, 'gone')).toBe(false);
        };
        for (const [at, rule] of changes) {
          const code = `a${at}`;
          const rest = audiences.filter((audience) => audience.code !== code);
          audiences = rule === undefined ? rest : [...rest, { code, name: code, rule }];
          matcher = compileAudiences(audiences, CATALOGUE, { previous: matcher });
          agrees();
        }
        const steps = matcher.rebuildSteps();
        if (steps === undefined) return;
        while (steps.next().done !== true) agrees();
        agrees();
        expect(matcher.rebuildSteps()).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  it('a matcher of another catalogue is made anew', () => {
    const audiences = audiencesOf(Array.from({ length: 30 }, (): Rule => ({ day: { $gt: '2026-03-01' } })));
    const before = compileAudiences(audiences, CATALOGUE);
    const asText = CATALOGUE.map((one) => (one.path === 'day' ? { ...one, type: 'string' as const } : one));
    const after = compileAudiences(audiences, asText, { previous: before });
    expect(before.match({ context: { day: '2026-04-01' }, consent: true })).toHaveLength(30);
    expect(after.match({ context: { day: '2026-04-01' }, consent: true })).toEqual([]);
    expect(after.invalid).toHaveLength(30);
  });

  it('keeps the complaint about a rule that cannot be used, and drops it with the rule', () => {
    const good = audiencesOf(Array.from({ length: 30 }, (): Rule => ({ count: 1 })));
    const bad = { code: 'bad', name: 'Bad', rule: { count: { $near: 1 } } };
    const before = compileAudiences([...good, bad], CATALOGUE);
    const edited = { ...good[0]!, rule: { count: 2 } };
    const with1 = compileAudiences([edited, ...good.slice(1), bad], CATALOGUE, { previous: before });
    expect(with1.invalid.map(({ code }) => code)).toEqual(['bad']);
    expect(compileAudiences(good, CATALOGUE, { previous: with1 }).invalid).toEqual([]);
  });
});
