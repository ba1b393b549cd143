import fc from 'fast-check';
import { buildManifest } from '../../src/manifest/build-manifest';
import { changeManifest, type ManifestChange } from '../../src/manifest/change-manifest';
import type { Engine } from '../../src/manifest/engine';
import { loadManifest } from '../../src/manifest/load-manifest';
import type { Manifest, ManifestRecords } from '../../src/manifest/manifest';
import { entryKey } from '../../src/model/entry-ref';
import type { Rule } from '../../src/model/rule';
import type { VisitorContext } from '../../src/model/visitor-context';
import { experienceCalled, PAGE, someContext, someLocale, someRecords } from './arbitraries';
import { ARTICLE, HOME, NOW, settings } from '../src/manifest/records';

const SEED = { seed: 20261122 };
const CODES = ['x', 'y', 'z', 'u', 'w'];
const AUDIENCES = ['german', 'mobile', 'returning', 'hikers', 'new'];
const TAGS = ['hiking', 'tv', 'ready-to-buy'];
const DOCUMENTS = ['a1', 'a2', 'a3'];

const someOf = (codes: readonly string[]) => fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 2 });

const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.constantFrom<Rule>({}, { 'device.type': 'mobile' }, { $not: { 'location.country': 'DE' } }),
  fc.integer({ min: 0, max: 4 }).map((count) => ({ 'session.count': { $gte: count } })),
  fc.constantFrom<Rule>(
    { 'interests.tv': { $gte: 0.3 } },
    { 'traits.plan': 'pro' },
    { 'no.such': { $odd: 1 } },
  ),
);

const audience = fc
  .record({ code: fc.constantFrom(...AUDIENCES), rule })
  .map((one) => ({ ...one, name: one.code }));

const goal = fc.record({
  code: fc.constantFrom('order', 'interaction', 'lead'),
  event: fc.constantFrom('order', 'lead'),
  kind: fc.constant('rate' as const),
  scope: fc.constantFrom('visitor' as const, 'page-view' as const),
  windowDays: fc.constant(7),
  direction: fc.constant('up' as const),
});

const tag = fc.record({
  code: fc.constantFrom(...TAGS),
  name: fc.constant('Tag'),
  group: fc.constantFrom('topic' as const, 'stage' as const, 'lifestyle' as const),
});

const entry = fc.record({
  contentType: fc.constantFrom(ARTICLE, ARTICLE, HOME),
  documentId: fc.constantFrom(...DOCUMENTS, 'h'),
  interests: fc.uniqueArray(
    fc.record({ tag: fc.constantFrom(...TAGS), weight: fc.integer({ min: 1, max: 100 }) }),
    {
      selector: (one) => one.tag,
      maxLength: 3,
    },
  ),
  onlyFor: someOf(AUDIENCES),
  notFor: someOf(AUDIENCES),
});

/** One edit: mostly of one record, at times of several at once. */
const change: fc.Arbitrary<Omit<ManifestChange, 'version'>> = fc.oneof(
  ...CODES.map((code) => experienceCalled(code).map((one) => ({ put: { experiences: [one] } }))),
  fc.constantFrom(...CODES).map((code) => ({ remove: { experiences: [code] } })),
  fc.tuple(...CODES.slice(0, 3).map(experienceCalled)).map((experiences) => ({ put: { experiences } })),
  audience.map((one) => ({ put: { audiences: [one] } })),
  fc.constantFrom(...AUDIENCES).map((code) => ({ remove: { audiences: [code] } })),
  entry.map((one) => ({ put: { entries: [one] } })),
  entry.map((one) => ({ remove: { entries: [one] } })),
  goal.map((one) => ({ put: { goals: [one] } })),
  tag.map((one) => ({ put: { interestTags: [one] } })),
  fc.constantFrom('tv', 'hiking').map((code) => ({ remove: { interestTags: [code], goals: ['order'] } })),
  fc.constantFrom(0, 1_000).map((globalHoldout) => ({ settings: { ...settings, globalHoldout } })),
  fc.constantFrom('string' as const, 'number' as const).map((type) => ({
    attributes: [{ path: 'traits.plan', type, consent: 'stored' as const }],
    // One that its declaration makes valid or not.
    put: { audiences: [{ code: 'planned', name: 'Has the plan', rule: { 'traits.plan': 'pro' } }] },
  })),
  fc.tuple(audience, entry, experienceCalled('x')).map(([a, e, x]) => ({
    put: { audiences: [a], entries: [e], experiences: [x] },
    remove: { experiences: ['y'] },
  })),
);

const putInto = <T>(
  records: readonly T[],
  keyOf: (record: T) => string,
  put: readonly T[] = [],
  remove: readonly string[] = [],
) => {
  const left = records.filter((record) => !remove.includes(keyOf(record)));
  const without = left.filter((record) => !put.some((one) => keyOf(one) === keyOf(record)));
  return [...without, ...put];
};

const codeOf = (one: { code: string }) => one.code;

/** The records after a change, as a database would hold them: in no order at all. */
const edited = (
  records: ManifestRecords,
  { version, put, remove, ...rest }: ManifestChange,
): ManifestRecords => ({
  ...records,
  ...rest,
  version,
  audiences: putInto(records.audiences, codeOf, put?.audiences, remove?.audiences),
  interestTags: putInto(records.interestTags, codeOf, put?.interestTags, remove?.interestTags),
  goals: putInto(records.goals, codeOf, put?.goals, remove?.goals),
  experiences: putInto(records.experiences, codeOf, put?.experiences, remove?.experiences),
  entries: putInto(records.entries, entryKey, put?.entries, remove?.entries?.map(entryKey)),
});

const KEYS = ['', 'x.v0', 'x.v0~y.v1', 'u.v0~x.v1~z.v0', 'y.v0~x.v0'];
const SCOPES = [
  ...DOCUMENTS.map((documentId) => ({ contentType: ARTICLE, documentId })),
  ...['a1', 'h'].map((documentId) => ({ contentType: HOME, documentId })),
  { contentType: ARTICLE, documentId: 'a1', locale: 'de' },
  { contentType: ARTICLE },
  { contentType: HOME },
];

/** Everything that an engine can be asked, as text. */
const answersOf = (engine: Engine, context: VisitorContext, locale: string | undefined): string => {
  const input = { context, now: NOW, ...(locale && { locale }) };
  const matching = new Set(engine.matchAudiences(context, NOW));
  const shown = new Map(CODES.map((code) => [code, 'v0']));
  return JSON.stringify({
    manifest: engine.manifest,
    invalid: engine.invalidAudiences,
    matching: [...matching],
    decided: CODES.map((code) => engine.decide(code, input)),
    explained: CODES.map((code) => engine.explain(code, input)),
    page: engine.decideMany(PAGE, input),
    pageExplained: engine.explainMany(PAGE, input),
    contents: CODES.flatMap((code) => [
      engine.variantContents(code, 'v0'),
      engine.variantContents(code, 'v1'),
    ]),
    scopes: SCOPES.map((scope) => ({
      experiences: engine.experiencesOf(scope),
      dependencies: engine.dependenciesOf(scope),
      keys: KEYS.map((key) => {
        const { variants, canonical } = engine.resolveVariantKey(key, scope, NOW);
        return [[...variants], canonical];
      }),
    })),
    entries: PAGE.map((one) => ({
      listed: engine.isListed(one, matching),
      interests: engine.interestsOf(one),
      chosen: engine.contentsFor(one, shown),
      previewed: engine.contentsFor(one, shown, true),
    })),
    hidden: [ARTICLE, HOME].map((type) => engine.hiddenFromLists(type, matching)),
  });
};

describe('a changed manifest', () => {
  it('is, byte for byte, the one that the changed records make', () => {
    let differing = 0;
    fc.assert(
      fc.property(someRecords, fc.array(change, { minLength: 1, maxLength: 12 }), (given, changes) => {
        let records = given;
        let manifest = buildManifest(records);
        for (const [index, one] of changes.entries()) {
          const next = { version: records.version + 1 + index, ...one };
          records = edited(records, next);
          const before = JSON.stringify(manifest);
          const changed = changeManifest(manifest, next);
          expect(JSON.stringify(changed)).toBe(JSON.stringify(buildManifest(records)));
          expect(JSON.stringify(manifest)).toBe(before);
          if (changed.experiences !== manifest.experiences) differing += 1;
          manifest = changed;
        }
      }),
      { ...SEED, numRuns: 150 },
    );
    expect(differing).toBeGreaterThan(150);
  });

  it('is the same text whether it was built after an earlier one or not', () => {
    fc.assert(
      fc.property(someRecords, fc.array(change, { minLength: 1, maxLength: 6 }), (given, changes) => {
        let records = given;
        let previous = buildManifest(records);
        for (const one of changes) {
          records = edited(records, { version: records.version + 1, ...one });
          const built = buildManifest(structuredClone(records), { previous });
          expect(JSON.stringify(built)).toBe(JSON.stringify(buildManifest(records)));
          previous = built;
        }
      }),
      { ...SEED, numRuns: 100 },
    );
  });
});

/** The ways in which a manifest comes to an engine after an edit. */
const WAYS: Readonly<
  Record<string, (manifest: Manifest, change: ManifestChange, records: ManifestRecords) => Manifest>
> = {
  changed: (manifest, one) => changeManifest(manifest, one),
  rebuilt: (previous, _, records) => buildManifest(structuredClone(records), { previous }),
  'sent as JSON': (_, __, records) => JSON.parse(JSON.stringify(buildManifest(records))),
  'in another order than ours': (_, __, records) => {
    const manifest = buildManifest(records);
    return {
      ...manifest,
      experiences: [...manifest.experiences].reverse(),
      entries: [...manifest.entries].reverse(),
    };
  },
};

describe('an engine made from the one before an edit', () => {
  it.each(Object.keys(WAYS))('answers exactly as one made anew, its manifest %s', (way) => {
    const visits = fc.array(fc.tuple(someContext, someLocale), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(
        someRecords,
        fc.array(fc.tuple(change, visits), { minLength: 1, maxLength: 8 }),
        (given, edits) => {
          let records = given;
          let engine = loadManifest(buildManifest(records));
          for (const [one, contexts] of edits) {
            const next = { version: records.version + 1, ...one };
            records = edited(records, next);
            const manifest = WAYS[way]!(engine.manifest, next, records);
            const previous = engine;
            engine = loadManifest(manifest, { previous });
            const fresh = loadManifest(manifest, { cacheSize: 0 });
            const freshPrevious = loadManifest(previous.manifest, { cacheSize: 0 });
            for (const [context, locale] of contexts) {
              expect(answersOf(engine, context, locale)).toBe(answersOf(fresh, context, locale));
              // Whoever still asks the engine before reads and writes the same cache.
              expect(answersOf(previous, context, locale)).toBe(answersOf(freshPrevious, context, locale));
              expect(answersOf(engine, context, locale)).toBe(answersOf(fresh, context, locale));
            }
          }
        },
      ),
      { ...SEED, numRuns: 20 },
    );
  });

  it('stays exact where two lines of engines go on from the same one, each with experiences of its own', () => {
    const visits = fc.array(fc.tuple(someContext, someLocale), { minLength: 4, maxLength: 4 });
    const edit = fc.constantFrom('u', 'w').chain(experienceCalled);
    fc.assert(
      fc.property(someRecords, fc.tuple(edit, edit, edit, edit), visits, (given, edits, contexts) => {
        const start = loadManifest(buildManifest(given));
        let lines = [start, start];
        for (const [index, experience] of edits.entries()) {
          const previous = lines[index % 2]!;
          const put = { experiences: [{ ...experience, audiences: ['mobile'] }] };
          const manifest = changeManifest(previous.manifest, { version: 8, put });
          lines = lines.map((one, line) => (line === index % 2 ? loadManifest(manifest, { previous }) : one));
        }
        for (const [context, locale] of contexts) {
          for (const engine of lines) {
            const fresh = loadManifest(engine.manifest, { cacheSize: 0 });
            expect(answersOf(engine, context, locale)).toBe(answersOf(fresh, context, locale));
          }
        }
      }),
      { ...SEED, numRuns: 50 },
    );
  });
});
