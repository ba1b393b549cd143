import { FULL_SHARE } from '../model/experience';
import type { WeightsVersion } from '../model/weights-version';
import type { ArmCell } from '../statistics/comparison';
import { mergeMoments, NO_MOMENTS } from '../statistics/moments';
import { cohortOf } from './cohort';
import type { LoggedCell } from './importance-weighting';

/**
 * What was shown with which probability, from the cells that reports compare: of `split` and `adaptive`, where a
 * variant's probability is the width of its ranges in the weights version. Cells of versions that are not known any
 * more, and of variants without a width, have no probability and are returned with 0, which every estimate refuses.
 */
export function loggedCells(
  cells: readonly ArmCell[],
  versions: readonly Pick<WeightsVersion, 'version' | 'ranges'>[],
): LoggedCell[] {
  const merged = new Map<string, ArmCell>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.period, cell.arm]);
    const moments = mergeMoments(merged.get(key)?.moments ?? NO_MOMENTS, cell.moments);
    merged.set(key, { ...cell, moments });
  }
  return [...merged.values()].map(({ period, arm, moments }) => {
    const ranges = versions.find(({ version }) => version === period)?.ranges ?? [];
    const width = ranges.reduce((sum, { variant, from, to }) => (variant === arm ? sum + to - from : sum), 0);
    const { n, y, yy } = cohortOf(moments, 0);
    return { variant: arm, propensity: width / FULL_SHARE, n, y, yy };
  });
}
