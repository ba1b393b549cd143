import type { Explanation } from '../decision/explanation';
import type { Decision } from '../model/decision';
import type { InterestProfile, WeightedTag } from '../model/interest-profile';
import type { Unit, VisitorContext } from '../model/visitor-context';

/** A visitor context as callers send it: of an interest profile they may know a part. */
export type SentContext = Omit<VisitorContext, 'interests'> & {
  /** Without `at` it is as of now. */
  readonly interests?: Partial<InterestProfile>;
};

/** POST /api/contextual/decide */
export interface DecideRequest {
  /** Absent: of this visitor nothing is known but what the request tells. */
  readonly context?: SentContext;
  readonly entries: readonly {
    readonly contentType: string;
    readonly documentId?: string;
    /** Value of the type's first `uid` attribute, instead of a documentId. */
    readonly uid?: string;
    readonly locale?: string;
    readonly fields?: readonly string[];
    readonly populate?: unknown;
  }[];
  readonly include?: 'entry';
  readonly explain?: boolean;
  readonly previewToken?: string;
}

/** A decision as a caller gets it; `receipt` makes its exposure count as signed. */
export type ReceiptedDecision = Decision & { readonly receipt?: string };

/** What was decided for one entry. */
export interface DecidedEntry {
  readonly contentType: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly decisions: readonly ReceiptedDecision[];
  readonly variantKey: string;
  readonly entry?: object;
  readonly explanation?: readonly Explanation[];
}

/** An entry of the request that could not be decided; the others are unharmed. */
export interface DecideFailure {
  readonly error: { readonly code: string; readonly message: string };
}

export interface DecideMeta {
  readonly manifestVersion: number;
  readonly unit: Unit;
  readonly variantKey: string;
  /** Codes of what was asked for and not done, for example `explain-needs-token`. */
  readonly ignored?: readonly string[];
}

/** Answers in the order asked. */
export interface DecideResponse {
  readonly data: readonly (DecidedEntry | DecideFailure)[];
  readonly meta: DecideMeta;
}

/** GET /api/contextual/scope?contentType=&documentId=&locale= */
export interface ScopeResponse {
  readonly data: {
    readonly contentType: string;
    readonly documentId: string;
    /** Has running experiences. */
    readonly personalized: boolean;
    /** Context attributes that matter, without rule text. */
    readonly attributes: readonly string[];
    /** Selections in use, so that a frontend knows whether a unit is needed. */
    readonly selections: readonly string[];
    /**
     * Interest tags of the base entry by code: what the visitor's device learns from reading it. None for a caller
     * who may not read the entry on its own route.
     */
    readonly interests: readonly WeightedTag[];
  };
  readonly meta: { readonly manifestVersion: number };
}
