/**
 * What needs somebody's attention, closed: the panel has a sentence for each.
 * - `entry-gone`: an experience that has not ended names an entry that does not exist any more.
 * - `entry-unpublished`: a running experience spans an entry that is not published, in no locale or not in
 *   `locale`; nothing of it is delivered, its variants are kept.
 * - `no-entries`: a running or paused experience has none left.
 * - `content-missing`: a variant of a running experience has no content.
 * - `content-unpublished`: it has, but none of it is published.
 * - `content-empty`: its published content fills nothing and empties nothing, so it shows the same as base:
 *   its media were deleted, or its attributes left the schema.
 * - `attribute-conflict`: two running experiences fill the same attribute; `other` gives way.
 * - `audience-invalid`: a rule cannot be read any more, so nobody matches it.
 * - `audience-gone`: an experience, a variant or an entry names an audience that does not exist; nobody is in it.
 *   Deleting what is used is refused, so this comes from a script or an import. `audience.name` is its code.
 * - `nobody-takes-part`: nobody can be in the audiences of a running experience; `sentence` says why.
 * - `variant-dead`: nobody can match a variant; `sentence` says why.
 * - `variant-shadowed`: whoever could get a variant always gets another one; `sentence` says which.
 * - `content-orphaned`: variant content that belongs to no variant is never delivered.
 * - `type-off`: variants of a content type that is switched off are kept, and not delivered.
 * - `type-gone`: the same, but the content type itself was deleted or renamed.
 * - `not-restored`: after a start without the plugin something could not be brought back.
 */
export const ATTENTION_CODES = [
  'entry-gone',
  'entry-unpublished',
  'no-entries',
  'content-missing',
  'content-unpublished',
  'content-empty',
  'attribute-conflict',
  'audience-invalid',
  'audience-gone',
  'nobody-takes-part',
  'variant-dead',
  'variant-shadowed',
  'content-orphaned',
  'type-off',
  'type-gone',
  'not-restored',
] as const;

export type AttentionCode = (typeof ATTENTION_CODES)[number];

/** A record by its code, and the name that people gave it. */
export interface NamedRecord {
  readonly code: string;
  readonly name: string;
}

/** One thing that needs attention; what is absent does not apply. */
export interface AttentionItem {
  readonly code: AttentionCode;
  /** `error`: visitors get less than was meant; `warning`: somebody should look. */
  readonly severity: 'error' | 'warning';
  readonly experience?: NamedRecord;
  readonly variant?: NamedRecord;
  readonly audience?: NamedRecord;
  /** The experience that gives way. */
  readonly other?: NamedRecord;
  readonly entry?: { readonly contentType: string; readonly documentId: string };
  /** Of `type-off` and `type-gone`: the content type itself, which `content` holds the variants of. */
  readonly contentType?: string;
  /** Uid of the content type of variant content, with one document or all. */
  readonly content?: { readonly contentType: string; readonly documentId?: string };
  readonly attributes?: readonly string[];
  readonly locale?: string;
  /** How many variant contents, or things that could not be brought back. */
  readonly count?: number;
  /** What could not be brought back, and why: `<reason>: <what>`. Of a rule: its first issue, in English. */
  readonly detail?: string;
  /** Why a variant is never shown, with the names that people gave. */
  readonly sentence?: { readonly en: string; readonly de: string };
}

/**
 * What an edit elsewhere in Strapi changed in our records, closed.
 * - `entry-deleted`, `locale-deleted`: variant content and targeting of it went with it. `locale-deleted`
 *   without a `documentId`: the locale left the project, or many entries lost it at once.
 * - `entry-unpublished`: nothing was changed, but variants of running experiences stopped being delivered.
 * - `content-deleted`, `content-unpublished`: somebody did so with variant content itself.
 * - `media-deleted`: variant content lost files; base's are delivered in their place.
 * - `attribute-changed`: attributes left the schema or changed their type; `contents` had filled them.
 * - `type-off`, `type-gone`, `type-on`: a content type was switched off, deleted or renamed, and came back.
 */
export const AFFECTED_CODES = [
  'entry-deleted',
  'entry-unpublished',
  'locale-deleted',
  'content-deleted',
  'content-unpublished',
  'media-deleted',
  'attribute-changed',
  'type-off',
  'type-gone',
  'type-on',
] as const;

export type AffectedCode = (typeof AFFECTED_CODES)[number];

/** One line of the log. */
export interface AffectedRecord {
  readonly code: AffectedCode;
  /** ISO 8601. */
  readonly at: string;
  /** Of the base entries, also where variant content itself was edited. */
  readonly contentType: string;
  /** Of the base entry; absent where it concerned many. */
  readonly documentId?: string;
  /** Absent = all, or not localised. */
  readonly locale?: string;
  /** Experiences that it concerned, by name at that time; at most 20. */
  readonly experiences: readonly NamedRecord[];
  /** Variant contents that went, lost something, or stopped being delivered. */
  readonly contents: number;
  readonly attributes?: readonly string[];
}

/** GET /contextual/attention — at most 200 items, errors first; the last 100 changes, newest first. */
export interface AttentionResponse {
  readonly data: readonly AttentionItem[];
  readonly meta: { readonly affected: readonly AffectedRecord[] };
}
