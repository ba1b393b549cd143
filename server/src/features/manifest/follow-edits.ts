import { isVariantUid, UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { showInVariants } from '../variants';
import type { EngineHolder, VersionCounter } from './engine-holder';

const RECORD_UIDS: ReadonlySet<string> = new Set(Object.values(UID));

const WRITES = [
  'afterCreate',
  'afterCreateMany',
  'afterUpdate',
  'afterUpdateMany',
  'afterDelete',
  'afterDeleteMany',
] as const;

const TOKEN = 'admin::api-token';

/** The settings of plugins hold the default locale and what is asked of users before they may log in. */
const ACCESS_UIDS: ReadonlySet<string> = new Set([
  TOKEN,
  'admin::api-token-permission',
  'strapi::core-store',
]);

/** A lifecycle event of Strapi's database, as far as it matters here. */
interface WriteEvent {
  readonly action: string;
  readonly model: { readonly uid: string };
  readonly params?: { readonly data?: unknown };
}

/**
 * Moves the version row with every write, inside the write's own transaction: our records and variant
 * content count for the manifest, any other content, files and rights for finished entries and callers.
 * @returns a function that stops following.
 */
export function followEdits(strapi: Strapi, holder: EngineHolder): () => void {
  const subscriber = async (event: unknown): Promise<void> => {
    const { action, model, params } = event as WriteEvent;
    if (!(WRITES as readonly string[]).includes(action) || isUse(model.uid, params?.data)) return;
    for (const counter of countersOf(strapi, model.uid, action)) await holder.bump(counter);
  };
  return strapi.db.lifecycles.subscribe(subscriber) as unknown as () => void;
}

/** What a write to `uid` may have changed. */
function countersOf(strapi: Strapi, uid: string, action: string): readonly VersionCounter[] {
  if (RECORD_UIDS.has(uid)) return ['manifest'];
  if (isVariantUid(uid)) return ['manifest', 'content'];
  // Who may see what: roles and users are content types of a plugin, tokens and the settings of plugins are not.
  if (ACCESS_UIDS.has(uid)) return ['content'];
  // What variants show in an attribute decides whether they fill it.
  if (action.startsWith('afterDelete') && showInVariants(strapi, uid)) return ['manifest', 'content'];
  // Administrators and sessions are written at every login and are shown in no entry.
  if (uid.startsWith('admin::') || uid.startsWith('strapi::')) return [];
  return Object.hasOwn(strapi.contentTypes, uid) ? ['content'] : [];
}

/** Strapi notes once an hour that a token was used, which changes nothing for anybody. */
const isUse = (uid: string, data: unknown): boolean =>
  uid === TOKEN &&
  typeof data === 'object' &&
  data !== null &&
  Object.keys(data).every((name) => name === 'lastUsedAt' || name === 'updatedAt');
