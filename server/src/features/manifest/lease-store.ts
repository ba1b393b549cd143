import { TABLE } from '../../constants';
import type { Strapi } from '../../strapi';

/** Lets one instance at a time do a job. */
export interface LeaseStore {
  /**
   * Runs `job` if no other instance holds `name`, and gives the lease back afterwards.
   * A holder that dies loses it after `ttlMs`; a job must be shorter, or harmless when run twice.
   * @returns false when somebody else holds it.
   */
  withLease(name: string, ttlMs: number, job: () => Promise<void>): Promise<boolean>;
}

/** @param owner unique for this instance. @param now epoch milliseconds; the instances' clocks must agree roughly. */
export function createLeaseStore(strapi: Strapi, owner: string, now: () => number): LeaseStore {
  const table = () => strapi.db.getConnection(TABLE.leases);

  /** One conditional update: of two instances the database lets one change the row. */
  const take = async (name: string, ttlMs: number): Promise<boolean> => {
    const at = now();
    await table().insert({ name, owner: '', until: 0 }).onConflict('name').ignore();
    const taken = await table()
      .where({ name })
      .andWhere('until', '<', at)
      .update({ owner, until: at + ttlMs });
    return taken === 1;
  };

  const giveBack = (name: string) => table().where({ name, owner }).update({ owner: '', until: 0 });

  return {
    withLease: async (name, ttlMs, job) => {
      if (!(await take(name, ttlMs))) return false;
      try {
        await job();
      } finally {
        await giveBack(name);
      }
      return true;
    },
  };
}
