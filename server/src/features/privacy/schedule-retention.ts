import type { Strapi } from '../../strapi';
import type { LeaseStore } from '../manifest';
import type { PrivacyService } from './privacy-service';

const JOB = 'contextual:retention';
/** Once an hour, at a minute that nobody else picks. */
const EVERY_HOUR = '17 * * * *';
const LEASE_MS = 10 * 60_000;

/** Lets old rows go, on one instance at a time. */
export function scheduleRetention(
  strapi: Strapi,
  parts: { readonly privacy: PrivacyService; readonly leases: LeaseStore; readonly now: () => number },
): void {
  const task = async () => {
    try {
      await parts.leases.withLease('retention', LEASE_MS, async () => {
        const deleted = await parts.privacy.retain(parts.now());
        if (deleted > 0)
          strapi.log.info(`contextual: ${deleted} raw events had reached their age and were deleted`);
      });
    } catch (error) {
      strapi.log.error(
        `contextual: old events not deleted: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
  strapi.cron.add({ [JOB]: { task, options: EVERY_HOUR } });
}
