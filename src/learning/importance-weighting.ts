/** Units that got one arm with one probability: a weights version's cell. */
export interface LoggedCell {
  readonly variant: string;
  /** Probability with which these units got this arm, (0, 1]. */
  readonly propensity: number;
  /** Units. */
  readonly n: number;
  /** Σy. */
  readonly y: number;
  /** Σy². */
  readonly yy: number;
}

/** Why no estimate can be made. */
export type RefusalCode =
  /** No usable cell, or a propensity outside (0, 1]. */
  | 'no-data'
  /** Fewer than 100 units' worth of information: (Σw)² / Σw². */
  | 'too-few-effective-units'
  /** The mean weight, 1 when propensities are true, is further from 1 than chance allows. */
  | 'propensities-do-not-fit'
  /** One unit alone has more than a tenth of all weight. */
  | 'one-unit-dominates';

/** One estimated mean with its standard error, both per unit. */
export interface WeightedEstimate {
  readonly mean: number;
  readonly standardError: number;
}

/** What the traffic would have brought under other shares, three ways. */
export interface PolicyEstimate {
  /** Inverse propensity weighting: unbiased, widest (Horvitz & Thompson 1952). */
  readonly ips: WeightedEstimate;
  /** The same divided by the mean weight: narrower, consistent (Hájek 1971). */
  readonly snips: WeightedEstimate;
  /** Augmented by each arm's mean: narrowest (Robins, Rotnitzky & Zhao 1994). */
  readonly aipw: WeightedEstimate;
  /** (Σw)² / Σw²: units that an even sample of the same precision would have (Kish 1965). */
  readonly effectiveUnits: number;
  /** 1 where propensities are true. */
  readonly meanWeight: number;
}

export type PolicyResult =
  | { readonly ok: true; readonly value: PolicyEstimate }
  | {
      readonly ok: false;
      readonly code: RefusalCode;
      readonly effectiveUnits: number;
      readonly meanWeight: number;
    };

/** Least effective units of an estimate that is shown. */
export const LEAST_EFFECTIVE_UNITS = 100;

const LARGEST_WEIGHT_SHARE = 0.1;

const NO_ESTIMATE: PolicyResult = { ok: false, code: 'no-data', effectiveUnits: 0, meanWeight: 0 };

/** Standard errors that a mean weight may be off, and what it may be off in any case. */
const MEAN_WEIGHT_ERRORS = 4;
const MEAN_WEIGHT_SLACK = 0.02;

/**
 * Mean outcome per unit had every unit been served with the shares of `target`, from units served otherwise.
 * Each unit weighs target share / propensity. Beside the period-stratified estimate it answers what that cannot:
 * what an even split, or always one arm (`target` = 1 of it), would have brought. It is refused rather than shown
 * when little of the data speaks for the target (Owen, Monte Carlo theory, ch. 9).
 *
 * @param target probability by variant; a variant that is absent has 0. Scaled to sum to 1.
 */
export function policyEstimate(
  cells: readonly LoggedCell[],
  target: ReadonlyMap<string, number>,
): PolicyResult {
  const counted = cells.filter(({ n }) => n !== 0);
  const usable = counted.filter(isUsable);
  const shares = sum([...target.values()], (share) => share);
  const units = sum(usable, ({ n }) => n);
  if (usable.length < counted.length || !(units > 0) || !(shares > 0) || !Number.isFinite(shares)) {
    return NO_ESTIMATE;
  }
  const share = (variant: string) => (target.get(variant) ?? 0) / shares;
  const weighted = usable.map((cell) => ({ ...cell, w: share(cell.variant) / cell.propensity }));
  const total = sum(weighted, ({ w, n }) => w * n);
  const squares = sum(weighted, ({ w, n }) => w * w * n);
  const meanWeight = total / units;
  const effectiveUnits = squares > 0 ? (total * total) / squares : 0;
  const refuse = (code: RefusalCode): PolicyResult => ({ ok: false, code, effectiveUnits, meanWeight });
  if (![squares, meanWeight, effectiveUnits].every(Number.isFinite)) return NO_ESTIMATE;

  // A dominated estimate has few effective units too: the more telling reason first.
  const heaviest = weighted.reduce((most, { w }) => Math.max(most, w), 0);
  if (heaviest > LARGEST_WEIGHT_SHARE * total) return refuse('one-unit-dominates');
  if (effectiveUnits < LEAST_EFFECTIVE_UNITS) return refuse('too-few-effective-units');
  const weightError = Math.sqrt(Math.max(0, squares / units - meanWeight * meanWeight) / units);
  if (Math.abs(meanWeight - 1) > MEAN_WEIGHT_ERRORS * weightError + MEAN_WEIGHT_SLACK) {
    return refuse('propensities-do-not-fit');
  }

  const armMeans = meansByArm(usable);
  const ipsMean = sum(weighted, ({ w, y }) => w * y) / units;
  const ipsSquares = sum(weighted, ({ w, yy }) => w * w * yy) / units;
  const snipsMean = sum(weighted, ({ w, y }) => w * y) / total;
  const direct = sum([...armMeans], ([variant, mean]) => share(variant) * mean);
  const residual = (about: (cell: LoggedCell) => number) =>
    sum(weighted, (cell) => {
      const m = about(cell);
      return cell.w * cell.w * Math.max(0, cell.yy - 2 * m * cell.y + m * m * cell.n);
    });
  const meanOf = ({ variant }: LoggedCell) => armMeans.get(variant) ?? 0;
  const correction = sum(weighted, (cell) => cell.w * (cell.y - cell.n * meanOf(cell))) / units;
  const ips = { mean: ipsMean, standardError: Math.sqrt(Math.max(0, ipsSquares - ipsMean ** 2) / units) };
  const snips = { mean: snipsMean, standardError: Math.sqrt(residual(() => snipsMean)) / total };
  const aipw = { mean: direct + correction, standardError: Math.sqrt(residual(meanOf)) / units };
  const isFinite = [ips, snips, aipw].every((one) => Number.isFinite(one.mean + one.standardError));
  return isFinite ? { ok: true, value: { ips, snips, aipw, effectiveUnits, meanWeight } } : NO_ESTIMATE;
}

function meansByArm(cells: readonly LoggedCell[]): Map<string, number> {
  const sums = new Map<string, { n: number; y: number }>();
  for (const { variant, n, y } of cells) {
    const known = sums.get(variant) ?? { n: 0, y: 0 };
    sums.set(variant, { n: known.n + n, y: known.y + y });
  }
  return new Map([...sums].map(([variant, { n, y }]) => [variant, y / n]));
}

const isUsable = ({ propensity, n, y, yy }: LoggedCell): boolean =>
  [propensity, n, y, yy].every(Number.isFinite) && propensity > 0 && propensity <= 1 && n > 0 && yy >= 0;

const sum = <T>(items: readonly T[], term: (item: T) => number): number =>
  items.reduce((all, item) => all + term(item), 0);
