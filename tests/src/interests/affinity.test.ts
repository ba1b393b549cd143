import { affinity } from '../../../src/interests/affinity';
import type { InterestGroup } from '../../../src/model/interest-profile';

const scores = new Map([
  ['tv', 0.8],
  ['hiking', 0.2],
  ['ready-to-buy', 1],
]);
const groups = new Map<string, InterestGroup>([
  ['tv', 'topic'],
  ['hiking', 'lifestyle'],
  ['brand', 'own'],
  ['ready-to-buy', 'stage'],
]);

describe('affinity', () => {
  it('is the mean of the scores by tag weight', () => {
    const tags = [
      { tag: 'tv', weight: 75 },
      { tag: 'hiking', weight: 25 },
    ];
    expect(affinity(scores, tags, groups)).toBeCloseTo(0.65);
  });

  it('counts a tag without interest as 0', () => {
    const tags = [
      { tag: 'tv', weight: 50 },
      { tag: 'brand', weight: 50 },
    ];
    expect(affinity(scores, tags, groups)).toBeCloseTo(0.4);
  });

  it('leaves stage tags and tags that no longer exist out, weight included', () => {
    const tags = [
      { tag: 'tv', weight: 10 },
      { tag: 'ready-to-buy', weight: 90 },
      { tag: 'deleted', weight: 90 },
    ];
    expect(affinity(scores, tags, groups)).toBeCloseTo(0.8);
  });

  it('is 0 without tags that count', () => {
    expect(affinity(scores, [], groups)).toBe(0);
    expect(affinity(scores, [{ tag: 'ready-to-buy', weight: 100 }], groups)).toBe(0);
  });

  it('takes a profile as of its own time, and every tag where no groups are told', () => {
    const profile = { visit: { tv: 2 }, lasting: { tv: 4 }, at: '2026-11-21T12:00:00Z' };
    expect(affinity(profile, [{ tag: 'tv', weight: 100 }])).toBeCloseTo(1);
  });
});
