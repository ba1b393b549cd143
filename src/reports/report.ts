import type { EventDayCell } from '../events/event-day';
import { fromFixedPoint } from '../events/fixed-point';
import { isNothing, type RollupCell } from '../events/rollup';
import { BASE, type Selection } from '../model/experience';
import { DEFAULT_GOAL, type Goal } from '../model/goal';
import type { Unit } from '../model/visitor-context';
import type { WeightsVersion } from '../model/weights-version';
import type { CompareSettings } from '../statistics/comparison';
import { goalComparisons } from './goal-comparisons';
import { healthOf } from './health';
import { verdictsOf } from './verdict-of-report';
import type { Verdict } from './verdict-shape';
import type { Arm, ArmDay, ComparedGroup, GoalTotal, Report, UnitKindReport } from './report-shape';

/** What is counted of one experience, over all its units. */
export interface ReportRollups {
  readonly cells: readonly RollupCell[];
  readonly days: readonly EventDayCell[];
}

/** What the numbers are about. */
export interface ReportOptions {
  readonly experience: string;
  readonly selection: Selection;
  /** Code of its goal. */
  readonly goal: string;
  /** Of the goal, where it has one. */
  readonly currency?: string;
  /** `YYYY-MM-DD` in the project's time zone; without it, or without `goals`, nothing is compared. */
  readonly today?: string;
  /** Definitions of its goal and guardrails. */
  readonly goals?: readonly Goal[];
  /** Codes of its guardrails. */
  readonly guardrails?: readonly string[];
  /** Of the experience; those that are missing cannot be checked for their split. */
  readonly weightsVersions?: readonly Pick<
    WeightsVersion,
    'version' | 'ranges' | 'holdout' | 'globalHoldout'
  >[];
  /** Holdout over all experiences now, 0..10,000; of versions that do not know their own. */
  readonly globalHoldout?: number;
  /** Fixed before the first look; see `CompareSettings`. */
  readonly settings?: Partial<CompareSettings>;
}

const UNIT_KINDS: readonly Unit['kind'][] = ['visitor', 'page-visit'];

/**
 * The numbers of one experience, from additive counts alone. Kinds of units are never added up. In `relevance`
 * a variant is set against the held-out units that would have got the same variant, never against another
 * variant, whose visitors are others; elsewhere all variants stand side by side.
 */
export function report(counted: ReportRollups, options: ReportOptions): Report {
  // A cell that everything was taken out of again must not be told from one that never was.
  const rollups: ReportRollups = {
    cells: counted.cells.filter(({ sums }) => !isNothing(sums)),
    days: counted.days.filter(({ count, value }) => count !== 0n || value !== 0n),
  };
  const unitKinds = UNIT_KINDS.map((kind) => unitKindReport(kind, rollups, options)).filter(hasNumbers);
  const comparable = unitKinds.some(({ groups }) => groups.some((group) => group.comparable));
  return {
    experience: options.experience,
    selection: options.selection,
    goal: options.goal,
    currency: options.currency ?? null,
    comparison: !comparable ? 'none' : options.selection === 'relevance' ? 'holdout' : 'variants',
    verdict: headline(unitKinds) ?? unitKindReport('visitor', rollups, options).verdict,
    unitKinds,
  };
}

/** Of visitors where any were counted, else of page visits; exposures that nobody vouches for count nobody. */
const headline = (unitKinds: readonly UnitKindReport[]): Verdict | null =>
  unitKinds.find(({ groups }) => groups.some(({ arms }) => arms.some(({ units }) => units > 0)))?.verdict ??
  null;

const hasNumbers = ({ groups, reach, unverified }: UnitKindReport) =>
  groups.length > 0 || reach > 0 || unverified > 0;

function unitKindReport(
  unitKind: Unit['kind'],
  rollups: ReportRollups,
  options: ReportOptions,
): UnitKindReport {
  const cells = rollups.cells.filter((cell) => cell.unitKind === unitKind && cell.dimension === '');
  const days = rollups.days.filter((cell) => cell.unitKind === unitKind);
  const reached = days.filter(({ measure }) => measure === 'reach');
  const unverified = days.filter(({ measure }) => measure === 'unverified');
  const relevance = options.selection === 'relevance';
  // Whoever would have got base in `relevance` is on no side of a comparison, vouched for or not.
  const counted = days.filter(
    ({ measure, wouldBe }) => measure !== 'reach' && !(relevance && wouldBe === BASE),
  );
  const groupOf = ({ wouldBe }: { wouldBe: string }) => (relevance ? wouldBe : null);
  const groups = distinct([...cells, ...counted].map(groupOf)).sort(baseFirst);
  const { selection, weightsVersions = [], globalHoldout = 0, goals = [] } = options;
  const health = healthOf(rollups.cells, { unitKind, selection, weightsVersions, globalHoldout });
  const comparisons = comparisonsOf(unitKind, rollups.cells, options);
  return {
    unitKind,
    groups: groups.map((wouldBe) => {
      const own = <C extends { wouldBe: string }>(all: readonly C[]) =>
        all.filter((cell) => groupOf(cell) === wouldBe);
      return comparedGroup(wouldBe, own(cells), own(counted), options);
    }),
    reach: total(reached, ({ count }) => count),
    unverified: total(unverified, ({ count }) => count),
    health,
    comparisons,
    ...verdictsOf({ unitKind, selection, health, comparisons, goals }),
  };
}

function comparisonsOf(
  unitKind: Unit['kind'],
  cells: readonly RollupCell[],
  options: ReportOptions,
): UnitKindReport['comparisons'] {
  const { selection, goal, goals, guardrails = [], today, settings } = options;
  if (today === undefined || !goals) return [];
  return goalComparisons(cells, { unitKind, selection, goal, goals, guardrails, today, settings });
}

function comparedGroup(
  wouldBe: string | null,
  cells: readonly RollupCell[],
  days: readonly EventDayCell[],
  options: ReportOptions,
): ComparedGroup {
  const variants = distinct([...cells, ...days].map(({ variant }) => variant)).sort(baseFirst);
  const arms = variants.map((variant) => {
    const own = <C extends { variant: string }>(all: readonly C[]) =>
      all.filter((cell) => cell.variant === variant);
    return arm(variant, wouldBe !== null && variant === BASE, own(cells), own(days), options);
  });
  return { wouldBe, arms, comparable: arms.filter(({ units }) => units > 0).length > 1 };
}

function arm(
  variant: string,
  heldOut: boolean,
  cells: readonly RollupCell[],
  days: readonly EventDayCell[],
  options: ReportOptions,
): Arm {
  const unitCells = cells.filter(({ goal }) => goal === '');
  const dayNames = distinct([...unitCells, ...days].map(({ day }) => day)).sort();
  const byDay = dayNames.map((day) =>
    armDay(
      day,
      unitCells.filter((cell) => cell.day === day),
      days.filter((cell) => cell.day === day),
      options.goal,
    ),
  );
  const { day: _all, ...totals } = armDay('', unitCells, days, options.goal);
  return {
    variant,
    heldOut,
    ...totals,
    multiple: total(unitCells, ({ sums }) => sums.multiple),
    goals: goalTotals(cells, days),
    days: byDay,
  };
}

function armDay(
  day: string,
  unitCells: readonly RollupCell[],
  days: readonly EventDayCell[],
  goal: string,
): ArmDay {
  const countOf = (measure: EventDayCell['measure'], name = '') =>
    days.filter((cell) => cell.measure === measure && cell.goal === name);
  return {
    day,
    units: total(unitCells, ({ sums }) => sums.n),
    exposures: total(countOf('exposure'), ({ count }) => count),
    interactions: total(countOf('goal', DEFAULT_GOAL.code), ({ count }) => count),
    conversions: total(countOf('goal', goal), ({ count }) => count),
    value: fromFixedPoint(sum(countOf('goal', goal), (cell) => cell.value)),
    unverified: total(countOf('unverified'), ({ count }) => count),
  };
}

function goalTotals(cells: readonly RollupCell[], days: readonly EventDayCell[]): GoalTotal[] {
  const goals = distinct([...cells, ...days].map(({ goal }) => goal).filter((goal) => goal !== '')).sort();
  return goals.map((goal) => ({
    goal,
    events: total(
      days.filter((cell) => cell.goal === goal),
      ({ count }) => count,
    ),
    total: fromFixedPoint(
      sum(
        cells.filter((cell) => cell.goal === goal),
        ({ sums }) => sums.y,
      ),
    ),
    denominator: fromFixedPoint(
      sum(
        cells.filter((cell) => cell.goal === goal),
        ({ sums }) => sums.d,
      ),
    ),
  }));
}

const sum = <C>(cells: readonly C[], term: (cell: C) => bigint): bigint =>
  cells.reduce((all, cell) => all + term(cell), 0n);

const total = <C>(cells: readonly C[], term: (cell: C) => bigint): number => Number(sum(cells, term));

const distinct = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** Base first, then by code. */
function baseFirst(a: string | null, b: string | null): number {
  if (a === BASE || b === BASE) return a === b ? 0 : a === BASE ? -1 : 1;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
