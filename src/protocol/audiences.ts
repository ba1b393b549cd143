import type { Issue } from '../foundation/issue';
import type { Audience } from '../model/audience';
import type { RecordChange, RecordListResponse, RecordResponse, RecordStamp } from './records';

/** An audience as stored. */
export type AudienceRecord = Audience & RecordStamp & { readonly description?: string };

/** GET /contextual/audiences */
export type AudienceListResponse = RecordListResponse<AudienceRecord>;

/** GET /contextual/audiences/:code */
export type AudienceResponse = RecordResponse<AudienceRecord>;

/** POST /contextual/audiences */
export interface AudienceInput {
  /** Made from the name when absent. */
  readonly code?: string;
  readonly name: string;
  readonly description?: string;
  readonly rule: unknown;
  readonly internal?: boolean;
}

/** PUT /contextual/audiences/:code */
export type AudienceChange = RecordChange<AudienceInput>;

/** POST /contextual/audiences/validate */
export interface AudienceValidateRequest {
  readonly rule: unknown;
}

/** Issues, or the sentence in the panel's languages; a wrong rule is an answer here, not an error. */
export interface AudienceValidateResponse {
  readonly data: {
    readonly valid: boolean;
    readonly issues: readonly Issue[];
    readonly sentence?: { readonly en: string; readonly de: string };
    /** It is valid, but nobody can match it, or only with values that nobody should send; says why. */
    readonly warning?: { readonly en: string; readonly de: string };
  };
}

/** GET /contextual/audiences/:code/uses */
export interface AudienceUsesResponse {
  readonly data: readonly AudienceUse[];
}

/** Who would miss an audience. */
export type AudienceUse =
  | { readonly kind: 'experience'; readonly experience: string; readonly name: string }
  | { readonly kind: 'variant'; readonly experience: string; readonly variant: string; readonly name: string }
  | { readonly kind: 'entry'; readonly contentType: string; readonly documentId: string };
