import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import type { NoteAffected } from './affected';
import { checkEmpties } from './check-empties';
import { type CheckPublish, refuseConflict } from './check-publish';
import { type Call, contentsToBe } from './contents-to-be';
import { entryCloned, entryDeleted, entryRowsDeleted, entryUnpublished } from './follow-entries';
import { contentDeleted, contentRowsDeleted, contentUnpublished } from './follow-contents';
import { followMedia } from './follow-media';
import { type SiblingType, siblingByUid, siblingOf } from './sibling-types';

/** What following an edit needs. */
export interface Following {
  readonly strapi: Strapi;
  /** Tells the panel what an edit elsewhere changed. */
  readonly note: NoteAffected;
}

/** The rest of a call of the document service. */
export type Next = () => Promise<unknown>;

/**
 * Keeps links and sibling documents in line with the entries they belong to, whoever writes: the Content
 * Manager, a release, a script. Register it once, in `bootstrap`.
 */
export function keepHonest(following: Following, checkPublish: CheckPublish): void {
  const { strapi } = following;
  const middleware = async (call: Call, next: Next): Promise<unknown> => {
    const sibling = siblingByUid(strapi, call.uid);
    if (sibling) return onSibling(following, checkPublish, sibling, call, next);
    return siblingOf(strapi, call.uid) ? onBase(following, call, next) : next();
  };
  strapi.documents.use(middleware as never);
  followBulkDeletes(following);
  followMedia(following);
}

async function onSibling(
  following: Following,
  checkPublish: CheckPublish,
  sibling: SiblingType,
  call: Call,
  next: Next,
): Promise<unknown> {
  const { action, params } = call;
  if (action === 'create' || action === 'update') refuseWrongEmpties(sibling, params.data);
  if (action === 'delete') return contentDeleted(following, sibling, call, next);
  if (action === 'unpublish') return contentUnpublished(following, sibling, call, next);
  await refuseConflict(checkPublish, await contentsToBe(following.strapi, sibling, call));
  return next();
}

function onBase(following: Following, call: Call, next: Next): Promise<unknown> {
  if (call.action === 'delete') return entryDeleted(following, call, next);
  if (call.action === 'unpublish') return entryUnpublished(following, call, next);
  if (call.action === 'clone') return entryCloned(following, call, next);
  return next();
}

/** A database lifecycle event of a bulk deletion. */
interface BulkDelete {
  readonly model: { readonly uid: string };
  readonly params: { readonly where?: object };
  state?: { after?: () => Promise<void> };
}

/** i18n removes a locale of the project, and scripts remove many rows, past the document service. */
function followBulkDeletes(following: Following): void {
  const { strapi } = following;
  const subscriber = {
    async beforeDeleteMany(event: BulkDelete): Promise<void> {
      const { model, params } = event;
      const sibling = siblingByUid(strapi, model.uid);
      if (sibling) event.state = { after: await contentRowsDeleted(following, sibling, params.where) };
    },
    async afterDeleteMany({ model, state }: BulkDelete): Promise<void> {
      await state?.after?.();
      if (siblingOf(strapi, model.uid)) await entryRowsDeleted(following, model.uid);
    },
  };
  strapi.db.lifecycles.subscribe(subscriber as never);
}

function refuseWrongEmpties(sibling: SiblingType, data: unknown): void {
  const empties = (data as { contextualEmpty?: unknown } | null | undefined)?.contextualEmpty;
  const issues = checkEmpties(empties, sibling.overlay);
  const [first] = issues;
  if (!first) return;
  throw new Problem({ status: 400, code: 'variant-content-invalid', message: first.message, issues });
}
