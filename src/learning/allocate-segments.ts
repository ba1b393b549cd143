import {
  allocate,
  posteriorsOf,
  type Allocation,
  type AllocationArm,
  type AllocationRules,
} from './allocate';
import { poolSegments, type SegmentEstimate } from './partial-pooling';
import type { Posterior } from './posterior';
import { probabilityOfBest } from './probability-of-best';
import { SHARE_FLOOR, wholeShares, withFloor } from './whole-shares';

/** The same arms, in the same order, among the units of one segment. */
export interface SegmentInput {
  readonly segment: string;
  readonly arms: readonly AllocationArm[];
}

/**
 * Thompson shares by segment with partial pooling: each arm's estimate in a segment is drawn towards that
 * arm's estimate over all (`poolSegments`), so a segment departs from the common answer only as far as its data
 * say so, and a small one follows the others instead of being dealt evenly. Segments in which an arm has no
 * units at all take part like any other; only when all segments together are short of units nothing moves.
 */
export function allocateSegments(
  rules: AllocationRules,
  segments: readonly SegmentInput[],
): ReadonlyMap<string, Allocation> {
  const variants = [...new Set(segments.flatMap(({ arms }) => arms.map(({ variant }) => variant)))];
  const armOf = (segment: SegmentInput, variant: string) =>
    segment.arms.find((arm) => arm.variant === variant) ?? { variant, cohorts: [] };
  const together = allocate({
    ...rules,
    arms: variants.map((variant) => ({
      variant,
      cohorts: segments.flatMap((segment) => armOf(segment, variant).cohorts),
    })),
  });
  if (!together.moved) return new Map(segments.map(({ segment }) => [segment, together]));

  const estimates = segments.map((segment) =>
    posteriorsOf(
      rules,
      variants.map((variant) => armOf(segment, variant)),
    ).map(estimateOf),
  );
  const pooled = variants.map((_, arm) =>
    poolSegments(estimates.map((row) => row[arm] ?? { mean: 0, variance: 0 })),
  );
  return new Map(
    segments.map(({ segment }, index) => {
      const posteriors = pooled.map((arm): Posterior => {
        const own = arm?.segments[index];
        return { family: 'normal', mean: own?.mean ?? 0, sd: Math.sqrt(own?.variance ?? 0) };
      });
      const weights = probabilityOfBest(posteriors);
      const floored = withFloor(weights, rules.floor ?? SHARE_FLOOR);
      const byVariant = (values: readonly number[]) =>
        new Map(variants.map((variant, arm) => [variant, values[arm] ?? 0]));
      return [
        segment,
        { moved: true, shares: wholeShares(byVariant(floored)), probabilityOfBest: byVariant(weights) },
      ];
    }),
  );
}

function estimateOf(posterior: Posterior): SegmentEstimate {
  if (posterior.family === 'normal') return { mean: posterior.mean, variance: posterior.sd ** 2 };
  const { a, b } = posterior;
  return { mean: a / (a + b), variance: (a * b) / ((a + b) ** 2 * (a + b + 1)) };
}
