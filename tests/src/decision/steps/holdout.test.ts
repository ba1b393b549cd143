import { bucketOf } from '../../../../src/foundation/hash';
import {
  engineOf,
  experience,
  NOW,
  settings,
  stranger,
  unitWhere,
  variant,
  visitor,
} from '../../manifest/records';

const shownToGermans = (holdout: number, globalHoldout = 0) =>
  engineOf([experience('x', { holdout, variants: [variant('a', { audiences: ['german'] })] })], {
    settings: { ...settings, globalHoldout },
  });
const german = (id: string) => ({ context: visitor(id, { location: { country: 'DE' } }), now: NOW });

describe('holdout', () => {
  it('is where the bucket of `seed:holdout` is below it', () => {
    const engine = shownToGermans(1_000);
    for (let n = 0; n < 300; n += 1) {
      const held = bucketOf('seed-x:holdout', `u${n}`) < 1_000;
      expect(engine.decide('x', german(`u${n}`)).reason).toBe(held ? 'holdout' : 'audience');
    }
  });

  it('carries what would have been shown, and the probability of either side', () => {
    const engine = shownToGermans(1_000);
    const held = unitWhere((id) => engine.decide('x', german(id)).reason === 'holdout');
    const shown = unitWhere((id) => engine.decide('x', german(id)).reason === 'audience');
    const heldOut = engine.decide('x', german(held));
    expect(heldOut).toMatchObject({ variant: 'base', wouldBe: 'a' });
    expect(heldOut.propensity).toBeCloseTo(0.1);
    const delivered = engine.decide('x', german(shown));
    expect(delivered).toMatchObject({ variant: 'a', wouldBe: 'a' });
    expect(delivered.propensity).toBeCloseTo(0.9);
  });

  it('is no reason for who would have got base anyway', () => {
    const engine = shownToGermans(10_000);
    expect(engine.decide('x', { context: stranger(), now: NOW })).toMatchObject({
      variant: 'base',
      wouldBe: 'base',
      reason: 'base-no-match',
      propensity: 1,
    });
  });

  it('of 0 holds nobody out, of 10,000 everybody', () => {
    for (let n = 0; n < 100; n += 1) {
      expect(shownToGermans(0).decide('x', german(`u${n}`))).toMatchObject({ variant: 'a', propensity: 1 });
      expect(shownToGermans(10_000).decide('x', german(`u${n}`))).toMatchObject({
        reason: 'holdout',
        propensity: 1,
      });
    }
  });

  it('that is global spans experiences: the same units are held out of all', () => {
    const engine = engineOf(
      ['x', 'y'].map((code) => experience(code, { variants: [variant('a', { audiences: ['german'] })] })),
      { settings: { ...settings, globalHoldout: 2_000 } },
    );
    for (let n = 0; n < 200; n += 1) {
      const held = bucketOf('global:holdout', `u${n}`) < 2_000;
      for (const code of ['x', 'y'])
        expect(engine.decide(code, german(`u${n}`)).reason === 'holdout').toBe(held);
    }
  });

  it('and both together are independent: shown is (1 − own) · (1 − global)', () => {
    const engine = shownToGermans(1_000, 2_000);
    const held = unitWhere((id) => engine.decide('x', german(id)).reason === 'holdout');
    const shown = unitWhere((id) => engine.decide('x', german(id)).reason === 'audience');
    expect(engine.decide('x', german(shown)).propensity).toBeCloseTo(0.72);
    expect(engine.decide('x', german(held)).propensity).toBeCloseTo(0.28);
  });

  it('does not touch split', () => {
    const engine = engineOf(
      [
        experience('x', {
          selection: 'split',
          holdout: 10_000,
          variants: [variant('a')],
          ranges: [{ variant: 'a', from: 0, to: 10_000 }],
        }),
      ],
      { settings: { ...settings, globalHoldout: 10_000 } },
    );
    expect(engine.decide('x', { context: visitor(), now: NOW })).toMatchObject({
      variant: 'a',
      reason: 'split',
    });
  });
});
