import type { EntryRef } from './entry-ref';
import type { WeightedTag } from './interest-profile';

/** The code of the base entry wherever a variant code may stand. */
export const BASE = 'base';

/** Shares, holdouts and ranges are counted in 1/10,000 of the units. */
export const FULL_SHARE = 10_000;

/** How a variant is chosen. */
export type Selection = 'relevance' | 'split' | 'adaptive';

/** Half-open `[from, to)` in 1/10,000; `variant` is a code or `base`. */
export interface AllocationRange {
  readonly variant: string;
  readonly from: number;
  readonly to: number;
}

/** Published content of a variant for one base entry in one locale. */
export interface VariantContent {
  readonly entry: EntryRef;
  readonly variantContentType: string;
  readonly variantDocumentId: string;
  /** Non-empty attributes, laid over the base as a whole. */
  readonly fills: readonly string[];
  /** Attributes that are deliberately empty. */
  readonly empties: readonly string[];
}

/** One alternative of an experience. */
export interface Variant {
  readonly code: string;
  readonly name: string;
  readonly order: number;
  readonly enabled: boolean;
  /** `relevance` only: any of them; none = everyone who takes part. */
  readonly audiences: readonly string[];
  /** None = all. */
  readonly channels: readonly string[];
  /** 0..10,000; base has the rest. */
  readonly share: number;
  readonly interests: readonly WeightedTag[];
  readonly contents: readonly VariantContent[];
}

/** The unit of decision: variants, how one is chosen, goal. */
export interface Experience {
  /** Short, stored, never reused. */
  readonly code: string;
  readonly name: string;
  readonly status: 'draft' | 'running' | 'paused' | 'ended';
  readonly selection: Selection;
  /** Who takes part, any of; none = everyone. */
  readonly audiences: readonly string[];
  readonly goal: string;
  readonly guardrails: readonly string[];
  /** 0..10,000; `relevance` only. */
  readonly holdout: number;
  readonly seed: string;
  readonly hash: 'fnv-v2';
  /** ISO 8601; without an offset it is wall time in `timeZone`. */
  readonly startsAt?: string;
  readonly endsAt?: string;
  /** IANA. */
  readonly timeZone: string;
  readonly campaign?: string;
  readonly variants: readonly Variant[];
  readonly weightsVersion: number;
  readonly ranges: readonly AllocationRange[];
  /** ISO 8601, set at the first start; of two that fill the same attribute the one started first wins. */
  readonly startedAt?: string;
  /** Every base entry that it spans, whatever content its variants have. */
  readonly entries: readonly EntryRef[];
}
