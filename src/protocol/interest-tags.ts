import type { InterestGroup, InterestTag } from '../model/interest-profile';
import type { RecordChange, RecordListResponse, RecordResponse, RecordStamp } from './records';

/** An interest tag as stored. */
export type InterestTagRecord = InterestTag & RecordStamp & { readonly description?: string };

/** GET /contextual/interest-tags */
export type InterestTagListResponse = RecordListResponse<InterestTagRecord>;

/** GET /contextual/interest-tags/:code */
export type InterestTagResponse = RecordResponse<InterestTagRecord>;

/** POST /contextual/interest-tags */
export interface InterestTagInput {
  readonly code?: string;
  readonly name: string;
  readonly description?: string;
  readonly group?: InterestGroup;
  /** Code of the parent tag. */
  readonly parent?: string;
}

/** PUT /contextual/interest-tags/:code */
export type InterestTagChange = RecordChange<InterestTagInput>;
