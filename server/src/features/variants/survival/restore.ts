import { UID } from '../../../constants';
import type { Strapi } from '../../../strapi';
import { inTransaction } from '../../records';
import { reconcileType } from '../reconcile';
import { siblingByUid } from '../sibling-types';
import { dropDeletedComponents } from './deleted-components';
import { restoreMediaLinks } from './media-links';
import { adminPermissions, roleGrants, tokenGrants, viewKey } from './read-snapshot';
import { type AdminPermission, type Grant, type SurvivalReport, survivalStore } from './store';

/**
 * Brings back what Strapi deleted while it did not see some of our types. Only adds what is missing, so it
 * may run twice; does nothing in a start after one that had everything.
 * @param now ISO 8601.
 * @returns what it did; undefined when there was nothing to do.
 */
export async function restoreReturned(strapi: Strapi, now: string): Promise<SurvivalReport | undefined> {
  const store = survivalStore(strapi);
  const returned = await store.returned.get();
  if (!returned || returned.length === 0) return undefined;
  const snapshot = await store.snapshot.get();
  const skipped: SurvivalReport['skipped'][number][] = [];
  const restored = { roleGrants: 0, tokenGrants: 0, permissions: 0, views: 0, mediaLinks: 0 };

  await inTransaction(strapi, async () => {
    const types = returned.filter((uid) => siblingByUid(strapi, uid));
    if (snapshot) {
      const permissions = types.flatMap((uid) => snapshot.types[uid]?.permissions ?? []);
      if (returned.includes(UID.variant)) {
        restored.roleGrants = await restoreRoleGrants(strapi, snapshot.roleGrants, skipped);
        restored.tokenGrants = await restoreTokenGrants(strapi, snapshot.tokenGrants, skipped);
        permissions.push(...snapshot.permissions);
      }
      restored.permissions = await restorePermissions(strapi, permissions, types, skipped);
      for (const uid of types) {
        const view = snapshot.types[uid]?.view;
        if (!view) continue;
        const cmStore = strapi.store({ type: 'plugin', name: 'content_manager' });
        await cmStore.set({ key: viewKey(uid), value: view });
        restored.views += 1;
      }
      for (const [uid, { variantOf }] of Object.entries(snapshot.types)) {
        // Turned off is not deleted: its base is still there, and so will be its variants.
        if (!Object.hasOwn(strapi.contentTypes, variantOf)) {
          skipped.push({ reason: 'type-deleted', what: uid, count: 1 });
        }
      }
    }
    for (const uid of types) {
      restored.mediaLinks += await restoreMediaLinks(strapi, uid, skipped);
      await dropDeletedComponents(strapi, uid, skipped);
    }
    for (const uid of types) {
      // Entries deleted while nobody of us looked.
      const base = siblingByUid(strapi, uid)?.baseUid;
      const losses = base ? await reconcileType(strapi, base) : [];
      const gone = losses.filter(({ locale }) => locale === undefined).length;
      if (base && gone > 0) skipped.push({ reason: 'row-deleted', what: base, count: gone });
    }
  });
  if (restored.views > 0) await syncViews(strapi);
  const report: SurvivalReport = { at: now, restored, skipped };
  await store.returned.set([]);
  if (snapshot) await store.report.set(report);
  return snapshot ? report : undefined;
}

/** Drops from restored views what their types no longer have; the Content Manager does so at every start. */
async function syncViews(strapi: Strapi): Promise<void> {
  const contentTypes = strapi.plugin('content-manager').service('content-types') as {
    syncConfigurations(): Promise<void>;
  };
  await contentTypes.syncConfigurations();
}

type Skipped = SurvivalReport['skipped'][number][];

async function restoreRoleGrants(
  strapi: Strapi,
  wanted: readonly Grant[],
  skipped: Skipped,
): Promise<number> {
  if (!strapi.db.metadata.has('plugin::users-permissions.permission')) return 0;
  const present = await roleGrants(strapi);
  return restoreGrants(strapi, wanted, present, skipped, {
    holderUid: 'plugin::users-permissions.role',
    create: ({ action, holder }) =>
      strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: holder } }),
  });
}

async function restoreTokenGrants(
  strapi: Strapi,
  wanted: readonly Grant[],
  skipped: Skipped,
): Promise<number> {
  const present = await tokenGrants(strapi);
  return restoreGrants(strapi, wanted, present, skipped, {
    holderUid: 'admin::api-token',
    create: ({ action, holder }) =>
      strapi.db.query('admin::api-token-permission').create({ data: { action, token: holder } }),
  });
}

async function restoreGrants(
  strapi: Strapi,
  wanted: readonly Grant[],
  present: readonly Grant[],
  skipped: Skipped,
  { holderUid, create }: { holderUid: string; create: (grant: Grant) => Promise<unknown> },
): Promise<number> {
  const has = new Set(present.map(({ holder, action }) => `${holder} ${action}`));
  const missing = wanted.filter(({ holder, action }) => !has.has(`${holder} ${action}`));
  const holders = await existingIds(
    strapi,
    holderUid,
    missing.map(({ holder }) => holder),
  );
  const possible = missing.filter(({ holder }) => holders.has(holder));
  for (const grant of possible) await create(grant);
  const lost = missing.length - possible.length;
  if (lost > 0) skipped.push({ reason: 'holder-deleted', what: holderUid, count: lost });
  return possible.length;
}

async function restorePermissions(
  strapi: Strapi,
  wanted: readonly AdminPermission[],
  subjects: readonly string[],
  skipped: Skipped,
): Promise<number> {
  const keyOf = ({ role, apiToken, action, subject }: AdminPermission) =>
    JSON.stringify([role ?? null, apiToken ?? null, action, subject]);
  const has = new Set((await adminPermissions(strapi, subjects)).map(keyOf));
  const missing = wanted.filter((permission) => !has.has(keyOf(permission)));
  const ids = (pick: (permission: AdminPermission) => number | undefined) =>
    missing.map(pick).filter((id): id is number => id !== undefined);
  const roles = await existingIds(
    strapi,
    'admin::role',
    ids(({ role }) => role),
  );
  const tokens = await existingIds(
    strapi,
    'admin::api-token',
    ids(({ apiToken }) => apiToken),
  );
  const possible = missing.filter(
    ({ role, apiToken }) =>
      (role === undefined || roles.has(role)) && (apiToken === undefined || tokens.has(apiToken)),
  );
  for (const permission of possible) await strapi.db.query('admin::permission').create({ data: permission });
  const lost = missing.length - possible.length;
  if (lost > 0) skipped.push({ reason: 'holder-deleted', what: 'admin::permission', count: lost });
  return possible.length;
}

async function existingIds(strapi: Strapi, uid: string, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = (await strapi.db.query(uid).findMany({
    select: ['id'],
    where: { id: { $in: [...new Set(ids)] } },
  })) as { id: number }[];
  return new Set(rows.map(({ id }) => id));
}
