import type { EntryTargeting } from '../manifest/manifest';
import type { WeightedTag } from '../model/interest-profile';

/** GET /contextual/entries/:contentType/:documentId */
export interface EntryTargetingResponse {
  readonly data: EntryTargeting;
}

/** PUT /contextual/entries/:contentType/:documentId — lists that are sent replace what is stored; absent ones stay. */
export interface EntryTargetingInput {
  readonly interests?: readonly {
    readonly tag: WeightedTag['tag'];
    /** 1..100; 50 when absent. */
    readonly weight?: WeightedTag['weight'];
  }[];
  /** Codes of audiences. */
  readonly onlyFor?: readonly string[];
  readonly notFor?: readonly string[];
}
