/**
 * What needs somebody's attention, closed: the panel has a sentence for each.
 * - `entry-gone`: an experience names an entry that does not exist any more.
 * - `no-entries`: a running or paused experience has none left.
 * - `content-missing`: a variant of a running experience has no content.
 * - `content-unpublished`: it has, but none of it is published.
 * - `attribute-conflict`: two running experiences fill the same attribute; `other` gives way.
 * - `audience-invalid`: a rule cannot be read any more, so nobody matches it.
 * - `content-orphaned`: variant content that belongs to no variant is never delivered.
 * - `type-off`: variants of a content type that is switched off are kept, and not delivered.
 * - `not-restored`: after a start without the plugin something could not be brought back.
 */
export const ATTENTION_CODES = [
  'entry-gone',
  'no-entries',
  'content-missing',
  'content-unpublished',
  'attribute-conflict',
  'audience-invalid',
  'content-orphaned',
  'type-off',
  'not-restored',
] as const;

export type AttentionCode = (typeof ATTENTION_CODES)[number];

/** One thing that needs attention; what is absent does not apply. */
export interface AttentionItem {
  readonly code: AttentionCode;
  /** `error`: visitors get less than was meant; `warning`: somebody should look. */
  readonly severity: 'error' | 'warning';
  readonly experience?: { readonly code: string; readonly name: string };
  readonly variant?: { readonly code: string; readonly name: string };
  readonly audience?: { readonly code: string; readonly name: string };
  /** The experience that gives way. */
  readonly other?: { readonly code: string; readonly name: string };
  readonly entry?: { readonly contentType: string; readonly documentId: string };
  /** Uid of the content type of variant content, with one document or all. */
  readonly content?: { readonly contentType: string; readonly documentId?: string };
  readonly attributes?: readonly string[];
  readonly locale?: string | null;
  readonly count?: number;
  /** What could not be brought back, and why: words of the log. */
  readonly detail?: string;
}

/**
 * What an edit elsewhere in Strapi changed in our records, newest first; the last 100 are kept.
 * - `entry-deleted`, `locale-deleted`: variant content and targeting of it went with it.
 * - `audience-deleted` and the like do not occur: what is used cannot be deleted.
 */
export interface AffectedRecord {
  readonly code:
    | 'entry-deleted'
    | 'entry-unpublished'
    | 'locale-deleted'
    | 'content-deleted'
    | 'attribute-changed'
    | 'type-off'
    | 'type-on';
  /** ISO 8601. */
  readonly at: string;
  readonly contentType: string;
  readonly documentId?: string;
  readonly locale?: string | null;
  /** Experiences that it concerned, by name at that time. */
  readonly experiences: readonly { readonly code: string; readonly name: string }[];
  /** Variant contents that went or stopped being delivered. */
  readonly contents: number;
  readonly attributes?: readonly string[];
}

/** GET /contextual/attention */
export interface AttentionResponse {
  readonly data: readonly AttentionItem[];
  readonly meta: { readonly affected: readonly AffectedRecord[] };
}
