import { issue, type Issue } from '../../../../src/foundation/issue';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';

/** Says what is wrong with a reference to a base entry; `undefined` when it stands. */
export type CheckEntry = (
  entry: { readonly contentType: string; readonly documentId: string },
  path: Issue['path'],
) => Promise<Issue | undefined>;

/** Checks references against the running Strapi: known type, opted in, entry there in any locale or status. */
export const createCheckEntry =
  (strapi: Strapi): CheckEntry =>
  async ({ contentType, documentId }, path) => {
    const type = typeOf(strapi, contentType);
    if (!type) {
      return issue('content-type-unknown', path, `There is no content type "${contentType.slice(0, 100)}".`);
    }
    if (type.pluginOptions?.contextual?.enabled !== true) {
      return issue(
        'content-type-not-enabled',
        path,
        `Turn variants on for "${contentType}" in the Content-Type Builder first.`,
      );
    }
    const entry: unknown = await strapi.db
      .query(contentType)
      .findOne({ select: ['id'], where: { documentId } });
    if (entry) return undefined;
    return issue('entry-not-found', path, `"${contentType}" has no entry "${documentId.slice(0, 64)}".`);
  };

/**
 * The same for an entry that a path names.
 * @throws Problem 404 `entry-not-found`, `content-type-unknown`, 400 `content-type-not-enabled`.
 */
export async function requireEntry(
  checkEntry: CheckEntry,
  entry: { readonly contentType: string; readonly documentId: string },
): Promise<void> {
  const found = await checkEntry(entry, []);
  if (!found) return;
  const status = found.code === 'content-type-not-enabled' ? 400 : 404;
  throw new Problem({ status, code: found.code, message: found.message });
}

interface OptableType {
  readonly pluginOptions?: { readonly contextual?: { readonly enabled?: boolean } };
}

const typeOf = (strapi: Strapi, uid: string): OptableType | undefined =>
  Object.hasOwn(strapi.contentTypes, uid)
    ? (strapi.contentTypes as unknown as Readonly<Record<string, OptableType>>)[uid]
    : undefined;
