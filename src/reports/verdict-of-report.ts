import { BASE, type Selection } from '../model/experience';
import type { Goal } from '../model/goal';
import type { Unit } from '../model/visitor-context';
import { MISMATCH_P, type PeriodRatio } from '../statistics/sample-ratio';
import type { GoalComparisons } from './goal-comparisons';
import { type Health, MULTIPLE_SHARE, SHOWN } from './health';
import { verdict } from './verdict';
import type { ComparedGuardrail, VerdictInput, Withheld } from './verdict-input';
import { variantVerdict } from './verdict-of-variant';
import type { Verdict, VerdictGoal } from './verdict-shape';

/** What is said of one kind of unit. */
export interface ToldVerdicts {
  /** The first line of a report. `null`: nothing was compared. */
  readonly verdict: Verdict | null;
  /** Of each comparison by the experience's goal, in their order. */
  readonly variantVerdicts: readonly { readonly variant: string | null; readonly verdict: Verdict }[];
}

export interface ToldAbout {
  readonly unitKind: Unit['kind'];
  readonly selection: Selection;
  readonly health: Health;
  /** The experience's goal first, then its guardrails. */
  readonly comparisons: readonly GoalComparisons[];
  readonly goals: readonly Goal[];
}

/** The verdicts of one kind of unit from what its report has. */
export function verdictsOf({ unitKind, selection, health, comparisons, goals }: ToldAbout): ToldVerdicts {
  const [own, ...guardrails] = comparisons;
  if (!own) return { verdict: null, variantVerdicts: [] };
  if (own.problem === 'not-measurable') {
    return { verdict: { code: 'not-measurable', values: { goal: own.goal } }, variantVerdicts: [] };
  }
  const input: VerdictInput = {
    goal: goalOf(own) ?? own.goal,
    selection,
    unitKind,
    windowDays: goals.find(({ code }) => code === own.goal)?.windowDays ?? 0,
    comparisons: own.comparisons,
    guardrails: guardrails.flatMap((one): ComparedGuardrail[] => {
      const goal = goalOf(one);
      return goal ? [{ goal, comparisons: one.comparisons }] : [];
    }),
    withheld: withheldBy(health, unitKind, selection),
  };
  return {
    verdict: verdict(input),
    variantVerdicts: own.comparisons.map((one) => ({
      variant: one.variant,
      verdict: variantVerdict(one, input),
    })),
  };
}

const goalOf = ({ goal, kind, direction, currency }: GoalComparisons): VerdictGoal | null =>
  kind && direction ? { code: goal, kind, direction, currency } : null;

function withheldBy(
  { sampleRatio, multipleExposure }: Health,
  unitKind: Unit['kind'],
  selection: Selection,
): Withheld[] {
  const withheld: Withheld[] = [];
  if (sampleRatio.mismatch) withheld.push(wrongSplit(sampleRatio, unitKind, selection));
  if (multipleExposure.tooMany) {
    const values = { unitKind, share: multipleExposure.share, most: MULTIPLE_SHARE };
    withheld.push({ code: 'withheld-multiple', values });
  }
  return withheld;
}

/**
 * Names the arm that is furthest from what was promised: over all periods whose shares are known, or in a period
 * that is wrong by itself, because two of them can make up for each other.
 */
function wrongSplit(
  { periods }: Health['sampleRatio'],
  unitKind: Unit['kind'],
  selection: Selection,
): Withheld {
  const whole = new Map<string, CountedArm>();
  for (const { arm, units, expected } of periods.flatMap(countedArms)) {
    const known = whole.get(arm) ?? { units: 0, expected: 0 };
    whole.set(arm, { arm, units: known.units + units, expected: known.expected + expected });
  }
  const wrong = periods.filter(({ p }) => p !== null && p < MISMATCH_P);
  const off = ({ units, expected }: CountedArm) =>
    Math.abs(units - expected) / Math.sqrt(Math.max(expected, 1));
  const [worst = { arm: BASE, units: 0, expected: 0, total: 0 }] = [
    [...whole.values()],
    ...wrong.map(countedArms),
  ]
    .flatMap((arms) => {
      const total = arms.reduce((sum, { units }) => sum + units, 0);
      return arms.map((one) => ({ ...one, total }));
    })
    .sort((a, b) => off(b) - off(a));
  const share = (units: number) => (worst.total > 0 ? units / worst.total : 0);
  return {
    code: 'withheld-sample-ratio',
    values: {
      variant: worst.arm === SHOWN && selection === 'relevance' ? null : worst.arm,
      against: selection === 'relevance' ? 'control-group' : 'default',
      unitKind,
      expected: share(worst.expected),
      seen: share(worst.units),
    },
  };
}

interface CountedArm {
  readonly arm: string;
  readonly units: number;
  readonly expected: number;
}

const countedArms = ({ arms }: PeriodRatio): CountedArm[] =>
  arms.flatMap(({ arm, units, expected }) => (expected === null ? [] : [{ arm, units, expected }]));
