import { LIMITS } from '../../../src/foundation/limits';
import { interestScores, interestScoresOf } from '../../../src/interests/interest-scores';
import { learn } from '../../../src/interests/learn';
import type { InterestProfile } from '../../../src/model/interest-profile';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const hiking = [{ tag: 'hiking', weight: 100 }];
const tv = [{ tag: 'tv', weight: 100 }];
const iso = (time: number) => new Date(time).toISOString();

describe('interestScores', () => {
  describe('of who read two articles on television repair just now, after a month of hiking pages', () => {
    // Each of thirty days a hiking page was read properly, the last one yesterday; then two on television, five minutes apart.
    const events = [
      ...Array.from({ length: 30 }, (_, day) => ({ tags: hiking, at: iso(NOW - (30 - day) * DAY) })),
      { tags: tv, at: iso(NOW - 5 * MINUTE) },
      { tags: tv, at: iso(NOW) },
    ];
    const profile = events.reduce<InterestProfile | undefined>(
      (before, event) => learn(before, { kind: 'engaged-view', ...event }),
      undefined,
    );
    const scoresAfter = (minutes: number) => {
      const scores = interestScores(profile, NOW + minutes * MINUTE);
      return { tv: scores.get('tv') ?? 0, hiking: scores.get('hiking') ?? 0 };
    };

    it('is 0.65 for television against 0.40 for hiking', () => {
      expect(scoresAfter(0).tv).toBeCloseTo(0.65, 2);
      expect(scoresAfter(0).hiking).toBeCloseTo(0.4, 2);
    });

    it('is still 0.62 an hour later', () => {
      expect(scoresAfter(60).tv).toBeCloseTo(0.62, 2);
      expect(scoresAfter(60).hiking).toBeCloseTo(0.4, 2);
    });

    it('has hiking in the lead again after three hours', () => {
      expect(scoresAfter(180).hiking).toBeGreaterThan(scoresAfter(180).tv);
    });
  });

  it('does not take one view of long ago for full interest', () => {
    const profile = { visit: {}, lasting: { tv: 0.1 }, at: iso(NOW) };
    expect(interestScores(profile, NOW).get('tv')).toBeCloseTo(0.04);
  });

  it('mixes this visit and lasting as the setting says', () => {
    const profile = { visit: { tv: 2 }, lasting: { hiking: 2 }, at: iso(NOW) };
    expect(Object.fromEntries(interestScores(profile, NOW, 0.25))).toEqual({ tv: 0.25, hiking: 0.75 });
  });

  describe('of tags of this visit that are lasting too', () => {
    const profile = {
      visit: { tv: 2, hiking: 4, sewing: 1 },
      lasting: { cooking: 5, hiking: 10, tv: 1 },
      at: iso(NOW),
    };
    /** 0.6 of this visit by its largest, 4, and 0.4 of lasting by its largest, 10. */
    const expected = {
      tv: 0.6 * 0.5 + 0.4 * 0.1,
      hiking: 0.6 + 0.4,
      sewing: 0.6 * 0.25,
      cooking: 0.4 * 0.5,
    };

    it('adds both up, those of this visit first', () => {
      const scores = [...interestScores(profile, NOW)];
      expect(scores.map(([tag]) => tag)).toEqual(Object.keys(expected));
      for (const [tag, score] of scores)
        expect(score).toBeCloseTo(expected[tag as keyof typeof expected], 12);
    });

    it('tells those that somebody knows, each once', () => {
      const known = new Map([
        ['hiking', 'a'],
        ['cooking', 'b'],
        ['tv', 'c'],
        ['golf', 'd'],
      ]);
      const told: [string, number][] = [];
      interestScoresOf(profile, NOW).forKnown(known, (score, what) => told.push([what, score]));
      expect(told.map(([what]) => what)).toEqual(['c', 'a', 'b']);
      expect(Object.fromEntries(told).a).toBeCloseTo(expected.hiking, 12);
    });

    it('are told as before after somebody threw while they were told', () => {
      const known = new Map([
        ['hiking', 1],
        ['cooking', 2],
      ]);
      const ask = (use: (score: number, what: number) => void) =>
        interestScoresOf(profile, NOW).forKnown(known, use);
      expect(() => ask(() => JSON.parse('not JSON'))).toThrow(SyntaxError);
      const told: number[] = [];
      ask((_score, what) => told.push(what));
      expect(told).toEqual([1, 2]);
    });
  });

  it('does not let scores grow for a clock that runs behind', () => {
    const profile = { visit: { tv: 1 }, lasting: {}, at: iso(NOW + DAY) };
    expect(interestScores(profile, NOW).get('tv')).toBeCloseTo(0.6);
  });

  it.each([
    ['no profile', undefined],
    ['null', null],
    ['text', 'tv'],
    ['no time', { visit: { tv: 1 }, lasting: {} }],
    ['an unreadable time', { visit: { tv: 1 }, lasting: {}, at: 'now' }],
    [
      'scores that are no numbers',
      { visit: { tv: '1', a: NaN, b: Infinity, c: -1, d: {} }, lasting: 5, at: iso(NOW) },
    ],
    ['inherited scores', { visit: Object.create({ tv: 1 }), lasting: {}, at: iso(NOW) }],
  ])('has no scores for %s', (_, profile) => {
    expect([...interestScores(profile as unknown as InterestProfile, NOW)]).toEqual([]);
  });

  it('reads the strongest tags of a profile that has too many', () => {
    const visit = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`t${n}`, n + 1]));
    const scores = interestScores({ visit, lasting: {}, at: iso(NOW) }, NOW);
    expect(scores.size).toBe(LIMITS.profileTags);
    expect(scores.get('t4999')).toBeCloseTo(0.6);
  });
});
