import { LIMITS } from '../../../src/foundation/limits';
import { learn } from '../../../src/interests/learn';

const at = '2026-11-21T12:00:00.000Z';
const tv = [{ tag: 'tv', weight: 100 }];

describe('learn', () => {
  it.each([
    ['view', 1],
    ['engaged-view', 2],
    ['click', 3],
    ['conversion', 8],
  ] as const)('adds the weight of a %s to both scores', (kind, weight) => {
    expect(learn(undefined, { kind, tags: tv, at })).toEqual({
      visit: { tv: weight },
      lasting: { tv: weight },
      at,
    });
  });

  it('adds event weight × tag weight / 100', () => {
    const profile = learn(undefined, { kind: 'click', tags: [{ tag: 'tv', weight: 40 }], at });
    expect(profile.visit.tv).toBeCloseTo(1.2);
  });

  it('halves this visit after 30 minutes and lasting after 14 days', () => {
    const before = { visit: { tv: 4 }, lasting: { tv: 4 }, at };
    const none = { kind: 'view', tags: [] } as const;
    expect(learn(before, { ...none, at: '2026-11-21T12:30:00.000Z' }).visit.tv).toBeCloseTo(2);
    expect(learn(before, { ...none, at: '2026-12-05T12:00:00.000Z' }).lasting.tv).toBeCloseTo(2);
  });

  it('counts events in whatever order they arrive', () => {
    const early = { kind: 'view', tags: tv, at: '2026-11-21T11:50:00.000Z' } as const;
    const late = { kind: 'click', tags: [{ tag: 'hiking', weight: 50 }], at } as const;
    const inOrder = learn(learn(undefined, early), late);
    const swapped = learn(learn(undefined, late), early);
    expect(swapped.at).toBe(inOrder.at);
    for (const scale of ['visit', 'lasting'] as const) {
      expect(swapped[scale].tv).toBeCloseTo(inOrder[scale].tv!);
      expect(swapped[scale].hiking).toBeCloseTo(inOrder[scale].hiking!);
    }
  });

  it('changes neither the profile nor the event', () => {
    const profile = Object.freeze({ visit: Object.freeze({ tv: 1 }), lasting: Object.freeze({}), at });
    learn(profile, Object.freeze({ kind: 'view', tags: tv, at } as const));
    expect(profile).toEqual({ visit: { tv: 1 }, lasting: {}, at });
  });

  it('keeps the strongest tags when there are too many', () => {
    const many = Array.from({ length: LIMITS.profileTags + 5 }, (_, n) => ({
      tag: `t${n}`,
      weight: 1 + (n % 100),
    }));
    const learned = learn(undefined, { kind: 'conversion', tags: [...many, { tag: 'tv', weight: 100 }], at });
    expect(Object.keys(learned.visit)).toHaveLength(LIMITS.profileTags);
    expect(learned.visit).toHaveProperty('tv');
    expect(learned.visit).not.toHaveProperty('t0');
  });

  it('learns nothing from an event of unknown time, and forgets a profile of unknown age', () => {
    const profile = { visit: { tv: 1 }, lasting: {}, at };
    expect(learn(profile, { kind: 'view', tags: tv, at: 'yesterday' })).toBe(profile);
    expect(learn({ ...profile, at: 'once' }, { kind: 'view', tags: [], at })).toEqual({
      visit: {},
      lasting: {},
      at,
    });
  });

  it('treats a tag named __proto__ as a name like any other', () => {
    const profile = learn(undefined, { kind: 'view', tags: [{ tag: '__proto__', weight: 100 }], at });
    expect(Object.keys(profile.visit)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).tv).toBeUndefined();
  });
});
