/** An arm's estimate in one segment. */
export interface SegmentEstimate {
  readonly mean: number;
  /** Variance of the mean; above 0. */
  readonly variance: number;
}

/** Estimates drawn towards each other, and how far the segments truly differ. */
export interface PooledSegments {
  /** In the order of the input: posterior mean and variance. */
  readonly segments: readonly SegmentEstimate[];
  /** Mean over all segments. */
  readonly mean: number;
  /** Variance between segments; 0 = the data give no reason to tell them apart. */
  readonly between: number;
}

/**
 * Partial pooling of one arm over segments: each is shrunk towards the common mean by τ² / (τ² + v_g), so a
 * small segment follows all, a large one itself, and nothing jumps at a threshold. τ² by the method of moments:
 * DerSimonian & Laird 1986, Q = Σ w (x − x̄)², τ² = (Q − (k − 1)) / (Σw − Σw²/Σw), w = 1/v. The variance adds
 * what the common mean itself is uncertain by.
 *
 * @returns `null` when no segment has a usable estimate; a segment without one has the common mean.
 */
export function poolSegments(segments: readonly SegmentEstimate[]): PooledSegments | null {
  const usable = segments.filter(isUsable);
  if (usable.length === 0) return null;
  const weights = usable.map(({ variance }) => 1 / variance);
  const total = sum(weights);
  const fixedMean = sum(usable.map(({ mean, variance }) => mean / variance)) / total;
  const q = sum(usable.map(({ mean, variance }) => (mean - fixedMean) ** 2 / variance));
  const scale = total - sum(weights.map((weight) => weight * weight)) / total;
  const between = scale > 0 ? Math.max(0, (q - (usable.length - 1)) / scale) : 0;

  const precisions = usable.map(({ variance }) => 1 / (variance + between));
  const precision = sum(precisions);
  const mean = sum(usable.map((segment, index) => segment.mean * (precisions[index] ?? 0))) / precision;
  const ofMean = 1 / precision;
  return {
    mean,
    between,
    segments: segments.map((segment) => {
      if (!isUsable(segment)) return { mean, variance: between + ofMean };
      const own = between / (between + segment.variance);
      return {
        mean: own * segment.mean + (1 - own) * mean,
        variance: own * segment.variance + (1 - own) ** 2 * ofMean,
      };
    }),
  };
}

const isUsable = ({ mean, variance }: SegmentEstimate): boolean =>
  Number.isFinite(mean) && Number.isFinite(variance) && variance > 0;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
