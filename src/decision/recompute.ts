import type { DecisionSettings } from '../manifest/manifest';
import type { Decision } from '../model/decision';
import { BASE, type Experience } from '../model/experience';
import type { Unit } from '../model/visitor-context';
import type { WeightsVersion } from '../model/weights-version';
import { allocate } from './allocation/find-range';
import { holdoutSide } from './allocation/held-out';

/** Propensities travel as JSON numbers; equal ones can differ in their last digit. */
const ROUNDING = 1e-9;

/** What allocates the units of an experience. */
export interface AllocationRecords {
  readonly experience: Pick<Experience, 'code' | 'seed' | 'selection'>;
  /** Any of the experience's weights versions; the decision names the one that is asked. */
  readonly versions: readonly WeightsVersion[];
  /** As of now; the holdout only for versions that do not know their own. */
  readonly settings: Pick<DecisionSettings, 'globalHoldout' | 'globalHoldoutSeed'>;
}

/**
 * Could this decision of an edge or SDK have been made for this unit? In `split` and `adaptive` variant and
 * propensity must be those of the unit's bucket; in `relevance` only the holdout side can be recomputed, the
 * selection depends on a context that is not kept. Decisions that allocate nobody (forced, base without a
 * draw, errors) are never confirmed, except base in `relevance`, which claims nothing.
 */
export const recompute = (decision: Decision, unit: Unit, records: AllocationRecords): boolean => {
  const { experience, versions } = records;
  const version = versions.find(
    (candidate) => candidate.experience === experience.code && candidate.version === decision.weightsVersion,
  );
  if (version === undefined || decision.experience !== experience.code) return false;
  return experience.selection === 'relevance'
    ? isOnItsSide(decision, unit, version, records)
    : isAllocated(decision, unit, version, experience);
};

const isAllocated = (
  decision: Decision,
  unit: Unit,
  { ranges }: WeightsVersion,
  { seed, selection }: AllocationRecords['experience'],
): boolean => {
  const { range, propensity } = allocate(ranges, seed, unit.id);
  return (
    range !== undefined &&
    decision.reason === selection &&
    decision.variant === range.variant &&
    decision.wouldBe === range.variant &&
    isClose(decision.propensity, propensity)
  );
};

const isOnItsSide = (
  decision: Decision,
  unit: Unit,
  { holdout, globalHoldout }: WeightsVersion,
  { experience: { seed }, settings }: AllocationRecords,
): boolean => {
  const { variant, wouldBe, reason } = decision;
  if (reason === 'base-no-match') return variant === BASE && wouldBe === BASE;
  const { globalHoldoutSeed: globalSeed } = settings;
  // A decision may be told late, when another holdout is in force than the one that it was made under.
  const side = holdoutSide(
    { seed, holdout, globalSeed, globalHoldout: globalHoldout ?? settings.globalHoldout },
    unit.id,
  );
  if (wouldBe === BASE || !isClose(decision.propensity, side.propensity)) return false;
  if (reason === 'holdout') return side.held && variant === BASE;
  const isSelected = reason === 'audience' || reason === 'affinity' || reason === 'order';
  return isSelected && !side.held && variant === wouldBe;
};

const isClose = (a: number, b: number): boolean => Math.abs(a - b) < ROUNDING;
