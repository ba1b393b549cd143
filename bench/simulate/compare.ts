import { BASE } from '../../src/model/experience';
import { verdict } from '../../src/reports/verdict';
import type { VerdictInput } from '../../src/reports/verdict-input';
import { variantVerdict } from '../../src/reports/verdict-of-variant';
import type { Verdict } from '../../src/reports/verdict-shape';
import { compareArms } from '../../src/statistics/compare-arms';
import type { ArmCell, Comparison, GoalKind, Interval } from '../../src/statistics/comparison';
import { dayName } from './trial';

/** The comparison that a report makes, of a goal that should go up. @param days closed days. */
export const compared = (
  cells: readonly ArmCell[],
  days: number,
  { kind = 'rate', together = false }: { kind?: GoalKind; together?: boolean } = {},
): Comparison[] =>
  compareArms({
    cells,
    control: BASE,
    kind,
    direction: 'up',
    closedThrough: dayName(days - 1),
    together,
  });

/** What a report says of it, and of each variant. */
export function told(
  comparisons: readonly Comparison[],
  selection: 'relevance' | 'split' | 'adaptive',
  kind: GoalKind = 'rate',
): { readonly headline: Verdict; readonly variants: readonly Verdict[] } {
  const input: VerdictInput = {
    goal: { code: 'order', kind, direction: 'up', currency: null },
    selection,
    unitKind: 'visitor',
    windowDays: 7,
    comparisons,
    guardrails: [],
    withheld: [],
  };
  return { headline: verdict(input), variants: comparisons.map((one) => variantVerdict(one, input)) };
}

/** Looks whose day is early enough that the report would still wait for full days count too: stricter than the report. */
export const everDeclared = (comparisons: readonly Comparison[]): boolean =>
  comparisons.some((one) => one.sequence?.looks.some(({ absolute }) => excludes(absolute, 0)) ?? false);

export const excludes = ({ low, high }: Interval, value: number): boolean => value < low || value > high;

/** "better" or "worse". */
export const isDeclared = ({ code }: Verdict): boolean => code === 'better' || code === 'worse';
