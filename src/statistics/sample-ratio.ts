import { byText } from '../foundation/compare';
import { logGamma } from './distributions';

/** Units of one weights version as they were first seen, and the shares that it promised. */
export interface SplitPeriod {
  readonly period: number;
  /** Share of each arm, summing to 1; `null`: not known any more, so it cannot be checked. */
  readonly expected: ReadonlyMap<string, number> | null;
  /** New units of a day by arm; each day once. */
  readonly days: readonly { readonly day: string; readonly units: ReadonlyMap<string, number> }[];
}

/** Whether units were split as promised. Plain JSON. */
export interface SampleRatio {
  /** Always valid: smallest over all days, all periods together; `null`: nothing could be checked. */
  readonly p: number | null;
  readonly mismatch: boolean;
  readonly periods: readonly PeriodRatio[];
}

export interface PeriodRatio {
  readonly period: number;
  /** Of this period alone. `null`: its shares are not known any more. */
  readonly p: number | null;
  readonly arms: readonly ArmRatio[];
}

export interface ArmRatio {
  readonly arm: string;
  readonly units: number;
  /** Units that its share promises; `null`: not known. */
  readonly expected: number | null;
}

/** p below which a split is called wrong: what GrowthBook and PostHog use for their tests of one look. */
export const MISMATCH_P = 0.001;

/** Units that the promised shares count as, against those that were seen; Lindon and Malek's default. */
const CONCENTRATION = 10_000;

/**
 * Were units split as promised? Looked at after every day, and valid at every look: the Bayes factor of a
 * Dirichlet-multinomial around the promised shares against exactly these shares starts at 1 and, as long as they
 * hold, exceeds 1/p with a probability of at most p at any time (Lindon, Malek, "Anytime-valid inference for
 * multinomial count data", 2020; the same as Optimizely's ssrm). Under changing shares each period has a
 * factor of its own, and their product is again such a process. A unit counts where it was first seen, so
 * one that re-weighting moved is in no other period.
 */
export function sampleRatio(periods: readonly SplitPeriod[]): SampleRatio {
  const inOrder = [...periods].sort((a, b) => a.period - b.period);
  const walks = inOrder.map((period) => ({ period, walk: walkOf(period) }));
  const days = [...new Set(walks.flatMap(({ walk }) => walk?.map(({ day }) => day) ?? []))].sort(byText);
  const known = walks.flatMap(({ walk }) => (walk ? [walk] : []));
  let largest = 0;
  for (const day of days) {
    const product = known.reduce((sum, walk) => sum + factorAt(walk, day), 0);
    largest = Math.max(largest, product);
  }
  const p = days.length > 0 ? Math.exp(-largest) : null;
  return {
    p,
    mismatch: p !== null && p < MISMATCH_P,
    periods: walks.map(({ period, walk }) => ({
      period: period.period,
      p: walk && walk.length > 0 ? Math.exp(-Math.max(0, ...walk.map(({ factor }) => factor))) : null,
      arms: armsOf(period),
    })),
  };
}

/**
 * ln of the Bayes factor of counts against shares; ∞ when an arm without a share has units. Arms without a share
 * and without units are left out.
 *
 * @param prior Dirichlet parameter of each arm; default its share times `CONCENTRATION`.
 */
export function logBayesFactor(
  counts: ReadonlyMap<string, number>,
  expected: ReadonlyMap<string, number>,
  prior?: ReadonlyMap<string, number>,
): number {
  let total = 0;
  let alphas = 0;
  let factor = 0;
  for (const arm of new Set([...expected.keys(), ...counts.keys()])) {
    const count = counts.get(arm) ?? 0;
    const share = expected.get(arm) ?? 0;
    if (share <= 0) {
      if (count > 0) return Infinity;
      continue;
    }
    const alpha = prior?.get(arm) ?? CONCENTRATION * share;
    factor += logGamma(alpha + count) - logGamma(alpha) - count * Math.log(share);
    total += count;
    alphas += alpha;
  }
  return factor + logGamma(alphas) - logGamma(alphas + total);
}

type Walk = readonly { readonly day: string; readonly factor: number }[];

/** The factor after each day; `null` where nothing was promised that is known. */
function walkOf({ expected, days }: SplitPeriod): Walk | null {
  if (!expected) return null;
  const counts = new Map<string, number>();
  return [...days]
    .sort((a, b) => byText(a.day, b.day))
    .map(({ day, units }) => {
      for (const [arm, count] of units) counts.set(arm, (counts.get(arm) ?? 0) + count);
      return { day, factor: logBayesFactor(counts, expected) };
    });
}

/** The last factor until a day. */
function factorAt(walk: Walk, day: string): number {
  let factor = 0;
  for (const step of walk) {
    if (step.day > day) break;
    factor = step.factor;
  }
  return factor;
}

function armsOf({ expected, days }: SplitPeriod): ArmRatio[] {
  const counts = new Map<string, number>();
  for (const { units } of days) {
    for (const [arm, count] of units) counts.set(arm, (counts.get(arm) ?? 0) + count);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const arms = [...new Set([...(expected?.keys() ?? []), ...counts.keys()])].sort(byText);
  return arms.map((arm) => ({
    arm,
    units: counts.get(arm) ?? 0,
    expected: expected ? (expected.get(arm) ?? 0) * total : null,
  }));
}
