import type { EntryRef } from '../../src/model/entry-ref';
import type { Experience, Variant } from '../../src/model/experience';
import type { Random } from './random';
import { TAGS } from './vocabulary';

const ARTICLE = 'api::article.article';
/** Locale of every entry, and so of the page that asks. */
export const LOCALE = 'en';

/** Shape of experiences whose variants stand for one audience each. */
export interface PageShape {
  readonly experiences: number;
  readonly variants: number;
  /** Audience codes, dealt to the variants in turn. */
  readonly audiences: readonly string[];
}

/** The entry that an experience stands on. */
export const entryOf = (index: number): EntryRef => ({
  contentType: ARTICLE,
  documentId: `document-${index}`,
  locale: LOCALE,
});

/** Relevance experiences as editors make them: one entry each, a holdout, variants with an audience and two interests. */
export const experiencesOf = (
  random: Random,
  { experiences, variants, audiences }: PageShape,
): Experience[] =>
  Array.from({ length: experiences }, (_, index): Experience => {
    const entry = entryOf(index);
    return {
      code: `e${String(index).padStart(6, '0')}`,
      name: `Experience ${index}`,
      status: 'running',
      selection: 'relevance',
      audiences: [],
      goal: 'interaction',
      guardrails: [],
      holdout: 1_000,
      seed: `seed-${index}`,
      hash: 'fnv-v2',
      timeZone: 'Europe/Berlin',
      variants: Array.from({ length: variants }, (_unused, order): Variant => {
        const at = index * variants + order;
        return {
          code: `v${order}`,
          name: `Variant ${order}`,
          order,
          enabled: true,
          audiences: [audiences[at % audiences.length]!],
          channels: [],
          share: 0,
          interests: random.some(TAGS, 2).map((tag) => ({ tag, weight: random.between(1, 100) })),
          contents: [
            {
              entry,
              variantContentType: 'plugin::contextual.article-variant',
              variantDocumentId: `variant-${at}`,
              fills: ['title', 'text', 'image'],
              empties: [],
            },
          ],
        };
      }),
      weightsVersion: 1,
      ranges: [],
      startedAt: new Date(Date.parse('2026-01-01T00:00:00Z') + index * 60_000).toISOString(),
      entries: [entry],
    };
  });

/** Every interest tag as a record. */
export const INTEREST_TAGS = TAGS.map((code) => ({ code, name: code, group: 'topic' as const }));
