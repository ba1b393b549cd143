/** Groups of interest tags. Stage tags serve rules only: they never enter affinity. */
export type InterestGroup = 'topic' | 'stage' | 'lifestyle' | 'own';

/** A label on content, and what a visitor likes. */
export interface InterestTag {
  readonly code: string;
  readonly name: string;
  readonly group: InterestGroup;
  /** Code of the parent tag. */
  readonly parent?: string;
}

/** A tag on a base entry or a variant; `weight` is 1..100. */
export interface WeightedTag {
  readonly tag: string;
  readonly weight: number;
}

/**
 * A visitor's decayed tag scores as of `at` (ISO 8601): this visit (half-life 30 minutes)
 * and lasting (half-life 14 days). `lasting` is consent class *stored*, `visit` is *request*.
 */
export interface InterestProfile {
  readonly visit: Readonly<Record<string, number>>;
  readonly lasting: Readonly<Record<string, number>>;
  readonly at: string;
}
