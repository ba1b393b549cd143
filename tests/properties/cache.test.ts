import fc from 'fast-check';
import { buildManifest } from '../../src/manifest/build-manifest';
import { loadManifest } from '../../src/manifest/load-manifest';
import type { ManifestRecords } from '../../src/manifest/manifest';
import { experienceCalled, PAGE, someContext, someLocale, someRecords } from './arbitraries';
import { NOW } from '../src/manifest/records';

const CONTEXTS = 10_000;
const EDIT_EVERY = 50;

describe('cached eligible lists', () => {
  it('give what none gives, over 10,000 contexts interleaved with edits', () => {
    const options = { seed: 7, numRuns: 1 };
    const contexts = fc.sample(fc.tuple(someContext, someLocale), { ...options, numRuns: CONTEXTS });
    const edits = fc.sample(fc.tuple(...['x', 'y', 'z'].map(experienceCalled)), {
      ...options,
      numRuns: CONTEXTS / EDIT_EVERY,
    });
    let current = fc.sample(someRecords, options)[0]!;
    let engines = enginesOf(current);
    let shown = 0;
    const different: number[] = [];
    contexts.forEach(([context, locale], n) => {
      if (n % EDIT_EVERY === 0) {
        current = edited(current, edits[n / EDIT_EVERY]!, n / EDIT_EVERY);
        engines = enginesOf(current);
      }
      const input = { context, now: NOW, ...(locale && { locale }) };
      const expected = engines.uncached.decideMany(PAGE, input);
      const told = JSON.stringify(expected);
      if (JSON.stringify(engines.cached.decideMany(PAGE, input)) !== told) different.push(n);
      if (JSON.stringify(engines.tiny.decideMany(PAGE, input)) !== told) different.push(n);
      shown += expected.filter(({ variantKey }) => variantKey !== '').length;
    });
    expect(different).toEqual([]);
    expect(shown).toBeGreaterThan(CONTEXTS / 10);
  });
});

const enginesOf = (records: ManifestRecords) => {
  const manifest = buildManifest(records);
  return {
    uncached: loadManifest(manifest, { cacheSize: 0 }),
    cached: loadManifest(manifest),
    tiny: loadManifest(manifest, { cacheSize: 2 }),
  };
};

/** One experience at a time is replaced, as an editor would. */
const edited = (
  records: ManifestRecords,
  replacements: ManifestRecords['experiences'],
  turn: number,
): ManifestRecords => ({
  ...records,
  version: records.version + 1,
  experiences: records.experiences.map((old, index) => (index === turn % 3 ? replacements[index]! : old)),
});
