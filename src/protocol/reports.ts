import type { Experience } from '../model/experience';
import type { Report } from '../reports/report-shape';

/** One experience in the list of results. */
export interface ResultSummary {
  readonly experience: string;
  readonly name: string;
  readonly status: Experience['status'];
  readonly selection: Experience['selection'];
  readonly comparison: Report['comparison'];
  /** Of every `value`. */
  readonly currency: Report['currency'];
  /** By kind of unit, never added up. */
  readonly unitKinds: readonly {
    readonly unitKind: Report['unitKinds'][number]['unitKind'];
    readonly units: number;
    readonly exposures: number;
    readonly interactions: number;
    readonly conversions: number;
    readonly value: number;
  }[];
}

/** GET /contextual/results */
export interface ResultsResponse {
  readonly data: readonly ResultSummary[];
  readonly meta: {
    /** Events in quarantine, by reason, most first; then those of bots, as `bot`. */
    readonly notCounted: readonly { readonly code: string; readonly count: number }[];
  };
}

/** GET /contextual/results/:experience */
export interface ResultResponse {
  readonly data: Report & { readonly name: string; readonly status: Experience['status'] };
}
