import { recompute, type AllocationRecords } from '../../../src/decision/recompute';
import type { Decision } from '../../../src/model/decision';
import type { Unit } from '../../../src/model/visitor-context';
import { engineOf, experience, NOW, settings, unitWhere, variant, visitor } from '../manifest/records';

const ranges = [
  { variant: 'base', from: 0, to: 5_000 },
  { variant: 'a', from: 5_000, to: 10_000 },
];
const split = experience('split', {
  selection: 'split',
  variants: [variant('a')],
  ranges,
  weightsVersion: 3,
});
const relevance = experience('relevance', {
  holdout: 3_000,
  weightsVersion: 3,
  variants: [variant('a', { audiences: ['german'] })],
});
const engine = engineOf([split, relevance], { settings: { ...settings, globalHoldout: 1_000 } });
const recordsOf = (of: typeof split): AllocationRecords => ({
  experience: of,
  versions: [
    {
      experience: of.code,
      version: 2,
      ranges: [{ variant: 'a', from: 0, to: 10_000 }],
      holdout: 0,
      since: '',
    },
    { experience: of.code, version: 3, ranges: of.ranges, holdout: of.holdout, since: '' },
    { experience: 'foreign', version: 4, ranges: of.ranges, holdout: of.holdout, since: '' },
  ],
  settings: { ...settings, globalHoldout: 1_000 },
});
const unit = (id: string): Unit => ({ kind: 'visitor', id });
const decide = (code: string, id: string, country = 'DE') =>
  engine.decide(code, { context: visitor(id, { location: { country } }), now: NOW });

describe('recompute', () => {
  it('confirms every decision that the engine makes', () => {
    for (let n = 0; n < 300; n += 1) {
      expect(recompute(decide('split', `u${n}`), unit(`u${n}`), recordsOf(split))).toBe(true);
      expect(recompute(decide('relevance', `u${n}`), unit(`u${n}`), recordsOf(relevance))).toBe(true);
    }
    expect(recompute(decide('relevance', 'u', 'FR'), unit('u'), recordsOf(relevance))).toBe(true);
  });

  const ofA = unitWhere((id) => decide('split', id).variant === 'a');
  const inA = decide('split', ofA);

  it.each<[string, Partial<Decision>]>([
    ['another variant', { variant: 'base', wouldBe: 'base' }],
    ['another wouldBe', { wouldBe: 'base' }],
    ['another propensity', { propensity: 0.01 }],
    ['another reason', { reason: 'adaptive' }],
    ['a reason that allocates nobody', { reason: 'forced' }],
    ['base without a draw', { variant: 'base', wouldBe: 'base', reason: 'base-no-match', propensity: 1 }],
    ['an unknown weights version', { weightsVersion: 99 }],
    ['the weights version of another experience', { weightsVersion: 4 }],
    ['another weights version with another propensity', { weightsVersion: 2 }],
    ['another experience', { experience: 'relevance' }],
  ])('refuses a test decision with %s', (_, over) => {
    expect(recompute({ ...inA, ...over }, unit(ofA), recordsOf(split))).toBe(false);
  });

  it('refuses the decision of another unit', () => {
    const ofBase = unitWhere((id) => decide('split', id).variant === 'base');
    expect(recompute(inA, unit(ofBase), recordsOf(split))).toBe(false);
  });

  const heldId = unitWhere((id) => decide('relevance', id).reason === 'holdout');
  const shownId = unitWhere((id) => decide('relevance', id).reason === 'audience');

  it('puts a decision that is told late under the global holdout that it was made under', () => {
    const records = (globalHoldout?: number): AllocationRecords => ({
      ...recordsOf(relevance),
      versions: [
        {
          ...{ experience: 'relevance', version: 3, ranges: [], holdout: relevance.holdout, since: '' },
          ...(globalHoldout !== undefined && { globalHoldout }),
        },
      ],
      settings: { ...settings, globalHoldout: 5_000 },
    });
    for (const id of [heldId, shownId]) {
      const decision = decide('relevance', id);
      expect(recompute(decision, unit(id), records(1_000))).toBe(true);
      expect(recompute(decision, unit(id), records(0))).toBe(false);
      // A version that does not know its own is under the present one.
      expect(recompute(decision, unit(id), records())).toBe(false);
    }
  });

  it('in relevance checks the side of the holdout alone', () => {
    const held = decide('relevance', heldId);
    const shown = decide('relevance', shownId);
    const refuses = (decision: Decision, id: string) =>
      recompute(decision, unit(id), recordsOf(relevance)) === false;
    expect(
      recompute(
        { ...shown, variant: 'b', wouldBe: 'b', reason: 'order' },
        unit(shownId),
        recordsOf(relevance),
      ),
    ).toBe(true);
    expect(refuses(shown, heldId)).toBe(true);
    expect(refuses(held, shownId)).toBe(true);
    expect(refuses({ ...shown, propensity: held.propensity }, heldId)).toBe(true);
    expect(refuses({ ...held, propensity: shown.propensity }, shownId)).toBe(true);
    expect(refuses({ ...held, wouldBe: 'base' }, heldId)).toBe(true);
    expect(refuses({ ...shown, wouldBe: 'b' }, shownId)).toBe(true);
    expect(refuses({ ...shown, propensity: 1 }, shownId)).toBe(true);
    expect(refuses({ ...shown, reason: 'split' }, shownId)).toBe(true);
  });
});
