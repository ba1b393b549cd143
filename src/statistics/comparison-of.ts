import { figures } from './arm-figures';
import { compareRates } from './beta-binomial';
import type {
  Adjustment,
  CompareInput,
  CompareSettings,
  Comparison,
  ComparisonProblem,
  ExactComparison,
  GoalKind,
  Sequence,
} from './comparison';
import { unmetGates } from './gates';
import { liftOf } from './lift';
import { estimatePair, isFinitePair, type PairEstimate, type PairStratum } from './pair-estimate';
import { shrink } from './shrunken';

/** Conversions of an arm from which normal theory needs no exact companion. */
const EXACT_BELOW = 100;

/** What a comparison is made of, all days walked through. */
export interface ComparisonParts {
  readonly input: CompareInput;
  readonly settings: CompareSettings;
  readonly variant: string | null;
  readonly pairs: readonly PairStratum[];
  /** No number of the input is infinite or none. */
  readonly isSound: boolean;
  readonly sequence: Sequence | null;
}

/** One comparison from the strata as they are after the last closed day. */
export function comparisonOf(parts: ComparisonParts): Comparison {
  const { input, settings, variant, pairs, sequence } = parts;
  const { control, kind, direction } = input;
  const both = pairs.filter(({ treatment, control: other }) => treatment.n > 0 && other.n > 0);
  // Where no stratum has both, the units of either side are still told.
  const shown = both.length > 0 ? both : pairs;
  const treatmentArm = figures(shown, 'treatment', kind);
  const controlArm = figures(shown, 'control', kind);
  const days = new Set(shown.flatMap((stratum) => [...stratum.days])).size;
  const isEmpty = treatmentArm.units + controlArm.units === 0;
  const before = !parts.isSound ? 'bad-numbers' : isEmpty ? 'no-closed-day' : null;
  const pair = before ?? estimatePair(pairs, kind);
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
  if (typeof pair === 'string' || bad) return { ...none, exact: before ? null : exact };
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

const isFiniteThroughout = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value !== 'object' || value === null || Object.values(value).every(isFiniteThroughout);
