import type { AttributeDeclaration } from '../context/attributes';
import type { Audience } from '../model/audience';
import type { Experience } from '../model/experience';
import type { Goal } from '../model/goal';
import type { InterestTag, WeightedTag } from '../model/interest-profile';

/** Settings that change decisions; part of the manifest so that an edge decides alike. */
export interface DecisionSettings {
  /** Share of this visit in `interests.<tag>`, 0..1; lasting has the rest. DESIGN: 0.6. */
  readonly interestMix: number;
  /** Least affinity at which a variant without audiences qualifies, 0..1. DESIGN: 0.2. */
  readonly affinityThreshold: number;
  /** Lead over base, and over the next variant, 0..1. DESIGN: 0.1. */
  readonly affinityLead: number;
  /** Holdout that spans all `relevance` experiences, 0..10,000; 0 = none. */
  readonly globalHoldout: number;
  readonly globalHoldoutSeed: string;
}

/** What the plugin knows of one base entry, whatever its locale. */
export interface EntryTargeting {
  readonly contentType: string;
  readonly documentId: string;
  readonly interests: readonly WeightedTag[];
  /** Lists show it to members of any of these only. */
  readonly onlyFor: readonly string[];
  /** Lists hide it from members of any of these. */
  readonly notFor: readonly string[];
}

/** Everything that a manifest is made of, as the records say it. */
export interface ManifestRecords {
  /** Counter of the version row, read *before* the records. */
  readonly version: number;
  readonly attributes: readonly AttributeDeclaration[];
  readonly audiences: readonly Audience[];
  readonly interestTags: readonly InterestTag[];
  readonly goals: readonly Goal[];
  readonly experiences: readonly Experience[];
  readonly entries: readonly EntryTargeting[];
  readonly settings: DecisionSettings;
}

/** A running experience with its schedule as instants, and its variants in the editor's order, ties by code. */
export interface ManifestExperience extends Omit<Experience, 'startsAt' | 'endsAt' | 'status'> {
  /** Epoch milliseconds, half-open `[startsAt, endsAt)`. */
  readonly startsAt?: number;
  readonly endsAt?: number;
}

/** Compiled snapshot that decides anywhere; plain JSON, holds no secret. */
export interface Manifest {
  readonly specVersion: 1;
  readonly version: number;
  readonly attributes: readonly AttributeDeclaration[];
  readonly audiences: readonly Audience[];
  readonly interestTags: readonly InterestTag[];
  readonly goals: readonly Goal[];
  /** Running ones only, whatever their dates; in the order of their first start. */
  readonly experiences: readonly ManifestExperience[];
  readonly entries: readonly EntryTargeting[];
  readonly settings: DecisionSettings;
}
