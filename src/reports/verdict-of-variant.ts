import { BASE } from '../model/experience';
import type { Comparison, Interval, Sequence } from '../statistics/comparison';
import { daysUntilDecided, daysUntilReached } from './planner-days-left';
import type { VerdictInput } from './verdict-input';
import type { Verdict, VerdictGoal, VerdictMeasure, VerdictSubject } from './verdict-shape';

/** Largest difference that is called none, and largest harm that is called tolerable: relative. */
export const NEGLIGIBLE = 0.1;

/** What can be said of one variant, first reason first: withheld, not comparable, too little, decided. */
export function variantVerdict(comparison: Comparison, input: VerdictInput): Verdict {
  const { goal, withheld } = input;
  if (typeof goal === 'string') return { code: 'no-goal', values: { goal } };
  return (
    withheld[0] ??
    uncomparable(comparison, input) ??
    missing(comparison, input) ??
    decided(comparison, input, goal)
  );
}

const subjectOf = (
  variant: string | null,
  { selection, unitKind }: Pick<VerdictInput, 'selection' | 'unitKind'>,
): VerdictSubject => ({
  variant,
  against: selection === 'relevance' ? 'control-group' : 'default',
  unitKind,
});

function uncomparable(comparison: Comparison, input: VerdictInput): Verdict | null {
  const { variant, problem, controlArm } = comparison;
  const { unitKind } = input;
  switch (problem) {
    case null:
    case 'no-variation':
      return null;
    case 'no-closed-day':
      return { code: 'no-closed-day', values: { unitKind, windowDays: input.windowDays } };
    case 'one-sided':
      return input.selection === 'relevance' && controlArm.units === 0
        ? { code: 'no-control-group', values: { unitKind } }
        : { code: 'one-sided', values: subjectOf(variant, input) };
    case 'no-denominator':
    case 'bad-numbers':
      return { code: problem, values: subjectOf(variant, input) };
  }
}

type Waiting = Extract<
  Verdict,
  { readonly code: 'more-units' | 'more-conversions' | 'more-not-converted' | 'more-days' }
>;

/** The unmet gate that takes longest. */
function missing(comparison: Comparison, input: VerdictInput): Verdict | null {
  const { gates, variant, control, days, problem } = comparison;
  const waiting = gates.map(({ code, arm, has, needs }): Waiting => {
    if (code === 'days') return { code: 'more-days', values: { has, needs, daysLeft: needs - has } };
    const subject = subjectOf(arm === control ? BASE : (arm ?? variant), input);
    return {
      code: `more-${code}`,
      values: { ...subject, has, needs, daysLeft: daysUntilReached(has, needs, days) },
    };
  });
  const wait = ({ values }: Waiting) => values.daysLeft ?? Number.MAX_VALUE;
  const [longest] = waiting.sort((a, b) => wait(b) - wait(a));
  if (longest) return longest;
  return problem === 'no-variation' ? { code: 'no-variation', values: subjectOf(variant, input) } : null;
}

function decided(comparison: Comparison, input: VerdictInput, goal: VerdictGoal): Verdict {
  const { sequence, absolute, favours } = comparison;
  const subject = subjectOf(comparison.variant, input);
  if (!sequence || !absolute) return { code: 'bad-numbers', values: subject };
  if (sequence.crossed) return { code: 'withheld-changed', values: subject };

  const { measure, interval, likely } = measured(comparison, sequence, goal);
  const about = { ...subject, ...measure };
  if (favours === 'control') return { code: 'worse', values: { ...about, ...amounts(interval, likely) } };
  const dropped = droppedGuardrail(comparison, input);
  if (dropped) return dropped;
  if (favours === 'treatment') return { code: 'better', values: { ...about, ...amounts(interval, likely) } };

  const negligible = input.negligible ?? NEGLIGIBLE;
  const up = goal.direction === 'up';
  const harm = Math.max(0, up ? -interval.low : interval.high);
  const gain = Math.max(0, up ? interval.high : -interval.low);
  if (measure.scale === 'relative' && harm <= negligible) {
    return gain <= negligible
      ? { code: 'no-difference', values: { ...about, atMost: Math.max(harm, gain) } }
      : { code: 'no-harm', values: { ...about, atMost: harm } };
  }
  const daysLeft = daysUntilDecided(comparison, sequence, goal.direction, negligible);
  return { code: 'undecided', values: { ...about, from: interval.low, to: interval.high, daysLeft } };
}

/** The guardrail that fell furthest with this variant, if one did. */
function droppedGuardrail(comparison: Comparison, input: VerdictInput): Verdict | null {
  const dropped = input.guardrails.flatMap(({ goal, comparisons }) =>
    comparisons.flatMap((guard) => {
      const { sequence, variant, favours, gates } = guard;
      if (variant !== comparison.variant || favours !== 'control' || gates.length > 0) return [];
      if (!sequence || sequence.crossed) return [];
      const { measure, interval } = measured(guard, sequence, goal);
      return [{ ...measure, goal: goal.code, atLeast: amounts(interval, null).atLeast }];
    }),
  );
  const [worst] = dropped.sort((a, b) => b.atLeast - a.atLeast);
  if (!worst) return null;
  return { code: 'guardrail-dropped', values: { ...subjectOf(comparison.variant, input), ...worst } };
}

/** The sequence on the scale that people read: relative where the other side's figure can be divided by. */
function measured(
  { favours, likely, absolute }: Comparison,
  { relative, absolute: { low, high } }: Sequence,
  { kind, direction, currency }: VerdictGoal,
): { measure: VerdictMeasure; interval: Interval; likely: number | null } {
  // A relative interval that still holds zero would say less than what is decided.
  if (relative && (favours === null || relative.low > 0 || relative.high < 0)) {
    return { measure: { scale: 'relative', currency: null, direction }, interval: relative, likely };
  }
  const rate = kind === 'rate';
  const factor = rate ? 100 : 1;
  return {
    measure: { scale: rate ? 'per-100' : 'per-unit', currency: rate ? null : currency, direction },
    interval: { low: low * factor, high: high * factor },
    likely: absolute && absolute.value * factor,
  };
}

/** Unsigned: the end of the interval that is nearer to zero, and the likely amount, never outside the interval. */
function amounts({ low, high }: Interval, likely: number | null): { atLeast: number; likely: number } {
  const ends = [Math.abs(low), Math.abs(high)];
  const atLeast = Math.min(...ends);
  return { atLeast, likely: Math.min(Math.max(...ends), Math.max(atLeast, Math.abs(likely ?? atLeast))) };
}
