import type { VerdictInput } from './verdict-input';
import { variantVerdict } from './verdict-of-variant';
import type { Verdict, VerdictCode } from './verdict-shape';

/**
 * The one sentence about a personalization, from its statistics. In `relevance` it speaks of the whole against
 * the control group where that was compared, otherwise of the variant that has most to say. Never throws.
 */
export function verdict(input: VerdictInput): Verdict {
  const whole = input.comparisons.filter(({ variant }) => variant === null);
  const told = (whole.length > 0 ? whole : input.comparisons).map((one) => variantVerdict(one, input));
  const [first] = told
    .map((one, index) => ({ one, index, rank: MOST_TO_SAY.indexOf(one.code) }))
    .sort((a, b) => a.rank - b.rank || strength(b.one) - strength(a.one) || a.index - b.index);
  if (first) return first.one;
  if (typeof input.goal === 'string') return { code: 'no-goal', values: { goal: input.goal } };
  return { code: 'no-variants', values: { unitKind: input.unitKind } };
}

/** What is told first when variants differ in it. */
const MOST_TO_SAY: readonly VerdictCode[] = [
  'no-goal',
  'not-measurable',
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

/** Of several variants with the same verdict: the one that it is truest of, or that waits longest. */
function strength({ code, values }: Verdict): number {
  if (code === 'better' || code === 'worse' || code === 'guardrail-dropped') return values.atLeast;
  if (code === 'no-harm' || code === 'no-difference') return -values.atMost;
  // A year and more, as a number that can be compared.
  return 'daysLeft' in values ? (values.daysLeft ?? Number.MAX_VALUE) : 0;
}
