import { VALUE_SCALE } from '../events/fixed-point';
import { NO_SUMS, type RollupCell } from '../events/rollup';
import { BASE, type Selection } from '../model/experience';
import type { Unit } from '../model/visitor-context';
import type { ArmCell } from '../statistics/comparison';
import { type ExactSums, momentsOf } from '../statistics/moments';

/** Which units and which goal. */
export interface ArmCellsQuery {
  readonly unitKind: Unit['kind'];
  readonly selection: Selection;
  readonly goal: string;
}

/**
 * What rollups say about one goal, as the statistics read it: added up exactly by weights version, group, arm and
 * day, then turned into moments. So neither the order nor the splitting of cells changes a digit. Values were
 * capped per unit when they were counted (`goalValue`, with `Goal.cap` fixed in advance): sums cannot be capped.
 *
 * Units, and the covariate's own sums, stand in the cell of goal `''`; a goal that nobody reached has no cell.
 * In `relevance` only what was shown or held out counts, never who would have got base.
 */
export function armCells(cells: readonly RollupCell[], query: ArmCellsQuery): ArmCell[] {
  const added = new Map<string, Omit<ArmCell, 'moments'> & { sums: Record<keyof ExactSums, bigint> }>();
  for (const cell of cells) {
    if (!isCounted(cell, query)) continue;
    const { weightsVersion: period, variant: arm, day, sums } = cell;
    const group = query.selection === 'relevance' ? cell.wouldBe : null;
    const key = JSON.stringify([period, group, arm, day]);
    const entry = added.get(key) ?? { period, group, arm, day, sums: { ...NO_SUMS } };
    added.set(key, entry);
    const names = cell.goal === '' ? UNIT_SUMS : GOAL_SUMS;
    for (const name of names) entry.sums[name] += sums[name];
  }
  return [...added.values()]
    .filter(({ sums }) => sums.n > 0n)
    .map(({ sums, ...key }) => ({ ...key, moments: momentsOf(sums, VALUE_SCALE) }));
}

const UNIT_SUMS = ['n', 'x', 'xx'] as const;
const GOAL_SUMS = ['y', 'yy', 'd', 'dd', 'yd', 'xy'] as const;

function isCounted(cell: RollupCell, { unitKind, selection, goal }: ArmCellsQuery): boolean {
  if (cell.unitKind !== unitKind || cell.dimension !== '') return false;
  if (cell.goal !== '' && cell.goal !== goal) return false;
  if (selection !== 'relevance') return true;
  return cell.wouldBe !== BASE && (cell.variant === BASE || cell.variant === cell.wouldBe);
}
