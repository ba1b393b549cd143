import type { EntryRef } from '../../../../src/model/entry-ref';
import type { Document } from '../../../../src/overlay/fills';
import type { Strapi } from '../../strapi';
import { type ContentTypeFacts, covers } from '../decisions';
import type { DeliveryRequest } from './delivery-request';

/** Parameters of reads that this feature makes itself: they are not to be delivered a second time. */
const ownReads = new WeakSet<object>();

/** Did this feature make this read? */
export const isOwnRead = (params: object): boolean => ownReads.has(params);

/** Where the drafts of a page come from. */
export interface DraftsQuery {
  readonly strapi: Strapi;
  readonly facts: ContentTypeFacts;
  readonly delivery: DeliveryRequest;
  /** Of the caller's own read. */
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * A token for drafts holds for the base too: of a published list, the entries that the token covers are
 * read once more as drafts. Everything else of the page, its order and its total stay what is published.
 */
export async function withDrafts(
  { strapi, facts, delivery, params }: DraftsQuery,
  entries: readonly Document[],
  refs: readonly EntryRef[],
): Promise<readonly Document[]> {
  const published = facts.draftAndPublish && params['status'] === 'published';
  const { engine, grant } = delivery;
  if (grant?.status !== 'draft' || !published) return entries;
  const covered = refs.filter((ref) => covers(engine, grant, ref));
  if (covered.length === 0) return entries;
  const drafts = new Map<string, Document>();
  for (const locale of new Set(covered.map((ref) => ref.locale))) {
    const own = {
      filters: {
        documentId: {
          $in: covered.filter((ref) => ref.locale === locale).map(({ documentId }) => documentId),
        },
      },
      status: 'draft',
      ...(locale !== undefined && { locale }),
      ...(params['fields'] !== undefined && { fields: params['fields'] }),
      ...(params['populate'] !== undefined && { populate: params['populate'] }),
    };
    ownReads.add(own);
    const found = (await strapi.documents(facts.uid as never).findMany(own as never)) as Document[];
    for (const draft of found) drafts.set(`${String(draft['documentId'])}/${locale ?? ''}`, draft);
  }
  return entries.map((entry, index) => {
    const ref = refs[index] as EntryRef;
    return (
      (covers(engine, grant, ref) ? drafts.get(`${ref.documentId}/${ref.locale ?? ''}`) : undefined) ?? entry
    );
  });
}
