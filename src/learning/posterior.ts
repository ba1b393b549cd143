/** What is believed of an arm's true rate or value. */
export type Posterior =
  | { readonly family: 'beta'; readonly a: number; readonly b: number }
  | { readonly family: 'normal'; readonly mean: number; readonly sd: number };

/** A prior that is worth `a` conversions and `b` units without one. */
export interface RatePrior {
  readonly a: number;
  readonly b: number;
}

/** Units that the prior of a new variant counts for. */
export const PRIOR_UNITS = 20;

/** The prior counts for at least half a conversion, so that posteriors of rare goals stay integrable. */
const PRIOR_CONVERSIONS = 0.5;

/** Units that the pooled variance counts for beside an arm's own: a starved arm has no variance worth having. */
const VARIANCE_UNITS = 100;

/** Fewer conversions than this on either side of an arm, and its rate is not near enough to a normal one. */
const NORMAL_CONVERSIONS = 25;

/**
 * What is expected of a variant nobody has seen: the rate of all together, worth 20 units, or half a
 * conversion where that is more (rates under 2.5 %). Beta(kp, k(1 − p)), an empirical Bayes prior; a flat one
 * would give a newcomer 50 %.
 *
 * @param successes over all arms, from 0. @param units over all arms, from 0.
 */
export function pooledPrior(successes: number, units: number): RatePrior {
  // Half a conversion on either side keeps the rate off 0 and 1 (Jeffreys).
  const rate = (Math.min(successes, units) + 0.5) / (units + 1);
  const strength = Math.max(PRIOR_UNITS, PRIOR_CONVERSIONS / Math.min(rate, 1 - rate));
  return { a: strength * rate, b: strength * (1 - rate) };
}

/** Beta posterior of a rate. @param units may be fractional (decayed or still waiting) and below `successes`. */
export const ratePosterior = (successes: number, units: number, prior: RatePrior): Posterior => ({
  family: 'beta',
  a: successes + prior.a,
  b: Math.max(0, units - successes) + prior.b,
});

/** Sums of one arm. */
export interface ArmSums {
  /** Units, may be fractional. */
  readonly n: number;
  /** Σy. */
  readonly y: number;
  /** Σy². */
  readonly yy: number;
}

/**
 * Normal posteriors of values per unit: the prior is the pooled mean, worth 20 units; the variance is the
 * arm's own and the pooled one in the proportion of n to 100 (conjugate normal-inverse-χ² with the pooled
 * variance as its scale; Gelman et al., Bayesian Data Analysis, 3rd ed., 3.3). Arms without units have the prior.
 */
export function valuePosteriors(arms: readonly ArmSums[]): Posterior[] {
  const all = arms.reduce((sum, arm) => ({ n: sum.n + arm.n, y: sum.y + arm.y, yy: sum.yy + arm.yy }));
  const pooledMean = all.n > 0 ? all.y / all.n : 0;
  const within = arms.reduce((sum, arm) => sum + squaresAboutMean(arm), 0);
  const pooledVariance = all.n > 0 ? within / all.n : 0;
  return arms.map((arm) => {
    const variance = (squaresAboutMean(arm) + VARIANCE_UNITS * pooledVariance) / (arm.n + VARIANCE_UNITS);
    return {
      family: 'normal',
      mean: (arm.y + PRIOR_UNITS * pooledMean) / (arm.n + PRIOR_UNITS),
      sd: Math.sqrt(variance / (arm.n + PRIOR_UNITS)),
    };
  });
}

const squaresAboutMean = ({ n, y, yy }: ArmSums): number => (n > 0 ? Math.max(0, yy - (y * y) / n) : 0);

/**
 * The same rates as normal posteriors where every arm has at least 25 conversions and 25 units without one,
 * as they are otherwise. Quicker by far, and the difference is then below what a share can show.
 */
export function simplified(posteriors: readonly Posterior[]): readonly Posterior[] {
  const enough = posteriors.every(
    (posterior) => posterior.family === 'normal' || Math.min(posterior.a, posterior.b) >= NORMAL_CONVERSIONS,
  );
  if (!enough) return posteriors;
  return posteriors.map((posterior) => {
    if (posterior.family === 'normal') return posterior;
    const { a, b } = posterior;
    return { family: 'normal', mean: a / (a + b), sd: Math.sqrt((a * b) / (a + b + 1)) / (a + b) };
  });
}

/** The best is the lowest: for goals that should go down. Of a rate, the chance of no conversion is compared. */
export const reversed = (posterior: Posterior): Posterior =>
  posterior.family === 'beta'
    ? { family: 'beta', a: posterior.b, b: posterior.a }
    : { family: 'normal', mean: -posterior.mean, sd: posterior.sd };
