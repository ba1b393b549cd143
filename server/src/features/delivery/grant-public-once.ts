import { PLUGIN_ID } from '../../constants';
import type { Strapi } from '../../strapi';

/** What a visitor's browser needs: to ask for decisions and to tell what was seen. */
const ACTIONS = [`plugin::${PLUGIN_ID}.decision.find`, `plugin::${PLUGIN_ID}.event.create`] as const;

const FLAG = 'public-role-granted';

/** Rows of the users-permissions plugin. */
interface Rows {
  findOne(params: object): Promise<{ id: number | string } | null>;
  create(params: object): Promise<unknown>;
}

/**
 * On the first start ever gives the Public role what visitors need, and says so in the log. Never again
 * after that: what an administrator takes away stays away.
 */
export async function grantPublicOnce(strapi: Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: PLUGIN_ID });
  if (await store.get({ key: FLAG })) return;
  if (!strapi.plugin('users-permissions')) return;
  // Plugins start in the order of the project's list: the roles, and their own first permissions, may still be missing.
  await (
    strapi.plugin('users-permissions').service('users-permissions') as { initialize(): Promise<void> }
  ).initialize();
  const roles = strapi.db.query('plugin::users-permissions.role') as unknown as Rows;
  const permissions = strapi.db.query('plugin::users-permissions.permission') as unknown as Rows;
  const role = await roles.findOne({ where: { type: 'public' } });
  if (!role) return;
  const granted: string[] = [];
  for (const action of ACTIONS) {
    if (await permissions.findOne({ where: { action, role: role.id } })) continue;
    await permissions.create({ data: { action, role: role.id } });
    granted.push(action);
  }
  await store.set({ key: FLAG, value: true });
  if (granted.length === 0) return;
  strapi.log.info(
    `contextual: first start, gave the Public role ${granted.join(' and ')}, so that visitors can be served. ` +
      'Take it away under Users & Permissions where you do not want it; it is not given again.',
  );
}
