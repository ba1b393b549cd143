import type { Variant } from '../model/experience';
import type { WeightedTag } from '../model/interest-profile';
import type { BaseEntryRef } from './experiences';
import type { RecordListResponse, RecordResponse, RecordStamp } from './records';

/** A variant as stored; its contents are documents of their own. */
export type VariantRecord = RecordStamp &
  Omit<Variant, 'contents'> & {
    /** Code of the experience. */
    readonly experience: string;
  };

/** GET /contextual/experiences/:experience/variants */
export type VariantListResponse = RecordListResponse<VariantRecord>;

/** POST /contextual/experiences/:experience/variants */
export interface VariantInput {
  /** Unique within the experience; drawn when absent. */
  readonly code?: string;
  readonly name: string;
  /** Editor's order; the last when absent. */
  readonly order?: number;
  readonly enabled?: boolean;
  /** Codes of audiences; `relevance` only. */
  readonly audiences?: readonly string[];
  readonly channels?: readonly string[];
  /** 0..10,000; `split` and `adaptive` only. */
  readonly share?: number;
  readonly interests?: readonly WeightedTag[];
}

/** PUT /contextual/experiences/:experience/variants/:code */
export type VariantChange = Partial<Omit<VariantInput, 'code'>> & {
  /** As read; another value in store means 409 `changed-meanwhile`. Without it the last edit wins. */
  readonly updatedAt?: string;
};

/** Answer of the calls for one variant. */
export type VariantResponse = RecordResponse<VariantRecord>;

/** POST /contextual/experiences/:experience/variants/:code/contents */
export interface VariantContentInput {
  readonly entry: BaseEntryRef;
  /** The project's default locale when absent; ignored for types that are not localised. */
  readonly locale?: string;
  /** Attributes of the variant content; none = everything inherited. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Start from a copy of the base entry's components and zones; `data` lies over it. */
  readonly copyComponents?: boolean;
}

/** How far a variant content is in one locale. */
export type ContentStatus = 'draft' | 'published' | 'modified';

/** Where a variant's content for one base entry is, and how far it is. */
export interface VariantContentRecord {
  readonly experience: string;
  readonly variant: string;
  readonly entry: BaseEntryRef;
  readonly variantContentType: string;
  readonly variantDocumentId: string;
  /** The document is gone, or its content type is turned off: nothing of it is delivered. */
  readonly available: boolean;
  /** One for each locale that has content; `null` for types that are not localised. */
  readonly locales: readonly { readonly locale: string | null; readonly status: ContentStatus }[];
}

/** GET /contextual/experiences/:experience/contents; GET /contextual/entries/:contentType/:documentId/contents */
export interface VariantContentListResponse {
  readonly data: readonly VariantContentRecord[];
}

/** Answer to adding content. */
export interface VariantContentResponse {
  readonly data: VariantContentRecord;
}
