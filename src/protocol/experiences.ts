import type { VariantWarning } from '../decision/variant-warnings';
import type { Issue } from '../foundation/issue';
import type { Experience, Selection } from '../model/experience';
import type { WeightsVersion } from '../model/weights-version';
import type { RecordChange, RecordListResponse, RecordResponse, RecordStamp } from './records';

/** A base entry, whatever its locale. */
export interface BaseEntryRef {
  readonly contentType: string;
  readonly documentId: string;
}

/** An experience as stored; its variants are records of their own. */
export type ExperienceRecord = RecordStamp &
  Omit<Experience, 'variants' | 'ranges' | 'entries'> & {
    readonly entries: readonly BaseEntryRef[];
    /** ISO 8601. */
    readonly endedAt?: string;
    /** How many variants it has, switched off ones included. */
    readonly variantCount: number;
  };

/**
 * GET /contextual/experiences — query may also name `status` (several with commas), `campaign`, or `contentType`
 * and `documentId` of an entry.
 */
export type ExperienceListResponse = RecordListResponse<ExperienceRecord>;

/** GET /contextual/experiences/:code */
export type ExperienceResponse = RecordResponse<ExperienceRecord>;

/** POST /contextual/experiences */
export interface ExperienceInput {
  readonly code?: string;
  readonly name: string;
  readonly selection?: Selection;
  /** Codes of the audiences that take part; none = everyone. */
  readonly audiences?: readonly string[];
  readonly goal?: string;
  readonly guardrails?: readonly string[];
  /** 0..10,000; 1,000 when absent for `relevance`, always 0 otherwise. */
  readonly holdout?: number;
  /** Drawn at random when absent; give one only where runs must be repeatable. */
  readonly seed?: string;
  /** ISO 8601; without an offset it is wall time in `timeZone`. */
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly timeZone?: string;
  readonly campaign?: string;
  readonly entries?: readonly BaseEntryRef[];
}

/** PUT /contextual/experiences/:code */
export type ExperienceChange = RecordChange<ExperienceInput>;

/** POST /contextual/experiences/:code/start, /pause, /resume, /end — answers {@link ExperienceResponse}. */
export type ExperienceTransition = 'start' | 'pause' | 'resume' | 'end';

/**
 * GET /contextual/experiences/:code/checks — what stands in the way of a start; none = it can start. Warnings do not:
 * they name variants that nobody would ever be shown.
 */
export interface ExperienceChecksResponse {
  readonly data: readonly Issue[];
  readonly meta: { readonly warnings: readonly VariantWarning[] };
}

/** GET /contextual/experiences/:code/weights-versions — newest first. */
export interface WeightsVersionListResponse {
  readonly data: readonly WeightsVersion[];
}
