import type { Experience, Selection } from '../model/experience';
import type { WeightedTag } from '../model/interest-profile';
import type { BaseEntryRef } from './experiences';
import type { VariantContentRecord, VariantRecord } from './variants';

/**
 * POST /contextual/entries/:contentType/:documentId/variants — experience, variant and content in one step,
 * or none of them. In a running experience the variant is made switched off: it has nothing published yet.
 * A new variant of a test gets an equal part, taken from the others in proportion (once it is switched on).
 */
export interface EntryVariantInput {
  /** Name of the variant. */
  readonly name: string;
  /** Code of an experience that has not ended; absent: a new one is made for this entry. */
  readonly experience?: string;
  /** Of the new experience: its name (the variant's when absent) and how a variant is chosen. */
  readonly experienceName?: string;
  readonly selection?: Selection;
  /** Codes of audiences: of the variant in `relevance`, of the new experience otherwise. */
  readonly audiences?: readonly string[];
  readonly interests?: readonly WeightedTag[];
  /** Locale of the content; the project's default when absent. */
  readonly locale?: string;
  /** Start from a copy of the base entry's components and zones. */
  readonly copyComponents?: boolean;
}

/** What was made; the content opens at `variantContentType` / `variantDocumentId` in the Content Manager. */
export interface EntryVariantResponse {
  readonly data: {
    readonly experience: string;
    readonly variant: VariantRecord;
    readonly content: VariantContentRecord;
  };
}

/** Of which entry, experience and variant a variant content is. */
export interface VariantContentOrigin {
  readonly entry: BaseEntryRef;
  readonly experience: Pick<Experience, 'name' | 'status' | 'selection'> & { readonly code: string };
  readonly variant: Pick<VariantRecord, 'code' | 'name' | 'enabled'>;
  /** Names of the audiences that get it, the experience's in `split` and `adaptive`; none = everyone. */
  readonly audiences: readonly { readonly code: string; readonly name: string }[];
}

/** GET /contextual/variant-contents/:variantContentType/:documentId — `null`: it belongs to no variant. */
export interface VariantContentOriginResponse {
  readonly data: VariantContentOrigin | null;
}

/**
 * PUT /contextual/variant-contents/:variantContentType/:documentId — gives content that belongs to no variant
 * (a clone, one made in the list) to a variant for a base entry. Answers {@link VariantContentOriginResponse}.
 */
export interface VariantContentAdoption {
  readonly entry: BaseEntryRef;
  readonly experience: string;
  readonly variant: string;
}
