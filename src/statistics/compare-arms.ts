import { byText } from '../foundation/compare';
import { compareRates } from './beta-binomial';
import type {
  Adjustment,
  ArmCell,
  ArmFigures,
  CompareInput,
  CompareSettings,
  Comparison,
  ComparisonProblem,
  ExactComparison,
  GoalKind,
  Sequence,
} from './comparison';
import { unmetGates } from './gates';
import { adjustFamily } from './adjust-family';
import { liftOf } from './lift';
import type { Moments } from './moments';
import { estimatePair, type PairEstimate, type PairStratum } from './pair-estimate';
import { type Look, runningSequence } from './running-sequence';
import { shrink } from './shrunken';
import { cellsByDay, emptyStrata } from './strata';

/** Settings that are used where none are given; each is explained in `CompareSettings`. */
export const COMPARE_DEFAULTS: CompareSettings = {
  alpha: 0.05,
  tunedFor: 5_000,
  priorSpread: 0.1,
  minUnits: 100,
  minConversions: 25,
  minDays: 7,
};

/** Conversions of an arm from which normal theory needs no exact companion. */
const EXACT_BELOW = 100;

/**
 * Every variant against the control, over the closed days: estimates, the interval of one look, the confidence
 * sequence with all its looks, and what is missing. Of several variants each gets an equal part of alpha, so that
 * all their sequences hold together; where all are also compared `together`, that comparison gets one half and
 * comes first. Never throws; what cannot be computed has a `problem`.
 */
export function compareArms(input: CompareInput): Comparison[] {
  const settings = { ...COMPARE_DEFAULTS, ...input.settings };
  const variants = [...new Set(input.cells.map(({ arm }) => arm))]
    .filter((arm) => arm !== input.control)
    .sort(byText);
  if (variants.length === 0) return [];
  // One variant alone and all together are the same comparison: nothing to divide.
  const parts = input.together && variants.length > 1 ? 2 : 1;
  const wanted = [
    ...(input.together ? [{ variant: null, alpha: settings.alpha / parts }] : []),
    ...variants.map((variant) => ({ variant, alpha: settings.alpha / parts / variants.length })),
  ];
  return adjustFamily([walk(input, settings, wanted)])[0] ?? [];
}

interface Wanted {
  readonly variant: string | null;
  readonly alpha: number;
}

/** Walks through the closed days once, looking at all comparisons after each. */
function walk(input: CompareInput, settings: CompareSettings, wanted: readonly Wanted[]): Comparison[] {
  const { closedThrough, control, kind } = input;
  const sound = input.cells.filter(({ moments }) => isSound(moments));
  const days = cellsByDay(sound.filter(({ day }) => closedThrough !== null && day <= closedThrough));
  const strata = emptyStrata();
  const looks = wanted.map((): Look[] => []);
  for (const [day, cells] of days) {
    strata.add(cells);
    wanted.forEach(({ variant }, index) => {
      const pairs = strata.pair(variant, control);
      if (!hasEnough(pairs, kind, settings)) return;
      const pair = estimatePair(pairs, kind);
      if (typeof pair !== 'string' && isFinitePair(pair)) looks[index]?.push({ day, pair });
    });
  }
  const isBad = sound.length < input.cells.length;
  return wanted.map(({ variant, alpha }, index) => {
    const pairs = strata.pair(variant, control);
    const seen = days.filter(([, cells]) => cells.some((cell) => concerns(cell, variant, control)));
    const problem: ComparisonProblem | null = isBad
      ? 'bad-numbers'
      : seen.length === 0
        ? 'no-closed-day'
        : null;
    const sequence = runningSequence(looks[index] ?? [], alpha, settings.tunedFor);
    return comparisonOf({ input, settings, variant, pairs, days: seen.length, problem, sequence });
  });
}

/** Does a cell hold units of one of both arms? */
const concerns = ({ arm, moments }: ArmCell, variant: string | null, control: string): boolean =>
  moments.n > 0 && (arm === control || variant === null || arm === variant);

interface Parts {
  readonly input: CompareInput;
  readonly settings: CompareSettings;
  readonly variant: string | null;
  readonly pairs: readonly PairStratum[];
  readonly days: number;
  readonly problem: ComparisonProblem | null;
  readonly sequence: Sequence | null;
}

function comparisonOf(parts: Parts): Comparison {
  const { input, settings, variant, pairs, days, sequence } = parts;
  const { control, kind, direction } = input;
  const both = pairs.filter(({ treatment, control: other }) => treatment.n > 0 && other.n > 0);
  // Where no stratum has both, the units of either side are still told.
  const shown = both.length > 0 ? both : pairs;
  const treatmentArm = figures(shown, 'treatment', kind);
  const controlArm = figures(shown, 'control', kind);
  const pair = parts.problem ?? estimatePair(pairs, kind);
  const bad = typeof pair !== 'string' && !isFinitePair(pair);
  const gates = unmetGates(
    kind,
    [
      { ...treatmentArm, arm: variant },
      { ...controlArm, arm: control },
    ],
    days,
    settings,
  );
  const none: Comparison = {
    variant,
    control,
    treatmentArm,
    controlArm,
    days,
    problem: bad ? 'bad-numbers' : typeof pair === 'string' ? pair : null,
    absolute: null,
    relative: null,
    p: null,
    pAdjusted: null,
    sequence: null,
    likely: null,
    exact: null,
    adjustment: null,
    gates,
    favours: null,
  };
  const exact = exactOf(both, kind);
  if (typeof pair === 'string' || bad) return { ...none, exact: parts.problem ? null : exact };
  const lift = liftOf(pair, settings.alpha);
  const likely = lift.relative && shrink(lift.relative.value, lift.relative.error, settings.priorSpread);
  const computed: Comparison = {
    ...none,
    ...lift,
    sequence,
    likely: likely === null ? null : inside(likely, sequence?.relative ?? null),
    exact,
    adjustment: adjustmentOf(pair, estimatePair(pairs, kind, false)),
    favours: favoured(sequence, direction),
  };
  return isFiniteThroughout(computed) ? computed : { ...none, problem: 'bad-numbers' };
}

function figures(strata: readonly PairStratum[], side: 'treatment' | 'control', kind: GoalKind): ArmFigures {
  let [size, units, sum, squares, y, d] = [0, 0, 0, 0, 0, 0];
  for (const stratum of strata) {
    const arm = stratum[side];
    size += stratum.size;
    units += arm.n;
    sum += arm.n * arm.y;
    squares += arm.n * (arm.yy + arm.y * arm.y);
    y += stratum.size * arm.y;
    d += stratum.size * arm.d;
  }
  const mean = kind === 'ratio' ? (d > 0 ? y / d : 0) : y / size;
  // Whole, because floating point may miss a count by a hair.
  const conversions = Math.round((sum * sum) / squares);
  return {
    units,
    conversions: Number.isFinite(conversions) ? conversions : 0,
    mean: Number.isFinite(mean) ? mean : 0,
  };
}

function hasEnough(strata: readonly PairStratum[], kind: GoalKind, settings: CompareSettings): boolean {
  const both = strata.filter(({ treatment, control }) => treatment.n > 0 && control.n > 0);
  if (both.length === 0) return false;
  const arms = (['treatment', 'control'] as const).map((side) => ({
    ...figures(both, side, kind),
    arm: side,
  }));
  return unmetGates(kind, arms, settings.minDays, settings).length === 0;
}

function exactOf(strata: readonly PairStratum[], kind: GoalKind): ExactComparison | null {
  const [only] = strata;
  if (kind !== 'rate' || !only || strata.length > 1) return null;
  const treatment = { n: only.treatment.n, reached: Math.round(only.treatment.n * only.treatment.y) };
  const control = { n: only.control.n, reached: Math.round(only.control.n * only.control.y) };
  if (Math.min(treatment.reached, control.reached) >= EXACT_BELOW) return null;
  if ([treatment, control].some(({ n, reached }) => reached < 0 || reached > n)) return null;
  return compareRates(treatment, control);
}

function adjustmentOf(pair: PairEstimate, plain: PairEstimate | ComparisonProblem): Adjustment | null {
  if (pair.theta === 0 || typeof plain === 'string') return null;
  const variance = ({ treatment, control }: PairEstimate) => treatment.variance + control.variance;
  return { theta: pair.theta, reduction: 1 - variance(pair) / variance(plain) };
}

/** Looks that contradict each other favour nobody. */
function favoured(sequence: Sequence | null, direction: 'up' | 'down'): Comparison['favours'] {
  if (!sequence || sequence.crossed) return null;
  const { low, high } = sequence.absolute;
  if (low > 0) return direction === 'up' ? 'treatment' : 'control';
  if (high < 0) return direction === 'up' ? 'control' : 'treatment';
  return null;
}

const inside = (value: number, interval: { low: number; high: number } | null): number =>
  interval ? Math.min(interval.high, Math.max(interval.low, value)) : value;

const isSound = (moments: Moments): boolean =>
  Object.values(moments).every((value) => Number.isFinite(value)) && moments.n >= 0;

const isFinitePair = ({ treatment, control, theta, shared, clock }: PairEstimate): boolean =>
  [treatment.mean, treatment.variance, control.mean, control.variance, theta, shared, clock].every((value) =>
    Number.isFinite(value),
  ) && clock > 0;

const isFiniteThroughout = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value !== 'object' || value === null || Object.values(value).every(isFiniteThroughout);
