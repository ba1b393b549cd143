import { bucketOf } from '../../foundation/hash';
import { FULL_SHARE } from '../../model/experience';

/** The holdouts that a `relevance` experience is under, in 1/10,000. */
export interface Holdouts {
  readonly seed: string;
  readonly holdout: number;
  readonly globalSeed: string;
  readonly globalHoldout: number;
}

/** On which side of the holdout a unit is, with the probability of that side. */
export interface HoldoutSide {
  readonly held: boolean;
  /** The unit's own bucket and the global one, 0..9,999; held out below the holdout. */
  readonly bucket: number;
  readonly globalBucket: number;
  /** Probability of being on this side, (0, 1]: both holdouts are independent of each other. */
  readonly propensity: number;
}

/** Where the holdouts put a unit. */
export const holdoutSide = (holdouts: Holdouts, unitId: string): HoldoutSide => {
  const bucket = bucketOf(`${holdouts.seed}:holdout`, unitId);
  const globalBucket = bucketOf(`${holdouts.globalSeed}:holdout`, unitId);
  const held = bucket < holdouts.holdout || globalBucket < holdouts.globalHoldout;
  const shown = ((FULL_SHARE - holdouts.holdout) * (FULL_SHARE - holdouts.globalHoldout)) / FULL_SHARE ** 2;
  return { held, bucket, globalBucket, propensity: held ? 1 - shown : shown };
};
