import fc from 'fast-check';
import type { AllocationRange, Experience, Variant } from '../../src/model/experience';
import type { ManifestRecords } from '../../src/manifest/manifest';
import { nextRanges } from '../../src/decision/allocation/next-ranges';
import { ARTICLE, content, experience, HOME, NOW, records, settings, variant } from '../src/manifest/records';

const AUDIENCES = ['german', 'mobile', 'returning', 'hikers', 'deleted'];
const TAGS = ['hiking', 'tv', 'outdoor', 'ready-to-buy'];

const someOf = <T>(items: readonly T[], max: number) =>
  fc.uniqueArray(fc.constantFrom(...items), { maxLength: max });

const tags = fc.uniqueArray(
  fc.record({ tag: fc.constantFrom(...TAGS), weight: fc.integer({ min: 1, max: 100 }) }),
  {
    selector: ({ tag }) => tag,
    maxLength: 3,
  },
);

/** Entries of two content types, of which some have the same id. */
const place = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('a1', 'a2', 'a3').map((id) => [ARTICLE, id] as const) },
  { weight: 1, arbitrary: fc.constantFrom('a1', 'h').map((id) => [HOME, id] as const) },
);

const contents = fc.uniqueArray(
  fc
    .tuple(place, fc.constantFrom('en', 'de', undefined), someOf(['title', 'body'], 2))
    .map(([[contentType, documentId], locale, fills]) => content(documentId, fills, locale, contentType)),
  { minLength: 1, maxLength: 4, selector: ({ entry }) => JSON.stringify(entry) },
);

const variants: fc.Arbitrary<Variant[]> = fc
  .array(
    fc.record({
      order: fc.integer({ min: 0, max: 3 }),
      enabled: fc.constantFrom(true, true, true, false),
      audiences: fc.oneof(fc.constant([]), someOf(AUDIENCES, 2)),
      channels: fc.oneof(fc.constant([]), fc.constant([]), someOf(['web', 'app'], 1)),
      interests: tags,
      contents,
      share: fc.integer({ min: 0, max: 2_500 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => list.map((over, index) => variant(`v${index}`, over)));

const rangesOf = (list: readonly Variant[]): AllocationRange[] =>
  nextRanges([], new Map(list.map(({ code, share }) => [code, share])));

/** An experience as anybody could have made it, well thought out or not. */
export const experienceCalled = (code: string): fc.Arbitrary<Experience> =>
  fc
    .record({
      status: fc.constantFrom('running', 'running', 'running', 'paused'),
      selection: fc.constantFrom('relevance', 'relevance', 'split', 'adaptive'),
      audiences: fc.oneof(fc.constant([]), someOf(AUDIENCES, 3)),
      goal: fc.constantFrom('interaction', 'order', 'unknown'),
      holdout: fc.constantFrom(0, 1_000, 5_000),
      startsAt: fc.constantFrom(undefined, undefined, '2026-11-01', '2027-01-01'),
      endsAt: fc.constantFrom(undefined, undefined, undefined, '2026-12-01', '2020-01-01'),
      startedAt: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
      variants,
      entries: fc
        .uniqueArray(place, { maxLength: 2, selector: String })
        .map((places) => places.map(([contentType, documentId]) => ({ contentType, documentId }))),
    })
    .map(({ startsAt, endsAt, ...over }) =>
      experience(code, {
        ...over,
        status: over.status as Experience['status'],
        selection: over.selection as Experience['selection'],
        ...(startsAt && { startsAt }),
        ...(endsAt && { endsAt }),
        ranges: over.selection === 'relevance' ? [] : rangesOf(over.variants),
      }),
    );

/** Records of three experiences over three articles. */
export const someRecords: fc.Arbitrary<ManifestRecords> = fc
  .record({
    experiences: fc.tuple(...['x', 'y', 'z'].map(experienceCalled)),
    interests: tags,
    globalHoldout: fc.constantFrom(0, 0, 1_000),
  })
  .map(({ experiences, interests, globalHoldout }) =>
    records({
      experiences,
      settings: { ...settings, globalHoldout },
      entries: [{ contentType: ARTICLE, documentId: 'a1', interests, onlyFor: [], notFor: [] }],
    }),
  );

const scores = fc.dictionary(fc.constantFrom(...TAGS), fc.double({ min: 0, max: 50, noNaN: true }));

/** A context that says something sensible. */
export const someContext = fc.record(
  {
    unit: fc.record({ kind: fc.constantFrom('visitor' as const, 'page-visit' as const), id: fc.uuid() }),
    consent: fc.record({ personalization: fc.constantFrom(true, true, false) }),
    location: fc.record({ country: fc.constantFrom('DE', 'AT', 'FR') }),
    device: fc.record({ type: fc.constantFrom('mobile', 'desktop') }),
    session: fc.record({ count: fc.integer({ min: 1, max: 4 }) }),
    channel: fc.constantFrom('web', 'app', 'tv'),
    interests: fc.record({
      visit: scores,
      lasting: scores,
      at: fc.constant(new Date(NOW - 60_000).toISOString()),
    }),
  },
  { requiredKeys: ['unit'] },
);

/** Anything at all, some of it dressed up as a context. */
export const anyContext = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
  fc.record(
    {
      unit: fc.anything(),
      consent: fc.oneof(fc.constant({ personalization: true }), fc.anything()),
      location: fc.anything(),
      interests: fc.oneof(
        fc.anything(),
        fc.record({ visit: fc.anything(), lasting: fc.anything(), at: fc.anything() }),
      ),
      session: fc.anything(),
      channel: fc.anything(),
      device: fc.anything(),
    },
    { requiredKeys: [] },
  ),
);

export const someLocale = fc.constantFrom(undefined, 'en', 'de', 'fr');

/** The entries of a page, one of them twice. */
export const PAGE = [
  { contentType: ARTICLE, documentId: 'a1' },
  { contentType: ARTICLE, documentId: 'a2', locale: 'de' },
  { contentType: ARTICLE, documentId: 'a3' },
  { contentType: HOME, documentId: 'h' },
  { contentType: HOME, documentId: 'a1' },
  { contentType: ARTICLE, documentId: 'a1' },
];
