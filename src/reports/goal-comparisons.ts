import type { RollupCell } from '../events/rollup';
import { BASE, type Selection } from '../model/experience';
import type { Goal } from '../model/goal';
import type { Unit } from '../model/visitor-context';
import { adjustFamily } from '../statistics/adjust-family';
import { compareArms } from '../statistics/compare-arms';
import type { CompareSettings, Comparison } from '../statistics/comparison';
import { armCells } from './arm-cells';
import { lastClosedDay } from './closed-days';

/** What is compared by one goal. Plain JSON. */
export interface GoalComparisons {
  readonly goal: string;
  /** What the experience is for, or what must not drop. */
  readonly role: 'goal' | 'guardrail';
  /** `null`: the goal does not exist any more. */
  readonly kind: Goal['kind'] | null;
  readonly direction: Goal['direction'] | null;
  readonly currency: string | null;
  /** Last day that counts; `null`: not known. */
  readonly closedThrough: string | null;
  /** `no-goal`: it does not exist any more. `not-measurable`: it needs more than a page visit. */
  readonly problem: 'no-goal' | 'not-measurable' | null;
  readonly comparisons: readonly Comparison[];
}

export interface GoalComparisonsQuery {
  readonly unitKind: Unit['kind'];
  readonly selection: Selection;
  readonly goal: string;
  readonly guardrails: readonly string[];
  readonly goals: readonly Goal[];
  /** `YYYY-MM-DD` in the project's time zone. */
  readonly today: string;
  readonly settings?: Partial<CompareSettings> | undefined;
}

/**
 * All variants against base, for the goal and each guardrail. p values are adjusted over the variants of the goal,
 * and over variants × guardrails, and the sequences of the guardrails share their alpha: several of them raise no
 * more false alarms than one, and a guardrail never makes a goal's result harder to reach.
 */
export function goalComparisons(
  cells: readonly RollupCell[],
  query: GoalComparisonsQuery,
): GoalComparisons[] {
  const guardrails = [...new Set(query.guardrails)].filter((code) => code !== query.goal);
  const own = comparisonsOf(cells, query, { code: query.goal, role: 'goal', beside: 1 });
  const others = guardrails.map((code) =>
    comparisonsOf(cells, query, { code, role: 'guardrail', beside: guardrails.length }),
  );
  const adjusted = adjustFamily(others.map(({ comparisons }) => comparisons));
  return [own, ...others.map((one, index) => ({ ...one, comparisons: adjusted[index] ?? [] }))];
}

function comparisonsOf(
  cells: readonly RollupCell[],
  query: GoalComparisonsQuery,
  {
    code,
    role,
    beside,
  }: { readonly code: string; readonly role: GoalComparisons['role']; readonly beside: number },
): GoalComparisons {
  const { unitKind, selection, settings } = query;
  const goal = query.goals.find((candidate) => candidate.code === code);
  const none = { goal: code, role, kind: null, direction: null, currency: null, comparisons: [] };
  if (!goal) return { ...none, closedThrough: null, problem: 'no-goal' };
  const { kind, direction, windowDays } = goal;
  const known = { ...none, kind, direction, currency: goal.currency ?? null };
  const closedThrough = lastClosedDay(query.today, windowDays);
  if (unitKind === 'page-visit' && goal.scope === 'visitor') {
    return { ...known, closedThrough, problem: 'not-measurable' };
  }
  const comparisons = compareArms({
    cells: armCells(cells, { unitKind, selection, goal: code }),
    control: BASE,
    kind,
    direction,
    closedThrough,
    together: selection === 'relevance',
    goals: beside,
    ...(settings && { settings }),
  });
  return { ...known, closedThrough, problem: null, comparisons };
}
