import { widthOf } from '../../../../src/decision/allocation/find-range';
import { nextRanges } from '../../../../src/decision/allocation/next-ranges';
import { sharesOf } from '../../../../src/decision/allocation/shares';
import { issue } from '../../../../src/foundation/issue';
import { type AllocationRange, BASE, type Experience } from '../../../../src/model/experience';
import type { WeightsVersion } from '../../../../src/model/weights-version';
import { UID } from '../../constants';
import { sameJson } from '../../database/same-json';
import type { Strapi } from '../../strapi';
import { invalid } from '../records';
import { sharesAfterEdit } from './shares-after-edit';
import type { WeightsStore } from './weights-store';

/** What an allocation is made from. */
export type Allocated = Pick<
  Experience,
  'code' | 'selection' | 'variants' | 'ranges' | 'holdout' | 'weightsVersion'
>;

/** Writes weights versions; call it inside the transaction of the edit that asks for one. */
export interface Allocation {
  /** Version 1, at the first start. */
  begin(experience: Allocated): Promise<void>;
  /** The next version, when variants or holdouts say something else than the latest. @returns whether it did. */
  follow(experience: Allocated): Promise<boolean>;
}

/** What the allocation is made of. */
export interface AllocationParts {
  readonly strapi: Strapi;
  readonly weights: WeightsStore;
  /** Holdout over all experiences as the running transaction sees it, 0..10,000. */
  readonly globalHoldout: () => Promise<number>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Makes the writer of weights versions. */
export function createAllocation({ strapi, weights, globalHoldout, now }: AllocationParts): Allocation {
  /** Nobody is held out of a test. */
  const holdoutsOf = async (experience: Allocated): Promise<Holdouts> => ({
    holdout: experience.holdout,
    ...(!isTest(experience) && { globalHoldout: await globalHoldout() }),
  });

  const write = async (
    experience: Allocated,
    ranges: readonly AllocationRange[],
    holdouts: Holdouts,
  ): Promise<void> => {
    const { code } = experience;
    const version = experience.weightsVersion + 1;
    const since = new Date(now()).toISOString();
    await weights.add({ experience: code, version, ranges, ...holdouts, since });
    await strapi.db.query(UID.experience).update({ where: { code }, data: { weightsVersion: version } });
    if (experience.selection !== 'relevance') await storeShares(strapi, experience, ranges);
  };

  return {
    async begin(experience) {
      const first = isTest(experience) ? nextRanges([], checked(sharesOf(experience))) : [];
      await write(experience, first, await holdoutsOf(experience));
    },
    async follow(experience) {
      const { code, ranges, variants, weightsVersion } = experience;
      const holdouts = await holdoutsOf(experience);
      const next = isTest(experience) ? nextRanges(ranges, checked(sharesAfterEdit(ranges, variants))) : [];
      const [latest] = await weights.read([{ experience: code, version: weightsVersion }]);
      if (latest && isUnder(holdouts, latest) && sameJson(next, ranges)) return false;
      await write(experience, next, holdouts);
      return true;
    },
  };
}

type Holdouts = Pick<WeightsVersion, 'holdout' | 'globalHoldout'>;

/** A version that does not know its global holdout is under the present one: see `createEditGlobalHoldout`. */
const isUnder = ({ holdout, globalHoldout }: Holdouts, latest: WeightsVersion) =>
  latest.holdout === holdout && (latest.globalHoldout ?? globalHoldout) === globalHoldout;

const isTest = ({ selection }: Allocated) => selection !== 'relevance';

/** Base may be left with nothing, never with less. */
function checked(shares: Map<string, number>): Map<string, number> {
  if ((shares.get(BASE) ?? 0) >= 0) return shares;
  throw invalid('shares', [
    issue('shares-exceed-all', ['share'], 'Lower the shares: together they may be 100 % at most.'),
  ]);
}

/** Variants say the share that they really have, so that the next edit starts from what people see. */
async function storeShares(
  strapi: Strapi,
  { code, variants }: Allocated,
  ranges: readonly AllocationRange[],
): Promise<void> {
  for (const variant of variants) {
    if (!variant.enabled) continue;
    const share = widthOf(ranges, variant.code);
    if (share === variant.share) continue;
    await strapi.db
      .query(UID.variant)
      .update({ where: { experience: code, code: variant.code }, data: { share } });
  }
}
