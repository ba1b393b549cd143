import type { BaseEntryRef } from '../../../../src/protocol/experiences';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { list, requiredText, type Row } from '../records';
import { distinct } from './affected';
import { dropContents, dropDocument } from './drop-contents';
import { oneByOne } from './one-by-one';
import type { ContentLink } from './load-contents';
import { siblingByUid } from './sibling-types';

/** What a base entry took along. */
export interface Loss {
  readonly documentId: string;
  /** The locale that is gone; absent: the entry is gone altogether. */
  readonly locale?: string;
  /** Codes of the experiences that it concerned. */
  readonly experiences: readonly string[];
  /** Variant contents that are gone, in that locale or altogether. */
  readonly contents: number;
}

/** Entries per step; each is a handful of queries, and some more for every entry that is gone. */
const BATCH = 200;

/**
 * Brings everything that refers to base entries in line with what is left of them. Gone altogether: their
 * variant contents, interests and audiences go, and experiences no longer span them. A locale gone: the
 * variants lose that locale. Looking at what is there, not at what was asked, makes it right for every way
 * of deleting. Call it in the transaction of the deletion, with the experiences held: {@link holdExperiences}.
 */
export async function reconcileEntries(
  strapi: Strapi,
  contentType: string,
  documentIds: readonly string[],
): Promise<Loss[]> {
  const losses: Loss[] = [];
  for (let from = 0; from < documentIds.length; from += BATCH) {
    const batch = documentIds.slice(from, from + BATCH);
    const left = (await strapi.db.query(contentType).findMany({
      select: ['documentId', 'locale'],
      where: { documentId: { $in: batch } },
    })) as unknown as { documentId: string; locale: string | null }[];
    const localesOf = new Map<string, Set<string | null>>();
    for (const { documentId, locale } of left) {
      localesOf.set(documentId, (localesOf.get(documentId) ?? new Set()).add(locale));
    }
    const gone = batch.filter((documentId) => !localesOf.has(documentId));
    losses.push(...(await dropEntries(strapi, contentType, gone)));
    losses.push(...(await dropLocales(strapi, contentType, localesOf)));
  }
  return losses;
}

/** The same for every entry of a content type that anything refers to. */
export const reconcileType = async (strapi: Strapi, contentType: string): Promise<Loss[]> =>
  reconcileEntries(strapi, contentType, await referredEntries(strapi, contentType));

/**
 * Holds all experiences until the transaction ends, so that none takes in an entry that is being deleted: who
 * adds one holds its experience before looking whether the entry is there. Take it before anything is deleted.
 */
export async function holdExperiences(strapi: Strapi): Promise<void> {
  await strapi.db
    .queryBuilder(UID.experience)
    .select('id')
    .orderBy({ id: 'asc' } as never)
    .forUpdate()
    .execute();
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

async function dropEntries(strapi: Strapi, contentType: string, gone: readonly string[]): Promise<Loss[]> {
  if (gone.length === 0) return [];
  const left = await leaveExperiences(strapi, contentType, new Set(gone));
  const targeted = await dropTargeting(strapi, contentType, gone);
  const losses: Loss[] = [];
  for (const documentId of gone) {
    const dropped = await dropContents(strapi, { contentType, entryDocumentId: documentId });
    const experiences = distinct([
      ...(left.get(documentId) ?? []),
      ...dropped.map(({ experience }) => experience),
    ]);
    if (experiences.length === 0 && !targeted.has(documentId)) continue;
    losses.push({ documentId, experiences, contents: dropped.length });
  }
  return losses;
}

/** @returns documentIds of the entries that had any. */
async function dropTargeting(
  strapi: Strapi,
  contentType: string,
  gone: readonly string[],
): Promise<ReadonlySet<string>> {
  const where = { contentType, entryDocumentId: { $in: gone } };
  const targeted = new Set<string>();
  for (const uid of [UID.entryInterest, UID.entryAudience]) {
    const rows = (await strapi.db.query(uid).findMany({ where })) as Row[];
    if (rows.length === 0) continue;
    for (const row of rows) targeted.add(requiredText(row, 'entryDocumentId'));
    await strapi.db.query(uid).deleteMany({ where });
  }
  return targeted;
}

async function dropLocales(
  strapi: Strapi,
  contentType: string,
  left: ReadonlyMap<string, ReadonlySet<string | null>>,
): Promise<Loss[]> {
  const links = (await strapi.db.query(UID.variantContent).findMany({
    where: { contentType, entryDocumentId: { $in: [...left.keys()] } },
    orderBy: { id: 'asc' },
  })) as unknown as ContentLink[];
  const losses = new Map<string, Loss & { readonly locale: string }>();
  for (const uid of distinct(links.map(({ variantContentType }) => variantContentType))) {
    if (!siblingByUid(strapi, uid)?.localized) continue;
    const own = links.filter(({ variantContentType }) => variantContentType === uid);
    const rows = (await strapi.db.query(uid).findMany({
      select: ['documentId', 'locale'],
      where: { documentId: { $in: own.map(({ variantDocumentId }) => variantDocumentId) } },
    })) as unknown as { documentId: string; locale: string | null }[];
    for (const link of own) {
      const locales = distinct(
        rows.filter(({ documentId }) => documentId === link.variantDocumentId).map(({ locale }) => locale),
      );
      for (const locale of locales) {
        if (locale === null || left.get(link.entryDocumentId)?.has(locale)) continue;
        await dropDocument(strapi, link, locale);
        const key = JSON.stringify([link.entryDocumentId, locale]);
        const { experiences, contents } = losses.get(key) ?? { experiences: [], contents: 0 };
        losses.set(key, {
          documentId: link.entryDocumentId,
          locale,
          experiences: distinct([...experiences, link.experience]),
          contents: contents + 1,
        });
      }
    }
  }
  return [...losses.values()];
}

/** @returns codes of the experiences that an entry left, by its documentId. */
const leaveExperiences = (
  strapi: Strapi,
  contentType: string,
  gone: ReadonlySet<string>,
): Promise<Map<string, string[]>> =>
  oneByOne(strapi, async () => {
    const rows = (await strapi.db.query(UID.experience).findMany({
      select: ['id', 'documentId', 'code', 'entries'],
      orderBy: { id: 'asc' },
    })) as Row[];
    const documents = strapi.documents(UID.experience as never) as unknown as {
      update(params: { documentId: string; data: object }): Promise<unknown>;
    };
    const left = new Map<string, string[]>();
    for (const row of rows) {
      const entries = list<BaseEntryRef>(row, 'entries');
      const leaves = (entry: BaseEntryRef) => entry.contentType === contentType && gone.has(entry.documentId);
      const stay = entries.filter((entry) => !leaves(entry));
      if (stay.length === entries.length) continue;
      await documents.update({ documentId: row.documentId, data: { entries: stay } });
      for (const { documentId } of entries.filter(leaves)) {
        left.set(documentId, [...(left.get(documentId) ?? []), requiredText(row, 'code')]);
      }
    }
    return left;
  });
