import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import type { ContentLink } from './load-contents';

/** Which links: all conditions together. */
export type LinkFilter = Partial<
  Pick<ContentLink, 'experience' | 'variant' | 'contentType' | 'entryDocumentId' | 'variantDocumentId'>
>;

/**
 * Removes variant contents: the links first, then the documents they led to, through Strapi's document
 * service so that its events and webhooks tell. Call it in a transaction.
 * @returns the links that are gone.
 */
export async function dropContents(strapi: Strapi, filter: LinkFilter): Promise<ContentLink[]> {
  const links = (await strapi.db
    .query(UID.variantContent)
    .findMany({ where: filter })) as unknown as ContentLink[];
  for (const link of links) {
    await strapi.db.query(UID.variantContent).delete({ where: { id: link.id } });
    if (!Object.hasOwn(strapi.contentTypes, link.variantContentType)) continue;
    const documents = strapi.documents(link.variantContentType as never) as unknown as {
      delete(params: { documentId: string; locale: string }): Promise<unknown>;
    };
    await documents.delete({ documentId: link.variantDocumentId, locale: '*' });
  }
  return links;
}
