import { EMPTIES_ATTRIBUTE } from '../../../../src/overlay/schema';
import type { Strapi } from '../../strapi';
import { inTransaction } from '../records';
import { type SiblingType, siblingTypes } from './sibling-types';
import { type AdminPermission, survivalStore } from './survival';

/** What the Content Manager lets a role do with the entries of a content type. */
const ACTIONS = ['create', 'read', 'update', 'delete', 'publish'].map(
  (name) => `plugin::content-manager.explorer.${name}`,
);

/** A permission of a role, with its holder. */
interface PermissionRow {
  readonly action: string;
  readonly actionParameters?: unknown;
  readonly subject: string;
  readonly properties?: { readonly fields?: readonly string[] | null } | null;
  readonly conditions?: unknown;
  readonly role?: { readonly id: number; readonly name: string; readonly code?: string } | null;
}

/**
 * Lets roles do with the variants of a content type what they may do with its entries: once, at the first start
 * that knows the sibling and finds a role with such rights. Fields are those that the sibling has, locales and
 * conditions the same. What an administrator takes away later is never given again, and a role that has any right
 * on the sibling already is left alone. Where there are no roles yet, Strapi gives the ones that it makes theirs
 * later in this start. Tells the log what it did.
 */
export async function grantRightsOnce(strapi: Strapi): Promise<void> {
  const store = survivalStore(strapi);
  const fresh = async () => {
    const done = (await store.grantedTypes.get()) ?? [];
    return [...siblingTypes(strapi).values()].filter(({ uid }) => !done.includes(uid));
  };
  if ((await fresh()).length === 0) return;
  const told: string[] = [];
  await inTransaction(strapi, async () => {
    told.length = 0;
    // Of several instances that start at once, the later ones find it done.
    await strapi.db.queryBuilder('admin::role').select('id').forUpdate().execute();
    const siblings = await fresh();
    const isFirstStart = (await strapi.db.query('admin::role').count()) === 0;
    for (const sibling of siblings) {
      const rows = await permissionsOn(strapi, sibling);
      if (!isFirstStart && rows.length === 0) continue;
      const roles = await copyRights(strapi, sibling, rows);
      if (roles.length > 0) told.push(`${roles.join(', ')} on variants of "${sibling.baseUid}"`);
      await store.grantedTypes.set([...((await store.grantedTypes.get()) ?? []), sibling.uid]);
    }
  });
  if (told.length === 0) return;
  strapi.log.info(
    `contextual: gave roles the rights that they have on entries: ${told.join('; ')}. ` +
      'Take them away under Settings > Roles where you do not want them; they are not given again.',
  );
}

/** Rights of all roles on entries and on variants; the super admin's are Strapi's business. */
async function permissionsOn(strapi: Strapi, { baseUid, uid }: SiblingType): Promise<PermissionRow[]> {
  const rows = (await strapi.db.query('admin::permission').findMany({
    where: { action: { $in: ACTIONS }, subject: { $in: [baseUid, uid] } },
    populate: { role: { select: ['id', 'name', 'code'] } },
    orderBy: { id: 'asc' },
  })) as PermissionRow[];
  return rows.filter(({ role }) => role && role.code !== 'strapi-super-admin');
}

/** @returns names of the roles that got something. */
async function copyRights(
  strapi: Strapi,
  sibling: SiblingType,
  rows: readonly PermissionRow[],
): Promise<string[]> {
  const decided = new Set(rows.filter(({ subject }) => subject === sibling.uid).map(({ role }) => role?.id));
  const open = rows.filter(({ role }) => !decided.has(role?.id));
  const copies = open.flatMap((row) => copyOf(sibling, row));
  // Without seeing it, no other right on a variant is of use.
  const seeing = new Set(copies.filter(({ action }) => action === ACTIONS[1]).map(({ role }) => role));
  const granted = copies.filter(({ role }) => seeing.has(role));
  for (const data of granted) await strapi.db.query('admin::permission').create({ data });
  await remember(strapi, sibling, granted);
  return [...new Set(open.filter(({ role }) => seeing.has(role?.id)).map(({ role }) => role?.name ?? ''))];
}

function copyOf({ uid, overlay }: SiblingType, row: PermissionRow): AdminPermission[] {
  const { action, actionParameters, properties, conditions, role } = row;
  if (!role) return [];
  const copy = { role: role.id, action, actionParameters, subject: uid, conditions };
  const { fields } = properties ?? {};
  if (!fields) return [{ ...copy, properties: properties ?? {} }];
  const names = new Set(overlay.attributes.map(({ name }) => name));
  // "seo.metaTitle" is a field of the component "seo".
  const shared = fields.filter((field) => names.has(field.split('.')[0] ?? ''));
  if (shared.length === 0) return [];
  return [{ ...copy, properties: { ...properties, fields: [...shared, EMPTIES_ATTRIBUTE] } }];
}

/**
 * Strapi drops these rights in a start without the plugin, and the snapshot that brings them back is taken at an
 * administrator's next request, which may come too late.
 */
async function remember(
  strapi: Strapi,
  { uid, baseUid }: SiblingType,
  permissions: readonly AdminPermission[],
): Promise<void> {
  if (permissions.length === 0) return;
  const { snapshot } = survivalStore(strapi);
  const before = (await snapshot.get()) ?? { roleGrants: [], tokenGrants: [], permissions: [], types: {} };
  const type = { variantOf: baseUid, ...before.types[uid], permissions };
  await snapshot.set({ ...before, types: { ...before.types, [uid]: type } });
}
