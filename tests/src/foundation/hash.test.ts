import { GrowthBook } from '@growthbook/growthbook';
import { bucketOf, fnv1a32 } from '../../../src/foundation/hash';

describe('fnv1a32', () => {
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('gives the published FNV-1a value of %j', (text, expected) => {
    expect(fnv1a32(text)).toBe(expected);
  });
});

describe('bucketOf', () => {
  const ids = ['1', 'v-42', 'Größe', '日本', '💡', '0b0d5a5e-2f0e-4f4e-9d0b-0f4a8a1d2c3b'].concat(
    Array.from({ length: 300 }, (_, n) => `unit-${n}`),
  );

  it.each(['seed', 'exp-1', 'exp-1:holdout', 'Übung'])(
    'is where the official SDK puts a unit, with seed %j',
    (seed) => {
      for (const id of ids) {
        const bucket = bucketOf(seed, id);
        expect([id, sdkIsInRange(seed, id, bucket / 10_000, (bucket + 1) / 10_000)]).toEqual([id, true]);
        expect([id, sdkIsInRange(seed, id, 0, bucket / 10_000)]).toEqual([id, false]);
      }
    },
  );

  it('spreads units evenly', () => {
    const halves = Array.from({ length: 20_000 }, (_, n) => bucketOf('even', `u${n}`) < 5_000);
    expect(Math.abs(halves.filter(Boolean).length / halves.length - 0.5)).toBeLessThan(0.01);
  });
});

/** Asks the SDK with one range of an experience: in it, the visitor takes part. */
const sdkIsInRange = (seed: string, id: string, from: number, to: number): boolean => {
  const sdk = new GrowthBook({ attributes: { id } });
  const result = sdk.run({
    key: 'experiment',
    seed,
    hashVersion: 2,
    variations: ['base', 'variant'],
    ranges: [
      [from, to],
      [0, 0],
    ],
  });
  sdk.destroy();
  return result.inExperiment;
};
