import { UID } from '../../constants';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import { inTransaction } from '../records';
import { checkEmpties } from './check-empties';
import { type CheckPublish, refuseConflict } from './check-publish';
import { type Call, contentsToBe } from './contents-to-be';
import { reconcileEntry, reconcileType } from './reconcile';
import { type SiblingType, siblingByUid, siblingOf } from './sibling-types';

/**
 * Keeps links and sibling documents in line with the entries they belong to, whoever writes: the Content
 * Manager, a release, a script. Register it once, in `bootstrap`.
 */
export function keepHonest(strapi: Strapi, checkPublish: CheckPublish): void {
  const middleware = async (call: Call, next: () => Promise<unknown>): Promise<unknown> => {
    const sibling = siblingByUid(strapi, call.uid);
    if (sibling) return onSibling(strapi, checkPublish, sibling, call, next);
    if (call.action === 'delete' && siblingOf(strapi, call.uid)) return onBaseDeleted(strapi, call, next);
    return next();
  };
  strapi.documents.use(middleware as never);
  followBulkDeletes(strapi);
}

async function onSibling(
  strapi: Strapi,
  checkPublish: CheckPublish,
  sibling: SiblingType,
  call: Call,
  next: () => Promise<unknown>,
): Promise<unknown> {
  const { action, params } = call;
  if (action === 'create' || action === 'update') refuseWrongEmpties(sibling, params.data);
  if (action === 'delete') return onSiblingDeleted(strapi, sibling, call, next);
  await refuseConflict(checkPublish, await contentsToBe(strapi, sibling, call));
  return next();
}

const onBaseDeleted = (strapi: Strapi, call: Call, next: () => Promise<unknown>): Promise<unknown> =>
  inTransaction(strapi, async () => {
    const deleted = await next();
    const { documentId } = call.params;
    if (documentId) await reconcileEntry(strapi, { contentType: call.uid, documentId });
    return deleted;
  });

/** An editor deleted the variant content itself: with its last locale the link goes too. */
const onSiblingDeleted = (
  strapi: Strapi,
  sibling: SiblingType,
  call: Call,
  next: () => Promise<unknown>,
): Promise<unknown> =>
  inTransaction(strapi, async () => {
    const deleted = await next();
    const { documentId } = call.params;
    if (documentId) await dropDeadLinks(strapi, sibling.uid, [documentId]);
    return deleted;
  });

/** i18n removes a locale of the project, and scripts remove many rows, past the document service. */
function followBulkDeletes(strapi: Strapi): void {
  const subscriber = {
    afterDeleteMany: async ({ model }: { model: { uid: string } }): Promise<void> => {
      if (siblingOf(strapi, model.uid)) await reconcileType(strapi, model.uid);
      if (siblingByUid(strapi, model.uid)) {
        const links = (await strapi.db.query(UID.variantContent).findMany({
          select: ['variantDocumentId'],
          where: { variantContentType: model.uid },
        })) as unknown as { variantDocumentId: string }[];
        await dropDeadLinks(
          strapi,
          model.uid,
          links.map(({ variantDocumentId }) => variantDocumentId),
        );
      }
    },
  };
  strapi.db.lifecycles.subscribe(subscriber as never);
}

/** Removes the links to those of these documents that no row is left of. */
async function dropDeadLinks(strapi: Strapi, uid: string, documentIds: readonly string[]): Promise<void> {
  for (let from = 0; from < documentIds.length; from += 200) {
    const batch = documentIds.slice(from, from + 200);
    const rows = (await strapi.db.query(uid).findMany({
      select: ['documentId'],
      where: { documentId: { $in: batch } },
    })) as unknown as { documentId: string }[];
    const alive = new Set(rows.map(({ documentId }) => documentId));
    const dead = batch.filter((documentId) => !alive.has(documentId));
    if (dead.length === 0) continue;
    await strapi.db.query(UID.variantContent).deleteMany({
      where: { variantContentType: uid, variantDocumentId: { $in: dead } },
    });
  }
}

function refuseWrongEmpties(sibling: SiblingType, data: unknown): void {
  const empties = (data as { contextualEmpty?: unknown } | null | undefined)?.contextualEmpty;
  const issues = checkEmpties(empties, sibling.overlay);
  const [first] = issues;
  if (!first) return;
  throw new Problem({ status: 400, code: 'variant-content-invalid', message: first.message, issues });
}
