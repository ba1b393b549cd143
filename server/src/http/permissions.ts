import { PLUGIN_ID } from '../constants';
import type { Strapi } from '../strapi';

/** One thing an administrator's role may be allowed to do. */
export interface AdminAction {
  /** Without the plugin's prefix, for example `audiences.read`. */
  readonly name: string;
  readonly displayName: string;
  /** Heading it stands under in the roles page. */
  readonly subCategory: string;
}

/** Every permission of the panel; roles are edited in Settings → Roles. */
export const ADMIN_ACTIONS = [
  { name: 'audiences.read', displayName: 'See', subCategory: 'Audiences' },
  { name: 'audiences.write', displayName: 'Create, change and delete', subCategory: 'Audiences' },
  { name: 'interests.read', displayName: 'See', subCategory: 'Interests' },
  { name: 'interests.write', displayName: 'Create, change and delete', subCategory: 'Interests' },
  { name: 'goals.read', displayName: 'See', subCategory: 'Goals' },
  { name: 'goals.write', displayName: 'Create, change and delete', subCategory: 'Goals' },
  { name: 'campaigns.read', displayName: 'See', subCategory: 'Campaigns' },
  { name: 'campaigns.write', displayName: 'Create, change and delete', subCategory: 'Campaigns' },
  { name: 'experiences.read', displayName: 'See', subCategory: 'Personalizations' },
  { name: 'experiences.write', displayName: 'Create, change and delete', subCategory: 'Personalizations' },
  { name: 'experiences.start', displayName: 'Start, pause and end', subCategory: 'Personalizations' },
  { name: 'entries.read', displayName: 'See interests and audiences', subCategory: 'Entries' },
  { name: 'entries.write', displayName: 'Change interests and audiences', subCategory: 'Entries' },
  { name: 'results.read', displayName: 'See', subCategory: 'Results' },
  { name: 'preview.create', displayName: 'Create links', subCategory: 'Preview' },
  { name: 'settings.read', displayName: 'See', subCategory: 'Settings' },
  { name: 'settings.write', displayName: 'Change', subCategory: 'Settings' },
] as const satisfies readonly AdminAction[];

/** Name of a permission without the plugin's prefix. */
export type AdminActionName = (typeof ADMIN_ACTIONS)[number]['name'];

/** The permission as Strapi stores it. */
export const adminActionUid = (name: AdminActionName): string => `plugin::${PLUGIN_ID}.${name}`;

/** Tells Strapi which permissions there are; it refuses new ones once it is loaded. */
export async function registerAdminActions(strapi: Strapi): Promise<void> {
  const service = strapi.service('admin::permission') as unknown as PermissionService;
  await service.actionProvider.registerMany(
    ADMIN_ACTIONS.map(({ name, displayName, subCategory }) => ({
      section: 'plugins',
      displayName,
      uid: name,
      subCategory,
      pluginName: PLUGIN_ID,
    })),
  );
}

/** What we use of Strapi's permission service, which has no public type. */
interface PermissionService {
  readonly actionProvider: { registerMany(actions: readonly object[]): Promise<unknown> };
}
