import { byText } from '../foundation/compare';
import type { ManifestExperience } from '../manifest/manifest';
import { entryKey } from '../model/entry-ref';
import { DEFAULT_GOAL, type Goal } from '../model/goal';
import type { WeightedTag } from '../model/interest-profile';
import type { PreparedExperience } from './decision-world';

/** What an experience is prepared from. */
export interface PreparationSource {
  readonly goals: ReadonlyMap<string, Goal>;
  /** Interests by {@link entryKey}. */
  readonly entryTags: ReadonlyMap<string, readonly WeightedTag[]>;
}

/** Does once per manifest what every decision of the experience would repeat. */
export const prepareExperience = (
  experience: ManifestExperience,
  index: number,
  source: PreparationSource,
): PreparedExperience => {
  const { variants } = experience;
  const onVariants =
    experience.selection === 'relevance' ? variants.flatMap(({ audiences }) => audiences) : [];
  return {
    experience,
    index,
    variants,
    goal: source.goals.get(experience.goal) ?? DEFAULT_GOAL,
    baseTags: largestWeights(
      experience.entries.flatMap((entry) => source.entryTags.get(entryKey(entry)) ?? []),
    ),
    audiences: [...new Set([...experience.audiences, ...onVariants])].sort(byText),
    locales: new Set(variants.flatMap(({ contents }) => contents.flatMap(({ entry }) => entry.locale ?? []))),
    channels: new Set(variants.flatMap(({ channels }) => channels)),
  };
};

const largestWeights = (tags: readonly WeightedTag[]): WeightedTag[] => {
  const weights = new Map<string, number>();
  for (const { tag, weight } of tags) weights.set(tag, Math.max(weights.get(tag) ?? 0, weight));
  return [...weights].map(([tag, weight]) => ({ tag, weight }));
};
