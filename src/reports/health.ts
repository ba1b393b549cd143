import type { RollupCell } from '../events/rollup';
import { BASE, FULL_SHARE, type Selection } from '../model/experience';
import type { Unit } from '../model/visitor-context';
import type { WeightsVersion } from '../model/weights-version';
import { type SampleRatio, sampleRatio, type SplitPeriod } from '../statistics/sample-ratio';

/** May the numbers be believed? Over all days, closed or not. Plain JSON. */
export interface Health {
  /** `relevance`: arms `base` (held out) and `shown`; elsewhere variant codes. */
  readonly sampleRatio: SampleRatio;
  readonly multipleExposure: MultipleExposure;
}

/** Units that saw what they should have seen only one of; re-weighting that moved them is left out (`Participation`). */
export interface MultipleExposure {
  readonly units: number;
  readonly multiple: number;
  /** 0..1. */
  readonly share: number;
  readonly tooMany: boolean;
}

export interface HealthQuery {
  readonly unitKind: Unit['kind'];
  readonly selection: Selection;
  /** Those that are still known. */
  readonly weightsVersions: readonly Pick<
    WeightsVersion,
    'version' | 'ranges' | 'holdout' | 'globalHoldout'
  >[];
  /** Holdout over all experiences now, 0..10,000: of versions that do not know what it was in their time. */
  readonly globalHoldout: number;
}

/** Share of units with multiple exposure from which a result is withheld, and how many it takes: GrowthBook's. */
export const MULTIPLE_SHARE = 0.01;
const MULTIPLE_UNITS = 10;

/** The arm of everybody in `relevance` who was not held out. */
export const SHOWN = 'shown';

/** Whether units were split as promised, and saw one thing only. */
export function healthOf(cells: readonly RollupCell[], query: HealthQuery): Health {
  const units = cells.filter(
    (cell) =>
      cell.unitKind === query.unitKind &&
      cell.dimension === '' &&
      cell.goal === '' &&
      !(query.selection === 'relevance' && cell.wouldBe === BASE),
  );
  return { sampleRatio: sampleRatio(splitPeriods(units, query)), multipleExposure: multipleExposure(units) };
}

function multipleExposure(cells: readonly RollupCell[]): MultipleExposure {
  const units = Number(cells.reduce((sum, { sums }) => sum + sums.n, 0n));
  const multiple = Number(cells.reduce((sum, { sums }) => sum + sums.multiple, 0n));
  const share = units > 0 ? multiple / units : 0;
  return { units, multiple, share, tooMany: share >= MULTIPLE_SHARE && multiple >= MULTIPLE_UNITS };
}

function splitPeriods(cells: readonly RollupCell[], query: HealthQuery): SplitPeriod[] {
  const periods = new Map<number, Map<string, Map<string, bigint>>>();
  for (const { weightsVersion, day, variant, sums } of cells) {
    const arm = query.selection === 'relevance' && variant !== BASE ? SHOWN : variant;
    const days = periods.get(weightsVersion) ?? new Map<string, Map<string, bigint>>();
    periods.set(weightsVersion, days);
    const arms = days.get(day) ?? new Map<string, bigint>();
    days.set(day, arms);
    arms.set(arm, (arms.get(arm) ?? 0n) + sums.n);
  }
  return [...periods].map(([period, days]) => ({
    period,
    expected: promised(period, query),
    days: [...days].map(([day, arms]) => ({
      day,
      units: new Map([...arms].map(([arm, count]) => [arm, Math.max(0, Number(count))])),
    })),
  }));
}

/** Shares of a weights version; `null` where it is forgotten, or promised one side everything. */
function promised(version: number, query: HealthQuery): Map<string, number> | null {
  const known = query.weightsVersions.find((candidate) => candidate.version === version);
  if (!known) return null;
  if (query.selection === 'relevance') {
    // What was promised then, whatever is promised now. Both holdouts are independent of each other.
    const globalHoldout = known.globalHoldout ?? query.globalHoldout;
    const shown = (1 - known.holdout / FULL_SHARE) * (1 - globalHoldout / FULL_SHARE);
    if (!(shown > 0 && shown < 1)) return null;
    return new Map([
      [BASE, 1 - shown],
      [SHOWN, shown],
    ]);
  }
  const widths = new Map<string, number>();
  for (const { variant, from, to } of known.ranges) {
    widths.set(variant, (widths.get(variant) ?? 0) + Math.max(0, to - from));
  }
  // A gap in the ranges allocates nobody.
  const total = [...widths.values()].reduce((sum, width) => sum + width, 0);
  return total > 0 ? new Map([...widths].map(([arm, width]) => [arm, width / total])) : null;
}
