import { holdoutSide } from '../../../../src/decision/allocation/held-out';
import { bucketOf } from '../../../../src/foundation/hash';

const own = bucketOf('s:holdout', 'unit');
const global = bucketOf('g:holdout', 'unit');
const side = (holdout: number, globalHoldout: number) =>
  holdoutSide({ seed: 's', holdout, globalSeed: 'g', globalHoldout }, 'unit');

describe('holdoutSide', () => {
  it('holds out below the holdout, not at it', () => {
    expect([side(own, 0).held, side(own + 1, 0).held]).toEqual([false, true]);
    expect([side(0, global).held, side(0, global + 1).held]).toEqual([false, true]);
  });

  it('gives both sides probabilities that add up to 1', () => {
    expect(side(own, global).propensity + side(own + 1, global).propensity).toBeCloseTo(1, 3);
    expect(side(0, 0).propensity).toBe(1);
    expect(side(10_000, 0).propensity).toBe(1);
  });
});
