import type { Comparison, Interval, Sequence } from '../statistics/comparison';
import { daysUntilDecided, daysUntilReached } from './planner-days-left';
import type { Verdict, VerdictGoal, VerdictMeasure } from './verdict-shape';

/** Largest difference that is called none, and largest harm that is called tolerable: relative. */
export const NEGLIGIBLE = 0.1;

/** What makes a result untrustworthy as a whole. */
export type Withheld = Extract<
  Verdict,
  { readonly code: 'withheld-sample-ratio' } | { readonly code: 'withheld-multiple' }
>;

export interface VerdictInput {
  /** `null`: the experience's goal does not exist any more. */
  readonly goal: VerdictGoal | null;
  /** Code of the goal, for when it does not exist. */
  readonly goalCode: string;
  readonly selection: 'relevance' | 'split' | 'adaptive';
  /** Days after the first exposure in which the goal counts. */
  readonly windowDays: number;
  /** See `compareArms`. */
  readonly comparisons: readonly Comparison[];
  /** What must not drop. */
  readonly guardrails: readonly { readonly goal: VerdictGoal; readonly comparisons: readonly Comparison[] }[];
  /** First one counts. */
  readonly withheld: readonly Withheld[];
  /** Default `NEGLIGIBLE`. */
  readonly negligible?: number;
}

/**
 * The one sentence about a personalization, from its statistics. In `relevance` it speaks of the whole against
 * the control group where that was compared, otherwise of the variant that has most to say: see `MOST_TO_SAY`.
 * Never throws.
 */
export function verdict(input: VerdictInput): Verdict {
  const whole = input.comparisons.filter(({ variant }) => variant === null);
  const told = (whole.length > 0 ? whole : input.comparisons).map((one) => variantVerdict(one, input));
  const rank = ({ code }: Verdict) => MOST_TO_SAY.indexOf(code);
  const [first] = told
    .map((one, index) => ({ one, index }))
    .sort((a, b) => rank(a.one) - rank(b.one) || strength(b.one) - strength(a.one) || a.index - b.index);
  return first?.one ?? beforeAll(input) ?? { code: 'no-variants', values: {} };
}

/** The same about one variant. */
export function variantVerdict(comparison: Comparison, input: VerdictInput): Verdict {
  return (
    beforeAll(input) ?? uncomparable(comparison, input) ?? missing(comparison) ?? decided(comparison, input)
  );
}

/** What is told first when variants differ in it. */
const MOST_TO_SAY: readonly Verdict['code'][] = [
  'no-goal',
  'withheld-sample-ratio',
  'withheld-multiple',
  'withheld-changed',
  'guardrail-dropped',
  'better',
  'no-harm',
  'undecided',
  'more-units',
  'more-conversions',
  'more-not-converted',
  'more-days',
  'no-closed-day',
  'no-difference',
  'worse',
  'no-variation',
  'no-denominator',
  'one-sided',
  'no-control-group',
  'bad-numbers',
  'no-variants',
];

/** Of several variants with the same verdict the one that it is truest of, or that lacks most. */
function strength({ code, values }: Verdict): number {
  if (code === 'better' || code === 'worse' || code === 'guardrail-dropped') return values.atLeast;
  if (code === 'no-harm' || code === 'no-difference') return -values.atMost;
  return 'daysLeft' in values ? (values.daysLeft ?? Infinity) : 0;
}

/** Whatever the numbers say. */
function beforeAll({ goal, goalCode, withheld }: VerdictInput): Verdict | null {
  if (!goal) return { code: 'no-goal', values: { goal: goalCode } };
  return withheld[0] ?? null;
}

function uncomparable(comparison: Comparison, input: VerdictInput): Verdict | null {
  const { variant, problem, controlArm } = comparison;
  switch (problem) {
    case null:
    case 'no-variation':
      return null;
    case 'no-closed-day':
      return { code: 'no-closed-day', values: { windowDays: input.windowDays } };
    case 'one-sided':
      return input.selection === 'relevance' && controlArm.units === 0
        ? { code: 'no-control-group', values: {} }
        : { code: 'one-sided', values: { variant } };
    case 'no-denominator':
    case 'bad-numbers':
      return { code: problem, values: { variant } };
  }
}

/** The unmet gate that takes longest. */
function missing({ gates, variant, control, days, problem }: Comparison): Verdict | null {
  const waiting = gates.map((gate): Verdict & { values: { daysLeft: number | null } } => {
    const { code, has, needs } = gate;
    if (code === 'days')
      return { code: 'more-days', values: { has, needs, daysLeft: Math.ceil(needs - has) } };
    const values = { variant: gate.arm ?? control, has, needs, daysLeft: daysUntilReached(has, needs, days) };
    return { code: `more-${code}`, values };
  });
  const longest = waiting.sort(
    (a, b) => (b.values.daysLeft ?? Infinity) - (a.values.daysLeft ?? Infinity),
  )[0];
  return longest ?? (problem === 'no-variation' ? { code: 'no-variation', values: { variant } } : null);
}

function decided(comparison: Comparison, input: VerdictInput): Verdict {
  const { variant, sequence, absolute } = comparison;
  const goal = input.goal as VerdictGoal;
  if (!sequence || !absolute) return { code: 'bad-numbers', values: { variant } };
  if (sequence.crossed) return { code: 'withheld-changed', values: { variant } };

  const { measure, interval, likely } = measured(comparison, sequence, goal);
  if (comparison.favours === 'control') {
    return { code: 'worse', values: { variant, ...measure, ...amounts(interval, likely) } };
  }
  const dropped = droppedGuardrail(comparison, input);
  if (dropped) return dropped;
  if (comparison.favours === 'treatment') {
    return { code: 'better', values: { variant, ...measure, ...amounts(interval, likely) } };
  }
  const negligible = input.negligible ?? NEGLIGIBLE;
  const harm = goal.direction === 'up' ? -interval.low : interval.high;
  const gain = goal.direction === 'up' ? interval.high : -interval.low;
  if (measure.scale === 'relative' && harm <= negligible) {
    return gain <= negligible
      ? { code: 'no-difference', values: { variant, ...measure, atMost: Math.max(harm, gain, 0) } }
      : { code: 'no-harm', values: { variant, ...measure, atMost: Math.max(harm, 0) } };
  }
  const daysLeft = daysUntilDecided(comparison, sequence, goal.direction, negligible);
  return {
    code: 'undecided',
    values: { variant, ...measure, from: interval.low, to: interval.high, daysLeft },
  };
}

/** The guardrail that fell most certainly with this variant, if one did. */
function droppedGuardrail(comparison: Comparison, input: VerdictInput): Verdict | null {
  const dropped = input.guardrails.flatMap(({ goal, comparisons }) =>
    comparisons.flatMap((guard) => {
      if (guard.variant !== comparison.variant || guard.favours !== 'control' || guard.gates.length > 0)
        return [];
      if (!guard.sequence || guard.sequence.crossed) return [];
      const { measure, interval } = measured(guard, guard.sequence, goal);
      return [{ goal: goal.code, ...measure, atLeast: amounts(interval, null).atLeast }];
    }),
  );
  const [worst] = dropped.sort((a, b) => b.atLeast - a.atLeast);
  return worst ? { code: 'guardrail-dropped', values: { variant: comparison.variant, ...worst } } : null;
}

/** The sequence on the scale that people read: relative where the default's figure can be divided by. */
function measured(
  { favours, likely, absolute }: Comparison,
  sequence: Sequence,
  goal: VerdictGoal,
): { measure: VerdictMeasure; interval: Interval; likely: number | null } {
  const { direction, currency } = goal;
  const { relative } = sequence;
  // A relative interval that still holds zero would say less than what is decided.
  if (relative && (favours === null || relative.low > 0 || relative.high < 0)) {
    return { measure: { scale: 'relative', currency: null, direction }, interval: relative, likely };
  }
  const rate = goal.kind === 'rate';
  const factor = rate ? 100 : 1;
  const { low, high } = sequence.absolute;
  return {
    measure: { scale: rate ? 'per-100' : 'per-unit', currency: rate ? null : currency, direction },
    interval: { low: low * factor, high: high * factor },
    likely: absolute && absolute.value * factor,
  };
}

/** Unsigned: the end of the interval that is nearer to zero, and the likely amount, never outside. */
function amounts({ low, high }: Interval, likely: number | null): { atLeast: number; likely: number } {
  const atLeast = Math.min(Math.abs(low), Math.abs(high));
  const most = Math.max(Math.abs(low), Math.abs(high));
  return { atLeast, likely: Math.min(most, Math.max(atLeast, Math.abs(likely ?? atLeast))) };
}
