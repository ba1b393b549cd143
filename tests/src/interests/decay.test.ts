import fc from 'fast-check';
import { decayFactor } from '../../../src/interests/decay';

describe('decayFactor', () => {
  it('halves exactly with every half-life, however many', () => {
    for (let halfLives = 0; halfLives <= 60; halfLives += 1) {
      expect(decayFactor(halfLives * 1_800_000, 1_800_000)).toBe(2 ** -halfLives);
    }
  });

  it('is 2^(-elapsed / half-life) to the last digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (halfLives) => {
        const expected = 2 ** -halfLives;
        expect(Math.abs(decayFactor(halfLives * 1000, 1000) - expected)).toBeLessThanOrEqual(
          1e-14 * expected,
        );
      }),
    );
  });

  it('never makes a score grow: neither backwards nor for what is no time', () => {
    for (const elapsed of [0, -1, -1e12, Number.NaN]) expect(decayFactor(elapsed, 1000)).toBe(1);
    expect(decayFactor(Infinity, 1000)).toBe(0);
  });
});
