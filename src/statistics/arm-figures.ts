import type { ArmFigures, CompareSettings, GoalKind } from './comparison';
import { unmetGates } from './gates';
import type { PairStratum } from './pair-estimate';

/** Counts of one side over all strata, and its mean weighted by the size of the strata. */
export function figures(
  strata: readonly PairStratum[],
  side: 'treatment' | 'control',
  kind: GoalKind,
): ArmFigures {
  let [size, units, sum, squares, y, d] = [0, 0, 0, 0, 0, 0];
  for (const stratum of strata) {
    const arm = stratum[side];
    size += stratum.size;
    units += arm.n;
    sum += arm.n * arm.y;
    squares += arm.n * (arm.yy + arm.y * arm.y);
    y += stratum.size * arm.y;
    d += stratum.size * arm.d;
  }
  const mean = kind === 'ratio' ? (d > 0 ? y / d : 0) : y / size;
  // Whole, because floating point may miss a count by a hair.
  const conversions = Math.round((sum * sum) / squares);
  return {
    units,
    conversions: Number.isFinite(conversions) ? conversions : 0,
    mean: Number.isFinite(mean) ? mean : 0,
  };
}

/** Have both arms units and outcomes enough for normal theory? Says nothing about days. */
export function hasEnough(
  strata: readonly PairStratum[],
  kind: GoalKind,
  settings: CompareSettings,
): boolean {
  const both = strata.filter(({ treatment, control }) => treatment.n > 0 && control.n > 0);
  if (both.length === 0) return false;
  const arms = (['treatment', 'control'] as const).map((side) => ({
    ...figures(both, side, kind),
    arm: side,
  }));
  return unmetGates(kind, arms, settings.minDays, settings).length === 0;
}
