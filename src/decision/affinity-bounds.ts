import { entersAffinity } from '../interests/affinity';
import type { InterestGroup, WeightedTag } from '../model/interest-profile';

type Groups = ReadonlyMap<string, InterestGroup>;

/** Above what binary fractions and the tolerance of `most-relevant.ts` can make of equal numbers. */
const TOLERANCE = 1e-8;

/**
 * Can the affinity of the first tags never lead that of the second by `lead`, whatever a visitor likes? Affinity is
 * Σ p·w / Σ w with each p in 0..1, so the greatest lead is the sum of the weight shares by which the first exceeds
 * the second (a linear function on a box is largest at a corner).
 */
export const neverLeads = (
  first: readonly WeightedTag[],
  second: readonly WeightedTag[],
  groups: Groups,
  lead: number,
): boolean => {
  const own = shares(first, groups);
  if (own.size === 0 || isSame(first, second)) return true;
  const other = shares(second, groups);
  let greatest = 0;
  for (const [tag, share] of own) greatest += Math.max(0, share - (other.get(tag) ?? 0));
  return greatest < lead - TOLERANCE;
};

/** Is the affinity of both the same number for every visitor? Variants without interests that count never qualify by it. */
export const sameInterests = (
  first: readonly WeightedTag[],
  second: readonly WeightedTag[],
  groups: Groups,
): boolean => shares(first, groups).size > 0 && isSame(counting(first, groups), counting(second, groups));

const counting = (tags: readonly WeightedTag[], groups: Groups): WeightedTag[] =>
  tags.filter(({ tag }) => entersAffinity(groups.get(tag)));

const shares = (tags: readonly WeightedTag[], groups: Groups): Map<string, number> => {
  const counted = counting(tags, groups);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const byTag = new Map<string, number>();
  if (total <= 0) return byTag;
  for (const { tag, weight } of counted) byTag.set(tag, (byTag.get(tag) ?? 0) + weight / total);
  return byTag;
};

const isSame = (first: readonly WeightedTag[], second: readonly WeightedTag[]): boolean =>
  first.length === second.length &&
  first.every(({ tag, weight }) => second.some((other) => other.tag === tag && other.weight === weight));
