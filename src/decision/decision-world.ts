import type { AttributeDeclaration } from '../context/attributes';
import type { DecisionSettings, ManifestExperience } from '../manifest/manifest';
import type { Variant } from '../model/experience';
import type { Goal } from '../model/goal';
import type { InterestGroup, WeightedTag } from '../model/interest-profile';
import type { RuleOutcome } from '../rules/explain';
import type { AudienceMatcher } from '../rules/audience-matcher';
import type { Placement, PlacementKey } from './placement';
import type { Situation } from './situation';

/** What every decision of one manifest shares. */
export interface DecisionWorld {
  readonly manifestVersion: number;
  readonly settings: DecisionSettings;
  readonly attributes: readonly AttributeDeclaration[];
  readonly audiences: AudienceMatcher;
  /** Group by tag code. */
  readonly tagGroups: ReadonlyMap<string, InterestGroup>;
  /** The tree of outcomes of an audience's rule, for explanations. */
  readonly explainAudience: (
    audience: string,
    situation: Pick<Situation, 'known' | 'scores'>,
  ) => { readonly audience: string; readonly name?: string; readonly outcome: RuleOutcome } | undefined;
  /** Bounded; absent when the engine is told to keep none. */
  readonly placements?: PlacementCache;
}

/** The bounded cache of eligible lists; see `placement.ts` for its keys. */
export interface PlacementCache {
  get(key: PlacementKey): Placement | undefined;
  set(key: PlacementKey, placement: Placement): unknown;
}

/** An experience with what can be known of it before anybody asks. */
export interface PreparedExperience {
  readonly experience: ManifestExperience;
  /** Stands for the experience in cache keys; unique in its world. */
  readonly index: number;
  /** In the manifest's order, which is the editor's. */
  readonly variants: readonly Variant[];
  readonly goal: Goal;
  /** Tags of all its entries, largest weight each. */
  readonly baseTags: readonly WeightedTag[];
  /** Audiences that its eligible list depends on, sorted, no repeats. */
  readonly audiences: readonly string[];
  /** Locales and channels that its variants name: all others are alike to it. */
  readonly locales: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
}
