import { byText } from '../foundation/compare';
import type { ManifestExperience } from '../manifest/manifest';
import type { EntryRef } from '../model/entry-ref';
import type { Variant } from '../model/experience';
import { DEFAULT_GOAL, type Goal } from '../model/goal';
import type { WeightedTag } from '../model/interest-profile';
import type { PreparedExperience } from './decision-world';

/** What an experience is prepared from. */
export interface PreparationSource {
  readonly goals: ReadonlyMap<string, Goal>;
  /** Interests of an entry; none where nobody gave it any. */
  readonly tagsOf: (entry: EntryRef) => readonly WeightedTag[];
}

/**
 * Does once per manifest what every decision of the experience would repeat.
 *
 * @param index stands for this very definition of the experience: a changed one needs a number of its own
 */
export const prepareExperience = (
  experience: ManifestExperience,
  index: number,
  source: PreparationSource,
): PreparedExperience => ({
  experience,
  index,
  variants: experience.variants,
  goal: goalOf(experience, source.goals),
  baseTags: baseTagsOf(experience, source),
  audiences: audiencesOf(experience),
  locales: shareIfEmpty(localesOf(experience.variants)),
  channels: shareIfEmpty(channelsOf(experience.variants)),
});

/** The goal of an experience; one that nobody knows is the built-in one. */
export const goalOf = ({ goal }: ManifestExperience, goals: PreparationSource['goals']): Goal =>
  goals.get(goal) ?? DEFAULT_GOAL;

/** Thousands of experiences name no channel at all, and an empty set is not small. */
const NONE: ReadonlySet<string> = new Set();
const NO_TAGS: readonly WeightedTag[] = [];

const shareIfEmpty = (names: ReadonlySet<string>): ReadonlySet<string> => (names.size === 0 ? NONE : names);

const audiencesOf = ({ audiences, selection, variants }: ManifestExperience): string[] => {
  const asked = new Set(audiences);
  if (selection === 'relevance') {
    for (const variant of variants) for (const audience of variant.audiences) asked.add(audience);
  }
  return [...asked].sort(byText);
};

const localesOf = (variants: readonly Variant[]): Set<string> => {
  const locales = new Set<string>();
  for (const { contents } of variants) {
    for (const { entry } of contents) if (entry.locale !== undefined) locales.add(entry.locale);
  }
  return locales;
};

const channelsOf = (variants: readonly Variant[]): Set<string> => {
  const names = new Set<string>();
  for (const { channels } of variants) for (const channel of channels) names.add(channel);
  return names;
};

/** The largest weight of each tag over all entries. */
const baseTagsOf = (
  { entries }: ManifestExperience,
  { tagsOf }: PreparationSource,
): readonly WeightedTag[] => {
  const weights = new Map<string, number>();
  for (const entry of entries) {
    for (const { tag, weight } of tagsOf(entry)) weights.set(tag, Math.max(weights.get(tag) ?? 0, weight));
  }
  return weights.size === 0 ? NO_TAGS : [...weights].map(([tag, weight]) => ({ tag, weight }));
};
