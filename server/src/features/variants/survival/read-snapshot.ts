import { PLUGIN_ID } from '../../../constants';
import type { Strapi } from '../../../strapi';
import { siblingTypes } from '../sibling-types';
import type { AdminPermission, Grant, Snapshot, TypeSnapshot } from './store';

const OUR_ACTIONS = `plugin::${PLUGIN_ID}.`;

/** A permission row with its holder. */
interface PermissionRow {
  readonly action: string;
  readonly actionParameters?: unknown;
  readonly subject?: string | null;
  readonly properties?: unknown;
  readonly conditions?: unknown;
  readonly role?: { readonly id: number; readonly code?: string } | null;
  readonly apiToken?: { readonly id: number } | null;
  readonly token?: { readonly id: number } | null;
}

/**
 * The snapshot as it should be now. Types that are not there at the moment keep what `before` says of them.
 */
export async function readSnapshot(strapi: Strapi, before: Snapshot | undefined): Promise<Snapshot> {
  const present = siblingTypes(strapi);
  const permissions = await adminPermissions(strapi, [...present.keys()]);
  const types: Record<string, TypeSnapshot> = { ...before?.types };
  for (const { uid, baseUid } of present.values()) {
    types[uid] = {
      variantOf: baseUid,
      permissions: permissions.filter(({ subject }) => subject === uid),
      view: await viewOf(strapi, uid),
    };
  }
  return {
    roleGrants: await roleGrants(strapi),
    tokenGrants: await tokenGrants(strapi),
    permissions: permissions.filter(({ subject }) => subject === null || !Object.hasOwn(types, subject)),
    types,
  };
}

/** Key of the Content Manager's view configuration of a type, in the store `plugin_content_manager`. */
export const viewKey = (uid: string): string => `configuration_content_types::${uid}`;

const viewOf = (strapi: Strapi, uid: string): Promise<unknown> =>
  strapi.store({ type: 'plugin', name: 'content_manager' }).get({ key: viewKey(uid) });

/** Grants of users-permissions roles; none where that plugin is not installed. */
export async function roleGrants(strapi: Strapi): Promise<Grant[]> {
  if (!strapi.db.metadata.has('plugin::users-permissions.permission')) return [];
  const rows = (await strapi.db.query('plugin::users-permissions.permission').findMany({
    where: { action: { $startsWith: OUR_ACTIONS } },
    populate: { role: { select: ['id'] } },
  })) as PermissionRow[];
  return rows.flatMap(({ action, role }) => (role ? [{ holder: role.id, action }] : []));
}

/** Grants of custom API tokens. */
export async function tokenGrants(strapi: Strapi): Promise<Grant[]> {
  const rows = (await strapi.db.query('admin::api-token-permission').findMany({
    where: { action: { $startsWith: OUR_ACTIONS } },
    populate: { token: { select: ['id'] } },
  })) as PermissionRow[];
  return rows.flatMap(({ action, token }) => (token ? [{ holder: token.id, action }] : []));
}

/** Administrators' permissions on our actions and on these subjects; Strapi gives the super admin's itself. */
export async function adminPermissions(
  strapi: Strapi,
  subjects: readonly string[],
): Promise<AdminPermission[]> {
  const rows = (await strapi.db.query('admin::permission').findMany({
    where: { $or: [{ action: { $startsWith: OUR_ACTIONS } }, { subject: { $in: subjects } }] },
    populate: { role: { select: ['id', 'code'] }, apiToken: { select: ['id'] } },
    orderBy: { id: 'asc' },
  })) as PermissionRow[];
  return rows
    .filter(({ role }) => role?.code !== 'strapi-super-admin')
    .filter(({ role, apiToken }) => role || apiToken)
    .map(({ action, actionParameters, subject, properties, conditions, role, apiToken }) => ({
      action,
      actionParameters,
      subject: subject ?? null,
      properties,
      conditions,
      ...(role && { role: role.id }),
      ...(apiToken && { apiToken: apiToken.id }),
    }));
}
