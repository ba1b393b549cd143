import type { BaseEntryRef } from '../../../../src/protocol/experiences';
import { UID } from '../../constants';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import { list, type Row } from '../records';
import type { ContentLink } from './load-contents';

/** Names one content of one variant. */
export interface ContentKey {
  /** Codes. */
  readonly experience: string;
  readonly variant: string;
  readonly entry: BaseEntryRef;
}

/** One document of a sibling. */
export interface ContentDocument {
  readonly variantContentType: string;
  readonly variantDocumentId: string;
}

/** The condition that finds the link of a content. */
export const whereKey = ({ experience, variant, entry }: ContentKey) => ({
  experience,
  variant,
  contentType: entry.contentType,
  entryDocumentId: entry.documentId,
});

/** The link of a content, or of a document; `null` when there is none. */
export const findLink = (strapi: Strapi, where: object): Promise<ContentLink | null> =>
  strapi.db.query(UID.variantContent).findOne({ where }) as Promise<unknown> as Promise<ContentLink | null>;

/** Makes the link from a variant's content to its document. Call it in a transaction. */
export async function createLink(strapi: Strapi, key: ContentKey, document: ContentDocument): Promise<void> {
  const { variantContentType, variantDocumentId } = document;
  await recordsOf(strapi, UID.variantContent).create({
    data: { ...whereKey(key), variantContentType, variantDocumentId },
  });
}

/** @throws Problem 404 `variant-not-found`. */
export async function requireVariant(strapi: Strapi, experience: string, code: string): Promise<void> {
  if (await strapi.db.query(UID.variant).findOne({ select: ['id'], where: { experience, code } })) return;
  throw new Problem({
    status: 404,
    code: 'variant-not-found',
    message: `The personalization "${experience.slice(0, 64)}" has no variant "${code.slice(0, 64)}".`,
  });
}

/** An experience spans every entry that one of its variants has content for. Call it in a transaction. */
export async function joinExperience(strapi: Strapi, { experience, entry }: ContentKey): Promise<void> {
  const row = (await strapi.db.query(UID.experience).findOne({ where: { code: experience } })) as Row | null;
  if (!row) return;
  const entries = list<BaseEntryRef>(row, 'entries');
  const { contentType, documentId } = entry;
  if (entries.some((other) => other.contentType === contentType && other.documentId === documentId)) return;
  await recordsOf(strapi, UID.experience).update({
    documentId: row.documentId,
    data: { entries: [...entries, { contentType, documentId }] },
  });
}

/** What we use of Strapi's document service; its own types know only the types of the host project. */
interface Records {
  create(params: { data: object }): Promise<unknown>;
  update(params: { documentId: string; data: object }): Promise<unknown>;
}

const recordsOf = (strapi: Strapi, uid: string): Records =>
  strapi.documents(uid as never) as unknown as Records;
