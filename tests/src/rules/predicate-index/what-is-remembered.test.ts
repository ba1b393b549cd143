import type { AttributeDeclaration } from '../../../../src/context/attributes';
import { interestScoresOf } from '../../../../src/interests/interest-scores';
import type { Rule } from '../../../../src/model/rule';
import { compileAudiences } from '../../../../src/rules/audience-matcher';
import { explainRule } from '../../../../src/rules/explain';

const declared = (path: string, type: AttributeDeclaration['type']): AttributeDeclaration => ({
  path,
  type,
  consent: 'request',
});

const CATALOGUE = [
  declared('traits.signedUpAt', 'date'),
  declared('app.version', 'version'),
  declared('page.path', 'string'),
  declared('location.city', 'string'),
  declared('os.version', 'version'),
  declared('interests.*', 'number'),
];

/** A city of many: long lists of them are bits, short ones are lists. */
const city = (number: number) => `city-${number}`;
const cities = (from: number, count: number) => Array.from({ length: count }, (_, at) => city(from + at));

const RULES: readonly Rule[] = [
  ...Array.from(
    { length: 12 },
    (_, at): Rule => ({
      'traits.signedUpAt': { $gte: `2026-${String(at + 1).padStart(2, '0')}-01` },
    }),
  ),
  ...Array.from({ length: 12 }, (_, at): Rule => ({ 'app.version': { $vgte: `${at}.5.0` } })),
  ...Array.from({ length: 12 }, (_, at): Rule => ({ 'page.path': { $startsWith: `/section-${at}` } })),
  { 'os.version': { $in: ['XP', 'Vista', '10'] } },
  { 'os.version': { $ne: 'XP' } },
  { 'os.version': { $notNull: true } },
  { 'location.city': { $in: cities(0, 90) } },
  { 'location.city': { $in: cities(40, 80) }, 'app.version': { $vlt: '6.0.0' } },
  { 'location.city': { $notIn: cities(10, 100) } },
  { 'location.city': { $in: [city(3), city(250)] } },
  { 'location.city': { $notIn: [city(300)] }, 'page.path': { $startsWith: '/section-1' } },
  { 'interests.hiking': { $gte: 0.3 } },
  { 'interests.hiking': { $lt: 0.3 }, 'location.city': { $in: cities(0, 90) } },
];
const AUDIENCES = RULES.map((rule, at) => ({ code: `a${at}`, name: '', rule }));

describe('the index, when it remembers what it read', () => {
  const index = compileAudiences(AUDIENCES, CATALOGUE);
  const expectAgreement = (context: unknown) =>
    expect(index.match({ context, consent: true })).toEqual(
      AUDIENCES.filter(({ rule }) => explainRule(rule, context, CATALOGUE).matched).map(({ code }) => code),
    );

  it('answers the same for a text the first time, again, and after thousands of others', () => {
    const visitor = (number: number) => ({
      traits: { signedUpAt: new Date(Date.UTC(2026, 0, 1 + (number % 700), number % 24)).toISOString() },
      app: { version: `${number % 13}.${number % 37}.${number}` },
      page: { path: `/section-${number % 15}/page-${number}` },
      location: { city: city(number % 400) },
    });
    for (let round = 0; round < 2; round += 1) {
      for (let number = 0; number < 1_500; number += 1) {
        expectAgreement(visitor(number));
        // Who comes again meets what was remembered.
        expectAgreement(visitor(number));
      }
      expectAgreement(visitor(0));
    }
  });

  it('answers the same for texts that are no date and no version, too long, or longer than it remembers', () => {
    const texts = [
      '',
      'yesterday',
      '2026-02-30',
      '1.x',
      '7',
      `/section-3/${'x'.repeat(100)}`,
      'x'.repeat(257),
    ];
    for (let round = 0; round < 2; round += 1) {
      for (const text of texts) {
        expectAgreement({
          traits: { signedUpAt: text },
          app: { version: text },
          page: { path: text },
          location: { city: text },
        });
      }
    }
  });

  it('takes no text for a version that is none, even where a rule names it', () => {
    for (const version of ['XP', 'Vista', '10', '11', 'XP', '10']) expectAgreement({ os: { version } });
  });

  it('does not take a text of one attribute for that of another', () => {
    for (const text of ['2026-05-01', '/section-1', city(1)]) {
      for (const context of [
        { traits: { signedUpAt: text } },
        { app: { version: text } },
        { page: { path: text } },
        { location: { city: text } },
      ])
        expectAgreement(context);
    }
  });

  it('finds the cell of every city, named in a long list, a short one, or none', () => {
    for (let number = 0; number < 400; number += 1) expectAgreement({ location: { city: city(number) } });
  });

  it.each([Number.NaN, Infinity, -Infinity, -0, 0.3, 0.2999999, '0.3', 'much', null, [0.3], true])(
    'codes an interest of %p as explanations read it',
    (hiking) => expectAgreement({ interests: { hiking } }),
  );

  it('computes of a profile what rules ask for, whatever else is in it', () => {
    const at = '2026-11-21T12:00:00.000Z';
    const profile = { visit: { tv: 9, hiking: 4 }, lasting: { hiking: 2, sewing: 8 }, at };
    const now = Date.parse(at);
    const scores = interestScoresOf(profile, now);
    // 0.6 · 4/9 + 0.4 · 2/8
    expect(scores.get('hiking')).toBeCloseTo(0.3667, 4);
    const known: [string, number][] = [];
    interestScoresOf(profile, now).forKnown(new Map([['hiking', 'asked']]), (score, what) =>
      known.push([what, score]),
    );
    expect(known).toEqual([['asked', scores.get('hiking')]]);
    expect(index.match({ context: {}, consent: true, interests: scores })).toContain(
      `a${RULES.findIndex((rule) => JSON.stringify(rule).includes('"$gte":0.3'))}`,
    );
  });

  it('keeps two profiles apart that are computed inside each other', () => {
    const at = '2026-11-21T12:00:00.000Z';
    const ours = interestScoresOf({ visit: { tv: 5, hiking: 5 }, lasting: {}, at }, Date.parse(at));
    const theirs = interestScoresOf({ visit: { sewing: 1, tv: 2 }, lasting: {}, at }, Date.parse(at));
    const tags = new Map(['tv', 'hiking', 'sewing'].map((tag) => [tag, tag]));
    const seen: string[] = [];
    ours.forKnown(tags, (_score, tag) => {
      seen.push(tag);
      theirs.forKnown(tags, (_other, inner) => seen.push(`${tag}>${inner}`));
    });
    expect(seen).toEqual(['tv', 'tv>sewing', 'tv>tv', 'hiking', 'hiking>sewing', 'hiking>tv']);
  });
});
