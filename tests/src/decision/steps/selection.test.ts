import type { Variant } from '../../../../src/model/experience';
import type { WeightedTag } from '../../../../src/model/interest-profile';
import {
  ARTICLE,
  engineOf,
  experience,
  likes,
  NOW,
  settings,
  stranger,
  variant,
} from '../../manifest/records';

const tag = (code: string, weight = 100): WeightedTag => ({ tag: code, weight });

/** p of a tag that is all of this visit's interest is 0.6; a second one has its part of that. */
const ask = (
  variants: Variant[],
  visit: Record<string, number>,
  baseTags: WeightedTag[] = [],
  over = settings,
) => {
  const engine = engineOf([experience('x', { variants })], {
    settings: over,
    entries: [{ contentType: ARTICLE, documentId: 'a1', interests: baseTags, onlyFor: [], notFor: [] }],
  });
  const context = stranger({
    interests: likes(visit),
    location: { country: 'DE' },
    device: { type: 'mobile' },
  });
  const { variant: shown, wouldBe, reason, propensity } = engine.decide('x', { context, now: NOW });
  expect(wouldBe).toBe(shown);
  expect(propensity).toBe(1);
  return [shown, reason];
};

describe('selection by relevance', () => {
  it('a single variant whose audience matches is chosen for it, without any affinity', () => {
    expect(ask([variant('a', { audiences: ['german'] })], {})).toEqual(['a', 'audience']);
  });

  it('a variant without audiences qualifies from an affinity of 0.2', () => {
    const variants = [variant('a', { interests: [tag('tv', 35), tag('outdoor', 65)] })];
    expect(ask(variants, { tv: 1 })).toEqual(['a', 'affinity']);
    const exactly = [variant('a', { interests: [tag('tv', 10), tag('outdoor', 20)] })];
    expect(ask(exactly, { tv: 1 })).toEqual(['a', 'affinity']);
    const less = [variant('a', { interests: [tag('tv', 33), tag('outdoor', 67)] })];
    expect(ask(less, { tv: 1 })).toEqual(['base', 'base-no-match']);
  });

  it('and only 0.1 above base, whose tags are those of the entry', () => {
    const variants = [variant('a', { interests: [tag('tv')] })];
    expect(ask(variants, { tv: 1 }, [tag('tv')])).toEqual(['base', 'base-no-match']);
    expect(ask(variants, { tv: 1 }, [tag('tv', 50), tag('hiking', 50)])).toEqual(['a', 'affinity']);
  });

  it('takes 0.6 − 0.5 for a lead of 0.1, although binary fractions fall short of it', () => {
    const variants = [variant('a', { interests: [tag('tv')] })];
    expect(ask(variants, { tv: 6, hiking: 5 }, [tag('hiking')])).toEqual(['a', 'affinity']);
  });

  it('a variant with a matching audience comes before any affinity', () => {
    const variants = [
      variant('by-interest', { order: 1, interests: [tag('tv')] }),
      variant('by-audience', { order: 2, audiences: ['german'] }),
    ];
    expect(ask(variants, { tv: 5 })).toEqual(['by-audience', 'audience']);
  });

  it('among several matched ones the highest affinity wins if it leads by 0.1', () => {
    const variants = [
      variant('a', { order: 1, audiences: ['german'], interests: [tag('hiking')] }),
      variant('b', { order: 2, audiences: ['mobile'], interests: [tag('tv')] }),
    ];
    expect(ask(variants, { tv: 5, hiking: 1 })).toEqual(['b', 'affinity']);
    expect(ask(variants, { tv: 6, hiking: 5 })).toEqual(['b', 'affinity']);
  });

  it("else the editor's order decides", () => {
    const variants = [
      variant('a', { order: 2, audiences: ['german'], interests: [tag('tv')] }),
      variant('b', { order: 1, audiences: ['mobile'], interests: [tag('hiking')] }),
    ];
    expect(ask(variants, { tv: 5, hiking: 4.9 })).toEqual(['b', 'order']);
    expect(ask(variants, {})).toEqual(['b', 'order']);
  });

  it('the same holds among those that qualify by affinity alone', () => {
    const variants = [
      variant('a', { order: 1, interests: [tag('hiking')] }),
      variant('b', { order: 2, interests: [tag('tv')] }),
      variant('c', { order: 0, interests: [tag('outdoor')] }),
    ];
    expect(ask(variants, { tv: 6, hiking: 3 })).toEqual(['b', 'affinity']);
    expect(ask(variants, { tv: 6, hiking: 5.5 })).toEqual(['a', 'order']);
  });

  it('equal order falls back to the code', () => {
    const variants = [variant('b', { audiences: ['german'] }), variant('a', { audiences: ['german'] })];
    expect(ask(variants, {})).toEqual(['a', 'order']);
  });

  it('stage tags never make a variant relevant', () => {
    expect(ask([variant('a', { interests: [tag('ready-to-buy')] })], { 'ready-to-buy': 9 })[0]).toBe('base');
  });

  it('a variant with neither audience nor interests never qualifies, even at a threshold of 0', () => {
    expect(ask([variant('a')], {}, [], { ...settings, affinityThreshold: 0, affinityLead: 0 })[0]).toBe(
      'base',
    );
  });

  it('threshold and lead are settings', () => {
    const variants = [variant('a', { interests: [tag('tv')] })];
    expect(ask(variants, { tv: 1 }, [], { ...settings, affinityThreshold: 0.7 })[0]).toBe('base');
    expect(ask(variants, { tv: 1 }, [tag('tv')], { ...settings, affinityLead: 0 })[0]).toBe('a');
  });

  it('base has the tags of all entries of the experience, the largest weight of each', () => {
    const entry = (documentId: string, interests: WeightedTag[]) => ({
      contentType: ARTICLE,
      documentId,
      interests,
      onlyFor: [],
      notFor: [],
    });
    const engine = engineOf(
      [
        experience('x', {
          variants: [variant('a', { interests: [tag('tv')] })],
          entries: ['a1', 'a2'].map((documentId) => ({ contentType: ARTICLE, documentId })),
        }),
      ],
      {
        entries: [
          entry('a1', [tag('tv', 50), tag('hiking', 20)]),
          entry('a2', [tag('tv', 10), tag('hiking', 50)]),
          entry('a3', [tag('outdoor')]),
        ],
      },
    );
    const { trace } = engine.explain('x', { context: stranger({ interests: likes({ tv: 1 }) }), now: NOW });
    expect(trace.find(({ step }) => step === 'selection')?.details?.base).toBeCloseTo(0.3);
  });
});
