import type { BaseEntryRef } from '../../../../src/protocol/experiences';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { list, type Row } from '../records';
import { dropContents } from './drop-contents';
import type { ContentLink } from './load-contents';
import { siblingByUid } from './sibling-types';

/**
 * Brings everything that refers to a base entry in line with what is left of it. Gone altogether: its
 * variant contents, interests and audiences go, and experiences no longer span it. A locale gone: the
 * variants lose that locale. Looking at what is there, not at what was asked, makes it right for every way
 * of deleting. Call it in the transaction of the deletion.
 */
export async function reconcileEntry(strapi: Strapi, entry: BaseEntryRef): Promise<void> {
  const { contentType, documentId } = entry;
  const left = (await strapi.db.query(contentType).findMany({
    select: ['locale'],
    where: { documentId },
  })) as unknown as { locale: string | null }[];
  if (left.length > 0) {
    await dropLocales(strapi, entry, new Set(left.map(({ locale }) => locale)));
    return;
  }
  await dropContents(strapi, { contentType, entryDocumentId: documentId });
  const where = { contentType, entryDocumentId: documentId };
  for (const uid of [UID.entryInterest, UID.entryAudience]) {
    await strapi.db.query(uid).deleteMany({ where });
  }
  await leaveExperiences(strapi, [entry]);
}

/** The same for every entry of a content type that anything refers to, 200 at a time. */
export async function reconcileType(strapi: Strapi, contentType: string): Promise<number> {
  let gone = 0;
  const referred = await referredEntries(strapi, contentType);
  for (let from = 0; from < referred.length; from += 200) {
    const batch = referred.slice(from, from + 200);
    const rows = (await strapi.db.query(contentType).findMany({
      select: ['documentId', 'locale'],
      where: { documentId: { $in: batch } },
    })) as unknown as { documentId: string }[];
    const present = new Set(rows.map(({ documentId }) => documentId));
    for (const documentId of batch) {
      if (!present.has(documentId)) gone += 1;
      await reconcileEntry(strapi, { contentType, documentId });
    }
  }
  return gone;
}

async function referredEntries(strapi: Strapi, contentType: string): Promise<string[]> {
  const referred = new Set<string>();
  for (const uid of [UID.variantContent, UID.entryInterest, UID.entryAudience]) {
    const rows = (await strapi.db.query(uid).findMany({
      select: ['entryDocumentId'],
      where: { contentType },
    })) as unknown as { entryDocumentId: string }[];
    for (const { entryDocumentId } of rows) referred.add(entryDocumentId);
  }
  const experiences = (await strapi.db.query(UID.experience).findMany({ select: ['entries'] })) as Row[];
  for (const entry of experiences.flatMap((row) => list<BaseEntryRef>(row, 'entries'))) {
    if (entry.contentType === contentType) referred.add(entry.documentId);
  }
  return [...referred];
}

async function dropLocales(
  strapi: Strapi,
  { contentType, documentId }: BaseEntryRef,
  left: ReadonlySet<string | null>,
): Promise<void> {
  const links = (await strapi.db.query(UID.variantContent).findMany({
    where: { contentType, entryDocumentId: documentId },
  })) as unknown as ContentLink[];
  for (const { variantContentType, variantDocumentId } of links) {
    if (!siblingByUid(strapi, variantContentType)?.localized) continue;
    const rows = (await strapi.db.query(variantContentType).findMany({
      select: ['locale'],
      where: { documentId: variantDocumentId },
    })) as unknown as { locale: string | null }[];
    const surplus = new Set(rows.map(({ locale }) => locale).filter((locale) => !left.has(locale)));
    const documents = strapi.documents(variantContentType as never) as unknown as {
      delete(params: { documentId: string; locale: string }): Promise<unknown>;
    };
    for (const locale of surplus) {
      if (locale !== null) await documents.delete({ documentId: variantDocumentId, locale });
    }
  }
}

async function leaveExperiences(strapi: Strapi, gone: readonly BaseEntryRef[]): Promise<void> {
  const rows = (await strapi.db.query(UID.experience).findMany({
    select: ['id', 'documentId', 'entries'],
  })) as Row[];
  const documents = strapi.documents(UID.experience as never) as unknown as {
    update(params: { documentId: string; data: object }): Promise<unknown>;
  };
  for (const row of rows) {
    const entries = list<BaseEntryRef>(row, 'entries');
    const stay = entries.filter(
      (entry) =>
        !gone.some(
          (other) => other.contentType === entry.contentType && other.documentId === entry.documentId,
        ),
    );
    if (stay.length < entries.length) {
      await documents.update({ documentId: row.documentId, data: { entries: stay } });
    }
  }
}
