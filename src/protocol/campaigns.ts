import type { RecordChange, RecordListResponse, RecordResponse, RecordStamp } from './records';

/** A dated bundle of experiences as stored. */
export type CampaignRecord = RecordStamp & {
  readonly name: string;
  readonly description?: string;
  /** ISO 8601; without an offset it is wall time in `timeZone`. */
  readonly startsAt?: string;
  readonly endsAt?: string;
  /** IANA. */
  readonly timeZone: string;
};

/** GET /contextual/campaigns */
export type CampaignListResponse = RecordListResponse<CampaignRecord>;

/** GET /contextual/campaigns/:code */
export type CampaignResponse = RecordResponse<CampaignRecord>;

/** POST /contextual/campaigns */
export interface CampaignInput {
  readonly code?: string;
  readonly name: string;
  readonly description?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly timeZone?: string;
}

/** PUT /contextual/campaigns/:code */
export type CampaignChange = RecordChange<CampaignInput>;
