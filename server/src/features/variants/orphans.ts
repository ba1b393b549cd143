import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { siblingTypes } from './sibling-types';

/** A sibling document that no variant uses: cloned, or created in the Content Manager's own list. */
export interface OrphanContent {
  readonly variantContentType: string;
  readonly variantDocumentId: string;
}

/**
 * Sibling documents without a link. They are delivered to nobody and harm nothing; the panel lists them so
 * that an editor gives them to a variant or deletes them.
 * @param limit how many to list at most.
 */
export async function orphanContents(strapi: Strapi, limit = 100): Promise<OrphanContent[]> {
  const orphans = new Map<string, OrphanContent>();
  for (const uid of siblingTypes(strapi).keys()) {
    for (let last = 0; orphans.size < limit; ) {
      const page = (await strapi.db.query(uid).findMany({
        select: ['id', 'documentId'],
        where: { id: { $gt: last } },
        orderBy: { id: 'asc' },
        limit: 500,
      })) as unknown as { id: number; documentId: string }[];
      const linked = await linkedDocuments(
        strapi,
        uid,
        page.map(({ documentId }) => documentId),
      );
      for (const { documentId } of page) {
        if (linked.has(documentId)) continue;
        orphans.set(`${uid}/${documentId}`, { variantContentType: uid, variantDocumentId: documentId });
      }
      const end = page.at(-1);
      if (!end || page.length < 500) break;
      last = end.id;
    }
  }
  return [...orphans.values()].slice(0, limit);
}

async function linkedDocuments(strapi: Strapi, uid: string, documentIds: string[]): Promise<Set<string>> {
  if (documentIds.length === 0) return new Set();
  const links = (await strapi.db.query(UID.variantContent).findMany({
    select: ['variantDocumentId'],
    where: { variantContentType: uid, variantDocumentId: { $in: documentIds } },
  })) as unknown as { variantDocumentId: string }[];
  return new Set(links.map(({ variantDocumentId }) => variantDocumentId));
}
