import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { rawTables } from './raw-tables';
import { siblingTypes } from './sibling-types';

/** A sibling document that no variant uses: cloned, or created in the Content Manager's own list. */
export interface OrphanContent {
  readonly variantContentType: string;
  readonly variantDocumentId: string;
}

/**
 * Sibling documents without a link. They are delivered to nobody and harm nothing; the panel lists them so
 * that an editor gives them to a variant or deletes them. One query for each sibling type, newest first.
 * @param limit how many to list at most.
 */
export async function orphanContents(strapi: Strapi, limit = 100): Promise<OrphanContent[]> {
  const orphans: OrphanContent[] = [];
  const tables = await rawTables(strapi);
  const links = tableOf(strapi, UID.variantContent);
  for (const uid of siblingTypes(strapi).keys()) {
    if (orphans.length >= limit) break;
    const rows = (await tables(`${tableOf(strapi, uid)} as content`)
      .select('content.document_id')
      // A join and no subquery: SQLite makes itself an index for the one and not for the other.
      .leftJoin(`${links} as link`, (join) => {
        join
          .on('link.variant_document_id', '=', 'content.document_id')
          .andOnVal('link.variant_content_type', '=', uid);
      })
      .whereNull('link.id')
      .groupBy('content.document_id')
      .max('content.id as newest')
      .orderBy('newest', 'desc')
      .limit(limit - orphans.length)) as { document_id: string }[];
    for (const { document_id } of rows) {
      orphans.push({ variantContentType: uid, variantDocumentId: document_id });
    }
  }
  return orphans;
}

/** How many links lead to variant content of a content type, whether it is switched on or not. */
export interface LinkedType {
  /** Of the base entries. */
  readonly contentType: string;
  readonly variantContentType: string;
  /** Codes of the experiences whose content it is. */
  readonly experiences: readonly string[];
  readonly count: number;
}

/** Every content type that has variant content, with those that are switched off; one query. */
export async function linkedTypes(strapi: Strapi): Promise<LinkedType[]> {
  const tables = await rawTables(strapi);
  const rows = (await tables(tableOf(strapi, UID.variantContent))
    .select('content_type', 'variant_content_type', 'experience')
    .count('id as links')
    .groupBy('content_type', 'variant_content_type', 'experience')
    .orderBy(['content_type', 'variant_content_type', 'experience'])) as unknown as {
    content_type: string;
    variant_content_type: string;
    experience: string;
    links: number | string;
  }[];
  const types = new Map<string, LinkedType>();
  for (const row of rows) {
    const key = JSON.stringify([row.content_type, row.variant_content_type]);
    const before = types.get(key);
    types.set(key, {
      contentType: row.content_type,
      variantContentType: row.variant_content_type,
      experiences: [...(before?.experiences ?? []), row.experience],
      count: (before?.count ?? 0) + Number(row.links),
    });
  }
  return [...types.values()];
}

const tableOf = (strapi: Strapi, uid: string): string =>
  (strapi.db.metadata.get(uid) as unknown as { tableName: string }).tableName;
