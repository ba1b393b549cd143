import { buildManifest } from '../../../src/manifest/build-manifest';
import type { Engine } from '../../../src/manifest/engine';
import { loadManifest, type LoadOptions } from '../../../src/manifest/load-manifest';
import type { DecisionSettings, ManifestRecords } from '../../../src/manifest/manifest';
import type { Experience, Variant, VariantContent } from '../../../src/model/experience';
import type { VisitorContext } from '../../../src/model/visitor-context';

/** Saturday noon, UTC. */
export const NOW = Date.parse('2026-11-21T12:00:00Z');

export const ARTICLE = 'api::article.article';
export const HOME = 'api::home.home';

export const settings: DecisionSettings = {
  interestMix: 0.6,
  affinityThreshold: 0.2,
  affinityLead: 0.1,
  globalHoldout: 0,
  globalHoldoutSeed: 'global',
};

/** Published content of a variant for one entry. */
export const content = (
  documentId = 'a1',
  fills: string[] = ['title'],
  locale?: string,
  contentType = ARTICLE,
): VariantContent => ({
  entry: { contentType, documentId, ...(locale !== undefined && { locale }) },
  variantContentType: 'plugin::contextual.article-variant',
  variantDocumentId: `variant-of-${documentId}`,
  fills,
  empties: [],
});

/** A variant that is on and has content; nothing else. */
export const variant = (code: string, over: Partial<Variant> = {}): Variant => ({
  code,
  name: `Variant ${code}`,
  order: 1,
  enabled: true,
  audiences: [],
  channels: [],
  share: 0,
  interests: [],
  contents: [content()],
  ...over,
});

/** A running relevance experience without holdout on article a1. */
export const experience = (code: string, over: Partial<Experience> = {}): Experience => ({
  code,
  name: `Experience ${code}`,
  status: 'running',
  selection: 'relevance',
  audiences: [],
  goal: 'interaction',
  guardrails: [],
  holdout: 0,
  seed: `seed-${code}`,
  hash: 'fnv-v2',
  timeZone: 'Europe/Berlin',
  variants: [],
  weightsVersion: 1,
  ranges: [],
  startedAt: '2026-11-01T00:00:00Z',
  entries: [{ contentType: ARTICLE, documentId: 'a1' }],
  ...over,
});

/** Records with three audiences, four tags, two goals and what is given. */
export const records = (over: Partial<ManifestRecords> = {}): ManifestRecords => ({
  version: 7,
  attributes: [],
  audiences: [
    { code: 'german', name: 'From Germany', rule: { 'location.country': 'DE' } },
    { code: 'mobile', name: 'On a phone', rule: { 'device.type': { $eq: 'mobile' } } },
    { code: 'returning', name: 'Came back', rule: { 'session.count': { $gte: 2 } } },
    { code: 'hikers', name: 'Likes hiking', rule: { 'interests.hiking': { $gte: 0.3 } } },
  ],
  interestTags: [
    { code: 'hiking', name: 'Hiking', group: 'topic' },
    { code: 'tv', name: 'Television', group: 'topic' },
    { code: 'outdoor', name: 'Outdoor', group: 'lifestyle' },
    { code: 'ready-to-buy', name: 'Ready to buy', group: 'stage' },
  ],
  goals: [
    {
      code: 'order',
      event: 'order',
      kind: 'rate',
      scope: 'visitor',
      windowDays: 7,
      direction: 'up',
    },
  ],
  experiences: [],
  entries: [],
  settings,
  ...over,
});

/** An engine of these experiences. */
export const engineOf = (
  experiences: readonly Experience[],
  over: Partial<ManifestRecords> = {},
  options?: LoadOptions,
): Engine => loadManifest(buildManifest(records({ ...over, experiences })), options);

/** A visitor who agreed. */
export const visitor = (id = 'v1', over: Partial<VisitorContext> = {}): VisitorContext => ({
  unit: { kind: 'visitor', id },
  consent: { personalization: true },
  ...over,
});

/** A page view of whom nothing is known. */
export const stranger = (over: Partial<VisitorContext> = {}): VisitorContext => ({
  unit: { kind: 'page-visit', id: 'p1' },
  ...over,
});

/** Interests of this visit, as of {@link NOW}. */
export const likes = (visit: Record<string, number>, lasting: Record<string, number> = {}) => ({
  visit,
  lasting,
  at: new Date(NOW).toISOString(),
});

/** The first id `u<n>` whose decision is as told; fails loudly if 1,000 ids hold none. */
export const unitWhere = (is: (id: string) => boolean): string => {
  for (let n = 0; n < 1_000; n += 1) if (is(`u${n}`)) return `u${n}`;
  throw new Error('No unit among 1,000 is as told');
};
