import type { Context, Next } from 'koa';
import { UID } from '../../../constants';
import type { Strapi } from '../../../strapi';
import { siblingByUid, siblingTypes } from '../sibling-types';
import { copyMediaLinks } from './media-links';
import { readSnapshot } from './read-snapshot';
import { survivalStore } from './store';

/** What may have changed since the snapshot was taken. */
interface Changes {
  settings: boolean;
  /** By uid of the sibling: ids of rows whose media may differ, or all of them. */
  media: Map<string, Set<number> | 'all'>;
}

/** A database lifecycle event, as far as it is read here. */
interface WriteEvent {
  readonly action: string;
  readonly model: { readonly uid: string };
  readonly result?: { readonly id?: number; readonly key?: string } | null;
}

const PERMISSION_MODELS: ReadonlySet<string> = new Set([
  'plugin::users-permissions.permission',
  'plugin::users-permissions.role',
  'admin::permission',
  'admin::role',
  'admin::api-token',
  'admin::api-token-permission',
]);

/**
 * Keeps the snapshot up to date: writes only note what changed, and the next successful request of an
 * administrator stores it before it is answered. So neither a start, nor a script, nor an instance that is
 * just losing everything can store an emptied state. Everything counts as changed until the first request.
 */
export function followAdministrators(strapi: Strapi): void {
  let changes = everything(strapi);
  let running: Promise<void> = Promise.resolve();

  strapi.db.lifecycles.subscribe(((event: WriteEvent) => note(strapi, changes, event)) as never);

  const store = async (): Promise<void> => {
    if (!changes.settings && changes.media.size === 0) return;
    const taken = changes;
    try {
      if (!(await lastStartHadUs(strapi))) return;
      changes = { settings: false, media: new Map() };
      await storeChanges(strapi, taken);
    } catch (error) {
      // The request itself succeeded; the next one tries again, with everything.
      changes = everything(strapi);
      strapi.log.error(
        `contextual: the snapshot of permissions and media could not be stored: ${String(error)}`,
      );
    }
  };

  strapi.server.use(async (ctx: Context, next: Next) => {
    await next();
    if (!isAdministrators(ctx) || ctx.status >= 400) return;
    running = running.then(store);
    await running;
  });
}

function note(strapi: Strapi, changes: Changes, { action, model, result }: WriteEvent): void {
  if (!action.startsWith('after') || READS.has(action)) return;
  if (PERMISSION_MODELS.has(model.uid)) changes.settings = true;
  if (model.uid === 'strapi::core-store') {
    // Ours is written by the snapshot itself.
    if (result?.key === undefined || result.key.startsWith('plugin_content_manager_'))
      changes.settings = true;
  }
  if (!siblingByUid(strapi, model.uid)) return;
  const ids = changes.media.get(model.uid) ?? new Set<number>();
  if (ids === 'all') return;
  if (result?.id === undefined) changes.media.set(model.uid, 'all');
  else changes.media.set(model.uid, ids.add(result.id));
}

const READS: ReadonlySet<string> = new Set(['afterFindOne', 'afterFindMany', 'afterCount']);

const everything = (strapi: Strapi): Changes => ({
  settings: true,
  media: new Map([...siblingTypes(strapi).keys()].map((uid) => [uid, 'all'])),
});

async function storeChanges(strapi: Strapi, { settings, media }: Changes): Promise<void> {
  for (const [uid, ids] of media) await copyMediaLinks(strapi, uid, ids === 'all' ? undefined : [...ids]);
  if (!settings) return;
  const { snapshot } = survivalStore(strapi);
  const before = await snapshot.get();
  const now = await readSnapshot(strapi, before);
  if (JSON.stringify(now) !== JSON.stringify(before)) await snapshot.set(now);
}

/**
 * Did the instance that started last know our types? If not, it has just deleted what the snapshot is for,
 * and this one, still running from before, must not copy that.
 */
async function lastStartHadUs(strapi: Strapi): Promise<boolean> {
  const found: unknown = await strapi.db.query('strapi::core-store').findOne({
    select: ['id'],
    where: { key: 'strapi_content_types_schema', value: { $contains: `"${UID.variant}"` } },
  });
  return found !== null && found !== undefined;
}

function isAdministrators(ctx: Context): boolean {
  const state = ctx.state as {
    route?: { info?: { type?: string } };
    auth?: { strategy?: { name?: string } };
  };
  return state.route?.info?.type === 'admin' && state.auth?.strategy?.name === 'admin';
}
