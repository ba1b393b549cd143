import type { ComparisonProblem, GoalKind } from './comparison';
import type { Moments } from './moments';

/** Second moments inside the arms of a stratum, summed over units, with their degrees of freedom. */
export interface Within {
  readonly dof: number;
  readonly yy: number;
  readonly dd: number;
  readonly xx: number;
  readonly yd: number;
  readonly xy: number;
}

/** Two arms in one period and group. */
export interface PairStratum {
  readonly period: number;
  /** Units of all its arms: the traffic, which no arm's share changes. */
  readonly size: number;
  readonly treatment: Moments;
  readonly control: Moments;
  /** Of all its arms. */
  readonly within: Within;
  /** On which its units were first seen. */
  readonly days: ReadonlySet<string>;
}

/** One arm over all strata. */
export interface ArmEstimate {
  readonly mean: number;
  /** Of the mean. */
  readonly variance: number;
  /** Of one unit, on average. */
  readonly spread: number;
  readonly dof: number;
  readonly units: number;
}

/** Two arms over all strata; independent of each other but for `shared`. */
export interface PairEstimate {
  readonly treatment: ArmEstimate;
  readonly control: ArmEstimate;
  /** Slope on the covariate; 0: not adjusted. */
  readonly theta: number;
  /** Variance that the adjustment adds to both means alike; it cancels in their difference. */
  readonly shared: number;
  /** Time of the confidence sequence in units of both arms, see `effectiveUnits`. */
  readonly clock: number;
}

/** Units that an arm's own spread in one stratum is weighed against, see `armEstimate`. */
const BORROWED_UNITS = 1_000;

/** Units of an arm from which a period says what its shares are. */
const SHARE_UNITS = 100;

/**
 * Means of two arms that may be compared although shares changed: each stratum counts with its share of the
 * traffic in both arms, so that an arm which got more units on good days gains nothing by it. Pooled over periods
 * the estimate is biased as soon as shares and outcomes change together; post-stratification is what GrowthBook
 * (bandits) and Optimizely (epochs) do. In `relevance` the groups are strata too, and count by size: weights by
 * precision would favour the audience in which fewer convert, and would depend on the outcomes.
 *
 * mean = Σ w ȳ, variance = Σ w² s²/n, w = units of the stratum / units of all (Miratrix, Sekhon, Yu 2013,
 * "Adjusting treatment effect estimates by post-stratification in randomized experiments"). A ratio is the ratio
 * of the two weighted means, its variance that of y − R·d over D² (delta method). Otherwise the outcome is
 * adjusted by θ = Σ within-arm xy / Σ within-arm xx (CUPED: Deng, Xu, Kohavi, Walker 2013).
 *
 * @param adjust use the covariate where there is one.
 */
export function estimatePair(
  all: readonly PairStratum[],
  kind: GoalKind,
  adjust = true,
): PairEstimate | ComparisonProblem {
  const strata = all.filter(({ treatment, control }) => treatment.n > 0 && control.n > 0);
  if (strata.length === 0) return 'one-sided';
  const theta = adjust && kind !== 'ratio' ? slope(strata) : 0;
  const treatment = armEstimate(strata, 'treatment', kind, theta);
  const control = armEstimate(strata, 'control', kind, theta);
  if (!treatment || !control) return 'no-denominator';
  if (treatment.variance + control.variance === 0) return 'no-variation';
  return {
    treatment,
    control,
    theta,
    shared: theta * theta * covariateVariance(strata),
    clock: effectiveUnits(strata, treatment, control),
  };
}

/** Can intervals be made of it? Sums of sound numbers may still be too large. */
export const isFinitePair = ({ treatment, control, theta, shared, clock }: PairEstimate): boolean =>
  [treatment.mean, treatment.variance, control.mean, control.variance, theta, shared, clock].every((value) =>
    Number.isFinite(value),
  ) && clock > 0;

function slope(strata: readonly PairStratum[]): number {
  const xx = sum(strata, ({ within }) => within.xx);
  return xx > 0 ? sum(strata, ({ within }) => within.xy) / xx : 0;
}

/**
 * Spread per stratum and arm: the arm's own, weighed with `BORROWED_UNITS` units of what all arms of the stratum
 * have together times how much this arm spreads more than the others over all strata. A starved arm without any
 * conversion in a stratum would otherwise have no spread there and look certain. With one stratum it is s², with
 * divisor n − 1, for rates too.
 */
function armEstimate(
  strata: readonly PairStratum[],
  side: 'treatment' | 'control',
  kind: GoalKind,
  theta: number,
): ArmEstimate | null {
  const size = sum(strata, (stratum) => stratum.size);
  let y = 0;
  let d = 0;
  for (const stratum of strata) {
    const weight = stratum.size / size;
    const arm = stratum[side];
    y += weight * (arm.y - theta * (arm.x - covariateMean(stratum)));
    d += weight * arm.d;
  }
  if (kind === 'ratio' && !(d > 0)) return null;
  const mean = kind === 'ratio' ? y / d : y;
  const score = (m: Omit<Within, 'dof'>): number =>
    Math.max(
      0,
      kind === 'ratio'
        ? (m.yy - 2 * mean * m.yd + mean * mean * m.dd) / (d * d)
        : m.yy - 2 * theta * m.xy + theta * theta * m.xx,
    );
  let own = 0;
  let expected = 0;
  for (const stratum of strata) {
    const arm = stratum[side];
    own += arm.n * score(arm);
    expected += (arm.n - 1) * together(stratum, score);
  }
  const ratio = expected > 0 ? own / expected : 1;
  let variance = 0;
  let spread = 0;
  for (const stratum of strata) {
    const arm = stratum[side];
    const weight = stratum.size / size;
    const borrowed = BORROWED_UNITS * ratio * together(stratum, score);
    const square = (arm.n * score(arm) + borrowed) / (arm.n - 1 + BORROWED_UNITS);
    variance += (weight * weight * square) / arm.n;
    spread += weight * square;
  }
  const units = sum(strata, (stratum) => stratum[side].n);
  return { mean, variance, spread, units, dof: units - strata.length };
}

const together = ({ within }: PairStratum, score: (m: Within) => number): number =>
  within.dof > 0 ? score(within) / within.dof : 0;

/**
 * How far the confidence sequence is in time. Its clock is the variance of the running sum, which goes faster
 * when an arm is starved; it is told in units of both arms, so that with shares that never change it is their
 * number. Shares are those of the first period that says what they are.
 */
function effectiveUnits(
  strata: readonly PairStratum[],
  treatment: ArmEstimate,
  control: ArmEstimate,
): number {
  const periods = new Map<number, { t: number; c: number; size: number }>();
  const all = { t: 0, c: 0, size: 0 };
  for (const stratum of strata) {
    const period = periods.get(stratum.period) ?? { t: 0, c: 0, size: 0 };
    periods.set(stratum.period, period);
    for (const counted of [period, all]) {
      counted.t += stratum.treatment.n;
      counted.c += stratum.control.n;
      counted.size += stratum.size;
    }
  }
  const first = [...periods.values()].find(({ t, c }) => t >= SHARE_UNITS && c >= SHARE_UNITS) ?? all;
  const pair = first.t + first.c;
  const perUnit = (treatment.spread * pair) / first.t + (control.spread * pair) / first.c;
  const traffic = (all.size * pair) / first.size;
  return (traffic * traffic * (treatment.variance + control.variance)) / perUnit;
}

const covariateMean = ({ treatment: t, control: c }: PairStratum): number =>
  (t.n * t.x + c.n * c.x) / (t.n + c.n);

function covariateVariance(strata: readonly PairStratum[]): number {
  const size = sum(strata, (stratum) => stratum.size);
  return sum(strata, ({ size: own, treatment: t, control: c }) => {
    const weight = own / size;
    return (weight * weight * (t.n * t.xx + c.n * c.xx)) / (t.n + c.n) ** 2;
  });
}

const sum = <T>(items: readonly T[], term: (item: T) => number): number => {
  let total = 0;
  for (const item of items) total += term(item);
  return total;
};
