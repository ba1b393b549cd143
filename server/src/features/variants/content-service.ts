import { z } from '@strapi/utils';
import type { BaseEntryRef } from '../../../../src/protocol/experiences';
import type { VariantContentRecord } from '../../../../src/protocol/variants';
import { UID } from '../../constants';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import { createCheckEntry, inTransaction, invalid, lockRecord, parseInput } from '../records';
import { type CheckPublish, refuseConflict } from './check-publish';
import { contentStates } from './content-states';
import {
  type ContentKey,
  createLink,
  findLink,
  joinExperience,
  requireVariant,
  whereKey,
} from './content-links';
import { contentOfData } from './contents-to-be';
import { copyComponents } from './copy-components';
import { localeOrDefault } from './default-locale';
import { dropContents } from './drop-contents';
import type { ContentLink } from './load-contents';
import { type SiblingType, siblingByUid, siblingOf } from './sibling-types';

/** The contents of variants: documents of the sibling types, and the links that lead to them. */
export interface ContentService {
  /**
   * Writes a variant's content for a base entry in one locale: creates the document at the first call,
   * adds or changes the locale at later ones. The entry joins the experience where it is not in it yet.
   * @param input a `VariantContentInput`. @param by id of the administrator who writes it.
   * @throws Problem 400 `content-invalid`, `content-type-not-enabled`, 404 `variant-not-found`, Strapi's own
   * ValidationError for attributes that its schema refuses.
   */
  add(experience: string, variant: string, input: unknown, by?: number): Promise<VariantContentRecord>;
  /** Publishes one locale, or all (`*`). @throws Problem 404 `content-not-found`, 409 `content-conflict`. */
  publish(key: ContentKey, locale?: string): Promise<VariantContentRecord>;
  /** Removes document and link. @throws Problem 404 `content-not-found`. */
  remove(key: ContentKey): Promise<void>;
  /** All of an experience, by entry. */
  ofExperience(experience: string): Promise<VariantContentRecord[]>;
  /** All of a base entry, whatever the experience. */
  ofEntry(entry: BaseEntryRef): Promise<VariantContentRecord[]>;
}

const INPUT = z.strictObject({
  entry: z.strictObject({ contentType: z.string().max(200), documentId: z.string().max(64) }),
  locale: z.string().max(32).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  copyComponents: z.boolean().optional(),
});

/** Makes the service of variant contents. */
export function createContentService(strapi: Strapi, checkPublish: CheckPublish): ContentService {
  const links = () => strapi.db.query(UID.variantContent);
  const checkEntry = createCheckEntry(strapi);

  const find = async (where: object): Promise<VariantContentRecord[]> =>
    contentStates(
      strapi,
      (await links().findMany({ where, orderBy: { id: 'asc' } })) as unknown as ContentLink[],
    );
  const requireOne = async (key: ContentKey): Promise<VariantContentRecord> => {
    const [found] = await find(whereKey(key));
    if (found) return found;
    throw contentNotFound(key);
  };

  return {
    add: (experience, variant, raw, by) =>
      inTransaction(strapi, async () => {
        const input = parseInput(INPUT, raw, 'content');
        // The entry may join the experience: two at a time would each forget the other's.
        await lockRecord(strapi, UID.experience, experience);
        const key = { experience, variant, entry: input.entry };
        const unknownEntry = await checkEntry(input.entry, ['entry']);
        if (unknownEntry) throw invalid('content', [unknownEntry]);
        const sibling = siblingOf(strapi, input.entry.contentType);
        if (!sibling) throw notEnabled(input.entry.contentType);
        await requireVariant(strapi, experience, variant);
        const locale = await localeOrDefault(strapi, sibling, input.locale);
        const copied = input.copyComponents
          ? await copyComponents(strapi, sibling, { documentId: input.entry.documentId, locale })
          : {};
        const data = { ...copied, ...input.data, ...(by !== undefined && { updatedBy: by }) };
        const made = by === undefined ? data : { ...data, createdBy: by };
        const link = await findLink(strapi, whereKey(key));
        if (link) {
          const documentId = link.variantDocumentId;
          const where = { documentId, ...(locale !== undefined && { locale }) };
          const isThere = (await strapi.db.query(sibling.uid).count({ where })) > 0;
          await documentsOf(strapi, sibling).update({ documentId, locale, data: isThere ? data : made });
        } else {
          // Without draft and publish it is live at once, and the document service cannot know for whom.
          if (!sibling.draftAndPublish) {
            await refuseConflict(checkPublish, [contentOfData(sibling, key, data)]);
          }
          const { documentId } = await documentsOf(strapi, sibling).create({ locale, data: made });
          await createLink(strapi, key, { variantContentType: sibling.uid, variantDocumentId: documentId });
        }
        await joinExperience(strapi, key);
        return requireOne(key);
      }),
    async publish(key, locale) {
      const content = await requireOne(key);
      const sibling = siblingByUid(strapi, content.variantContentType);
      if (!sibling || !content.available) throw contentNotFound(key);
      if (sibling.draftAndPublish) {
        await documentsOf(strapi, sibling).publish({
          documentId: content.variantDocumentId,
          ...(sibling.localized && locale !== undefined && { locale }),
        });
      }
      return requireOne(key);
    },
    remove: (key) =>
      inTransaction(strapi, async () => {
        const dropped = await dropContents(strapi, whereKey(key));
        if (dropped.length === 0) throw contentNotFound(key);
      }),
    ofExperience: (experience) => find({ experience }),
    ofEntry: ({ contentType, documentId }) => find({ contentType, entryDocumentId: documentId }),
  };
}

/** What we use of Strapi's document service; its own types know only the types of the host project. */
interface Documents {
  create(params: { data: object; locale?: string }): Promise<{ documentId: string }>;
  update(params: { documentId: string; data: object; locale?: string }): Promise<unknown>;
  publish(params: { documentId: string; locale?: string }): Promise<unknown>;
}

const documentsOf = (strapi: Strapi, { uid }: SiblingType): Documents =>
  strapi.documents(uid as never) as unknown as Documents;

const notEnabled = (contentType: string) =>
  new Problem({
    status: 400,
    code: 'content-type-not-enabled',
    message: `Turn variants on for "${contentType}" in the Content-Type Builder and restart first.`,
  });

const contentNotFound = ({ experience, variant, entry }: ContentKey) =>
  new Problem({
    status: 404,
    code: 'content-not-found',
    message:
      `The variant "${variant.slice(0, 64)}" of "${experience.slice(0, 64)}" has no content for ` +
      `"${entry.contentType.slice(0, 100)}" "${entry.documentId.slice(0, 64)}".`,
  });
