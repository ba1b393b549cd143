import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildManifest } from '../../../src/manifest/build-manifest';
import type { DecideInput, Engine } from '../../../src/manifest/engine';
import { loadManifest } from '../../../src/manifest/load-manifest';
import type { ManifestRecords } from '../../../src/manifest/manifest';
import { DECISION_REASONS, type Decision } from '../../../src/model/decision';
import type { EntryRef } from '../../../src/model/entry-ref';
import type { VisitorContext } from '../../../src/model/visitor-context';

/** What every case says: who asks, when, and where. */
interface Asked {
  says: string;
  context: VisitorContext;
  now: string;
  locale?: string;
  forced?: { experience: string; variant: string };
}

interface DecisionCase extends Asked {
  experience: string;
  expect: Pick<Decision, 'variant' | 'wouldBe' | 'reason' | 'propensity'>;
}

interface PageCase extends Asked {
  entries: EntryRef[];
  /** The variant key of each entry. */
  expect: string[];
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(__dirname, `${file}.json`), 'utf8')) as T;

const FILES = ['relevance', 'split', 'consent', 'schedule', 'forced'];
const CASES = FILES.flatMap((file) => read<DecisionCase[]>(file));

const manifest = buildManifest(read<ManifestRecords>('records'));
const ENGINES: [string, Engine][] = [
  ['with a cache', loadManifest(manifest)],
  ['without one', loadManifest(manifest, { cacheSize: 0 })],
  ['from JSON', loadManifest(JSON.parse(JSON.stringify(manifest)))],
];

const inputOf = ({ context, now, locale, forced }: Asked): DecideInput => ({
  context,
  now: Date.parse(now),
  ...(locale !== undefined && { locale }),
  ...(forced !== undefined && { forced }),
});

describe.each(ENGINES)('the engine %s agrees with its corpus', (_, engine) => {
  it.each(CASES.map((one) => [one.experience, one.says, one] as const))(
    '%s: %s',
    (_experience, _says, one) => {
      const decision = engine.decide(one.experience, inputOf(one));
      expect(decision).toEqual({
        experience: one.experience,
        ...one.expect,
        propensity: expect.closeTo(one.expect.propensity, 10),
        weightsVersion: manifest.experiences.find(({ code }) => code === one.experience)?.weightsVersion ?? 0,
        manifestVersion: 42,
      });
      expect(engine.explain(one.experience, inputOf(one)).decision).toEqual(decision);
    },
  );

  it.each(read<PageCase[]>('pages').map((one) => [one.says, one] as const))('a page: %s', (_says, one) => {
    expect(engine.decideMany(one.entries, inputOf(one)).map(({ variantKey }) => variantKey)).toEqual(
      one.expect,
    );
  });
});

it('the corpus has every reason but the one that needs a fault', () => {
  const reasons = new Set(CASES.map(({ expect: { reason } }) => reason));
  expect([...reasons].sort()).toEqual(DECISION_REASONS.filter((reason) => reason !== 'error').sort());
  expect(CASES.length).toBeGreaterThanOrEqual(40);
});
