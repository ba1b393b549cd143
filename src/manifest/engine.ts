import type { Explanation } from '../decision/explanation';
import type { Issue } from '../foundation/issue';
import type { Steps } from '../foundation/steps';
import type { Decision } from '../model/decision';
import type { EntryRef } from '../model/entry-ref';
import type { Selection, VariantContent } from '../model/experience';
import type { WeightedTag } from '../model/interest-profile';
import type { VisitorContext } from '../model/visitor-context';
import type { Manifest, ManifestExperience } from './manifest';

/** What one decision needs; `now` is always an argument. */
export interface DecideInput {
  /** The unit is `context.unit`; without one nobody can be held out or split, so base is served. */
  readonly context: VisitorContext;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Locale of the page: decides for entries that name none, such as content that is not localised. */
  readonly locale?: string;
  /** From a verified preview token only. */
  readonly forced?: { readonly experience: string; readonly variant: string };
}

/** The decisions of one entry, with the key that its cacheable URL carries. */
export interface EntryDecision {
  readonly entry: EntryRef;
  /** In the order in which their experiences started; none = no running experience. */
  readonly decisions: readonly Decision[];
  /** `<experience>.<variant>` of the non-base decisions, sorted, joined by `~`; `''` = base. */
  readonly variantKey: string;
}

/** The decisions of one entry with the trace of each, in the same order. */
export interface EntryExplanation extends EntryDecision {
  readonly explanations: readonly Explanation[];
}

/** An entry, or a whole content type where `documentId` is absent, as in lists. */
export interface EntryScope {
  readonly contentType: string;
  readonly documentId?: string;
  readonly locale?: string;
}

/** Variant content that one entry is to be overlaid with. */
export interface ChosenContent {
  readonly experience: string;
  readonly variant: string;
  readonly content: VariantContent;
}

/** What the answer for an entry can depend on, without rule text. */
export interface EntryDependencies {
  /** Has running experiences. */
  readonly personalized: boolean;
  /** Dotted paths of the context attributes that matter, sorted; `interests` stands for the whole profile. */
  readonly attributes: readonly string[];
  readonly selections: readonly Selection[];
}

/** An audience that matches nobody. */
export interface InvalidAudience {
  readonly code: string;
  readonly issues: readonly Issue[];
}

/** Decides anywhere: server, edge, client, simulator and tests use nothing else. Never throws. */
export interface Engine {
  readonly manifest: Manifest;
  /** One experience, whatever its entries. Unknown code: `base-not-running`. */
  decide(experience: string, input: DecideInput): Decision;
  /** A page: an experience of several entries is decided once per locale, its decision shared by them. */
  decideMany(entries: readonly EntryRef[], input: DecideInput): EntryDecision[];
  /** The same pipeline as `decide` with the trace kept. */
  explain(experience: string, input: DecideInput): Explanation;
  /** The same pipeline as `decideMany` with the traces kept. */
  explainMany(entries: readonly EntryRef[], input: DecideInput): EntryExplanation[];
  /** Codes of the audiences whose rule matches, in manifest order; without consent stored attributes are unknown. */
  matchAudiences(context: VisitorContext, now: number): string[];
  /** Resolves a `?variant=` key for one entry, or for the entries of a list; see {@link ResolvedKey}. */
  resolveVariantKey(key: string, scope: EntryScope, now: number): ResolvedKey;
  /**
   * Contents of the chosen variants (experience code to variant code) for one entry; lay the later over the earlier.
   * An experience that steps back for this entry adds none, except in a preview of it.
   */
  contentsFor(entry: EntryRef, variants: ReadonlyMap<string, string>, preview?: boolean): ChosenContent[];
  /** Every published content of one variant; empty for unknown codes and for base. */
  variantContents(experience: string, variant: string): readonly VariantContent[];
  /** Audiences that match nobody because their rule is not valid; for a log, never for an answer. */
  readonly invalidAudiences: readonly InvalidAudience[];
  /** Running experiences of an entry or content type, in the order of their first start. */
  experiencesOf(scope: EntryScope): readonly ManifestExperience[];
  /** May lists show this entry to members of `audiences`? */
  isListed(entry: { contentType: string; documentId: string }, audiences: ReadonlySet<string>): boolean;
  /** documentIds that lists of a content type hide from members of `audiences`, sorted. */
  hiddenFromLists(contentType: string, audiences: ReadonlySet<string>): string[];
  /** Interest tags of the base entry: what a visitor's device learns from reading it. */
  interestsOf(entry: { contentType: string; documentId: string }): readonly WeightedTag[];
  /** What the answer for an entry depends on, for the scope route. */
  dependenciesOf(scope: EntryScope): EntryDependencies;
  /**
   * After an edit: works what changed into the index of audiences, in steps of a few milliseconds at most. Answers
   * are the same before, in between and after, only faster. `undefined`: there is nothing to do.
   */
  tidySteps(): Steps<void> | undefined;
}

/** A `?variant=` key after parts that mean nothing here were dropped. */
export interface ResolvedKey {
  /** Experience code to variant code. */
  readonly variants: ReadonlyMap<string, string>;
  /** Sorted, no repeats, every part a running experience of that entry (or content type): safe to share. */
  readonly canonical: boolean;
}
