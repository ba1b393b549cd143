import { AsyncLocalStorage } from 'node:async_hooks';
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
    await dropDocument(strapi, link, '*');
  }
  return links;
}

/** Removes one document of a sibling, or one locale of it, as a consequence of something else. */
export async function dropDocument(
  strapi: Strapi,
  { variantContentType, variantDocumentId }: ContentLink,
  locale: string,
): Promise<void> {
  const documents = strapi.documents(variantContentType as never) as unknown as {
    delete(params: { documentId: string; locale: string }): Promise<unknown>;
  };
  await consequence.run(true, () => documents.delete({ documentId: variantDocumentId, locale }));
}

const consequence = new AsyncLocalStorage<true>();

/** Is the running deletion one that we make? Then its cause is told, and not the deletion itself. */
export const isConsequence = (): boolean => consequence.getStore() === true;
