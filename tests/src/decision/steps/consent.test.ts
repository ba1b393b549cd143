import type { VisitorContext } from '../../../../src/model/visitor-context';
import { engineOf, experience, likes, NOW, variant } from '../../manifest/records';

const half = [
  { variant: 'base', from: 0, to: 5_000 },
  { variant: 'a', from: 5_000, to: 10_000 },
];
const engine = engineOf([
  experience('relevance', { goal: 'order', variants: [variant('a', { audiences: ['returning'] })] }),
  experience('by-country', { goal: 'order', variants: [variant('a', { audiences: ['german'] })] }),
  experience('visit-goal', { selection: 'split', variants: [variant('a')], ranges: half }),
  experience('visitor-goal', { selection: 'split', goal: 'order', variants: [variant('a')], ranges: half }),
  experience('adaptive', { selection: 'adaptive', goal: 'order', variants: [variant('a')], ranges: half }),
]);
const agreed = { personalization: true } as const;
const visitor = { kind: 'visitor', id: 'v' } as const;
const pageVisit = { kind: 'page-visit', id: 'p' } as const;
const reason = (code: string, context: VisitorContext) =>
  engine.decide(code, {
    context: { session: { count: 5 }, location: { country: 'DE' }, ...context },
    now: NOW,
  }).reason;

describe('consent', () => {
  it.each<[string, VisitorContext, Record<string, string>]>([
    [
      'visitor with consent',
      { unit: visitor, consent: agreed },
      {
        relevance: 'audience',
        'by-country': 'audience',
        'visit-goal': 'split',
        'visitor-goal': 'split',
        adaptive: 'adaptive',
      },
    ],
    [
      'page visit with consent',
      { unit: pageVisit, consent: agreed },
      {
        relevance: 'audience',
        'by-country': 'audience',
        'visit-goal': 'split',
        'visitor-goal': 'base-no-consent',
        adaptive: 'base-no-consent',
      },
    ],
    [
      'page visit without consent',
      { unit: pageVisit },
      {
        relevance: 'base-no-match',
        'by-country': 'audience',
        'visit-goal': 'split',
        'visitor-goal': 'base-no-consent',
        adaptive: 'base-no-consent',
      },
    ],
    [
      'page visit that refused',
      { unit: pageVisit, consent: { personalization: false } },
      { relevance: 'base-no-match', 'by-country': 'audience', 'visit-goal': 'split' },
    ],
    [
      'page visit with consent but Global Privacy Control',
      { unit: pageVisit, consent: { personalization: true, gpc: true } },
      { relevance: 'base-no-match', 'by-country': 'audience', 'visit-goal': 'split' },
    ],
    [
      'visitor id without consent',
      { unit: visitor },
      { relevance: 'base-no-consent', 'by-country': 'base-no-consent', 'visit-goal': 'base-no-consent' },
    ],
    [
      'no unit at all',
      { consent: agreed },
      { relevance: 'base-no-consent', 'by-country': 'base-no-consent', 'visit-goal': 'base-no-consent' },
    ],
  ])('of a %s decides what may be known and counted', (_, context, expected) => {
    const actual = Object.fromEntries(Object.keys(expected).map((code) => [code, reason(code, context)]));
    expect(actual).toEqual(expected);
  });

  it('says why there is no unit', () => {
    const codeOf = (context: VisitorContext) =>
      engine.explain('by-country', { context, now: NOW }).trace.at(-1)?.code;
    expect(codeOf({ unit: visitor })).toBe('visitor-id-needs-consent');
    expect(codeOf({})).toBe('no-unit');
    expect(codeOf({ unit: { kind: 'visitor', id: '' }, consent: agreed })).toBe('no-unit');
    expect(codeOf({ unit: { kind: 'visitor', id: 'x'.repeat(10_000) }, consent: agreed })).toBe('no-unit');
  });

  it('takes consent for `personalization === true` and nothing that looks like it', () => {
    for (const personalization of ['true', 1, {}, [true]] as unknown as boolean[]) {
      expect(reason('relevance', { unit: pageVisit, consent: { personalization } })).toBe('base-no-match');
    }
  });

  it('keeps the interests of this visit and forgets the lasting ones', () => {
    const interests = engineOf([
      experience('x', { variants: [variant('a', { interests: [{ tag: 'hiking', weight: 100 }] })] }),
    ]);
    const decide = (context: VisitorContext) => interests.decide('x', { context, now: NOW }).variant;
    expect(decide({ unit: pageVisit, interests: likes({ hiking: 3 }) })).toBe('a');
    expect(decide({ unit: pageVisit, interests: likes({}, { hiking: 30 }) })).toBe('base');
    expect(decide({ unit: visitor, consent: agreed, interests: likes({}, { hiking: 30 }) })).toBe('a');
  });
});
