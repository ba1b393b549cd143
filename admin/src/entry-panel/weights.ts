import type { WeightedTag } from '../../../src/model/interest-profile';

/** The list with another weight for one tag; what is no weight leaves it as it is. */
export const weightsAfter = (
  interests: readonly WeightedTag[],
  tag: string,
  weight: number | undefined,
): readonly WeightedTag[] =>
  interests.map((one) =>
    one.tag === tag && weight !== undefined && Number.isFinite(weight)
      ? { tag, weight: Math.min(100, Math.max(1, Math.round(weight))) }
      : one,
  );
