import { UID } from '../../constants';
import { inTransaction, lockRecords, type Row } from '../records';
import type { Allocation, AllocationParts } from './allocation';
import { experienceOf } from './experience-record';

/**
 * Runs an edit of the settings in a transaction of its own. Where it changes the holdout over all experiences, each
 * one that runs gets its next weights version: what was counted until then was split by another promise, and a
 * report that held it against the new one would call a sound split wrong. Paused ones get theirs when they resume.
 */
export type EditGlobalHoldout = <T>(edit: () => Promise<T>) => Promise<T>;

/** Makes it; only `relevance` is under the global holdout. */
export function createEditGlobalHoldout(
  { strapi, weights, globalHoldout }: Omit<AllocationParts, 'now'>,
  allocation: Allocation,
): EditGlobalHoldout {
  const experiences = async () =>
    ((await strapi.db.query(UID.experience).findMany({ where: RELEVANCE })) as Row[]).map(experienceOf);

  return (edit) =>
    inTransaction(strapi, async () => {
      // Whoever starts or changes one of them meanwhile would write a version that promises what no longer holds.
      await lockRecords(strapi, UID.experience, { ...RELEVANCE, status: { $ne: 'ended' } });
      const before = await globalHoldout();
      const result = await edit();
      if ((await globalHoldout()) === before) return result;
      const all = await experiences();
      // From versions older than the field it is known until now, and never again after this.
      await weights.fillGlobalHoldout(
        all.map(({ code }) => code),
        before,
      );
      for (const experience of all) {
        if (experience.status === 'running') await allocation.follow({ ...experience, ...NO_RANGES });
      }
      return result;
    });
}

const RELEVANCE = { selection: 'relevance' };

/** By relevance nobody has a range. */
const NO_RANGES = { variants: [], ranges: [] };
