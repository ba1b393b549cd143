import { parseInstant } from '../context/iso-instant';
import type { InterestGroup, InterestProfile, WeightedTag } from '../model/interest-profile';
import { interestScores } from './interest-scores';

/** Scores by tag as `interestScores` makes them, or a profile, whose scores are then those of its own `at`. */
export type Interests = ReadonlyMap<string, number> | InterestProfile;

/**
 * Fit of a visitor's interests and the tags of an entry or variant, 0..1: Σ p·w / Σ w over the tags in the
 * groups topic, lifestyle and own. Stage tags serve rules only. No such tags: 0.
 *
 * @param groups group by tag code; a tag it does not know is not counted. Absent: every tag counts.
 */
export const affinity = (
  interests: Interests,
  tags: readonly WeightedTag[],
  groups?: ReadonlyMap<string, InterestGroup>,
): number => {
  const scores = interests instanceof Map ? interests : scoresAsOfProfile(interests as InterestProfile);
  let fit = 0;
  let weights = 0;
  for (const { tag, weight } of tags) {
    if (groups !== undefined && !entersAffinity(groups.get(tag))) continue;
    fit += (scores.get(tag) ?? 0) * weight;
    weights += weight;
  }
  return weights > 0 ? fit / weights : 0;
};

/** Does a tag of this group count towards affinity? */
export const entersAffinity = (group: InterestGroup | undefined): boolean =>
  group !== undefined && group !== 'stage';

const scoresAsOfProfile = (profile: InterestProfile): Map<string, number> =>
  interestScores(profile, parseInstant(profile.at) ?? 0);
