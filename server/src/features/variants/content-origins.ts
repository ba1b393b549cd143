import { z } from '@strapi/utils';
import { issue } from '../../../../src/foundation/issue';
import type { Experience } from '../../../../src/model/experience';
import type { VariantContentOrigin } from '../../../../src/protocol/entry-variants';
import { UID } from '../../constants';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import {
  createCheckEntry,
  inTransaction,
  invalid,
  list,
  parseInput,
  requiredText,
  type Row,
} from '../records';
import {
  type ContentDocument,
  createLink,
  findLink,
  joinExperience,
  requireVariant,
  whereKey,
} from './content-links';
import type { ContentLink } from './load-contents';
import { type SiblingType, siblingByUid } from './sibling-types';
import type { VariantServiceParts } from './variant-service';

/** Of what a document of variant content is, and how one that is of nothing finds its place. */
export interface ContentOrigins {
  /**
   * @returns `null` for a document that belongs to no variant: a clone, or one made in the sibling's own list.
   * @throws Problem 404 `content-not-found` for a document that is not there.
   */
  find(content: ContentDocument): Promise<VariantContentOrigin | null>;
  /**
   * Gives such a document to a variant for a base entry, which joins the experience.
   * @param input a `VariantContentAdoption`.
   * @throws Problem 404 `content-not-found`, `experience-not-found`, `variant-not-found`, 400 `content-invalid`,
   * 409 `content-in-use` when the document has a variant already, `content-taken` when the variant has content
   * for that entry already, `experience-ended`, `experience-running` when what is published would get in the way.
   */
  adopt(content: ContentDocument, input: unknown): Promise<VariantContentOrigin>;
}

const INPUT = z.strictObject({
  entry: z.strictObject({ contentType: z.string().max(200), documentId: z.string().max(64) }),
  experience: z.string().min(1).max(64),
  variant: z.string().min(1).max(64),
});

/** Makes the service. */
export function createContentOrigins(
  strapi: Strapi,
  editVariants: VariantServiceParts['editVariants'],
): ContentOrigins {
  const checkEntry = createCheckEntry(strapi);
  const linkOf = ({ variantContentType, variantDocumentId }: ContentDocument) =>
    findLink(strapi, { variantContentType, variantDocumentId });

  const find = async (content: ContentDocument): Promise<VariantContentOrigin | null> => {
    await requireDocument(strapi, content);
    const link = await linkOf(content);
    return link && originOf(strapi, link);
  };

  const adopt = async (content: ContentDocument, raw: unknown): Promise<void> => {
    const { entry, experience, variant } = parseInput(INPUT, raw, 'content');
    const sibling = await requireDocument(strapi, content);
    const wrong = await checkEntry(entry, ['entry']);
    if (wrong) throw invalid('content', [wrong]);
    if (entry.contentType !== sibling.baseUid) throw otherType(sibling);
    await requireOpen(strapi, experience);
    await requireVariant(strapi, experience, variant);
    const present = await linkOf(content);
    if (present) throw inUse(present);
    const key = { experience, variant, entry };
    if (await findLink(strapi, whereKey(key))) throw taken(variant);
    await createLink(strapi, key, content);
    await joinExperience(strapi, key);
  };

  return {
    find,
    adopt: (content, raw) =>
      inTransaction(strapi, async () => {
        const { experience } = parseInput(INPUT, raw, 'content');
        // Two who adopt it at once, each into another experience, would both find it free; and MySQL would show the
        // later one what was there at its first plain read, so nothing is read before.
        await holdDocument(strapi, content);
        await editVariants(experience, () => adopt(content, raw));
        const origin = await find(content);
        if (!origin) throw new Error(`the variant of ${content.variantDocumentId} vanished while it was set`);
        return origin;
      }),
  };
}

async function originOf(strapi: Strapi, link: ContentLink): Promise<VariantContentOrigin | null> {
  const one = async (uid: string, where: object) =>
    (await strapi.db.query(uid).findOne({ where })) as Row | null;
  const experience = await one(UID.experience, { code: link.experience });
  const variant = await one(UID.variant, { experience: link.experience, code: link.variant });
  if (!experience || !variant) return null;
  const selection = requiredText(experience, 'selection') as Experience['selection'];
  const own = selection === 'relevance' ? list<string>(variant, 'audiences') : [];
  const codes = own.length > 0 ? own : list<string>(experience, 'audiences');
  const audiences = (await strapi.db.query(UID.audience).findMany({
    select: ['code', 'name'],
    where: { code: { $in: [...codes] } },
  })) as Row[];
  const names = new Map(audiences.map((row) => [requiredText(row, 'code'), requiredText(row, 'name')]));
  return {
    entry: { contentType: link.contentType, documentId: link.entryDocumentId },
    experience: {
      code: link.experience,
      name: requiredText(experience, 'name'),
      status: requiredText(experience, 'status') as Experience['status'],
      selection,
    },
    variant: {
      code: link.variant,
      name: requiredText(variant, 'name'),
      enabled: variant.enabled !== false,
    },
    audiences: codes.map((code) => ({ code, name: names.get(code) ?? code })),
  };
}

async function requireDocument(strapi: Strapi, content: ContentDocument): Promise<SiblingType> {
  const { variantContentType, variantDocumentId: documentId } = content;
  const sibling = siblingByUid(strapi, variantContentType);
  const found =
    sibling && (await strapi.db.query(sibling.uid).findOne({ select: ['id'], where: { documentId } }));
  if (sibling && found) return sibling;
  throw new Problem({
    status: 404,
    code: 'content-not-found',
    message: `"${variantContentType.slice(0, 100)}" has no document "${documentId.slice(0, 64)}"; save it first.`,
  });
}

/** Holds all rows of a document until the transaction ends; SQLite has one writer anyway. */
async function holdDocument(strapi: Strapi, content: ContentDocument): Promise<void> {
  const sibling = siblingByUid(strapi, content.variantContentType);
  if (!sibling) return;
  const where = { documentId: content.variantDocumentId };
  await strapi.db.queryBuilder(sibling.uid).select('id').where(where).forUpdate().execute();
}

async function requireOpen(strapi: Strapi, code: string): Promise<void> {
  const row = (await strapi.db.query(UID.experience).findOne({ where: { code } })) as Row | null;
  if (!row) {
    throw new Problem({
      status: 404,
      code: 'experience-not-found',
      message: `There is no personalization with the code "${code}".`,
    });
  }
  if (row.status !== 'ended') return;
  throw new Problem({
    status: 409,
    code: 'experience-ended',
    message: `“${requiredText(row, 'name')}” has ended; choose one that has not, or make a new one.`,
  });
}

const otherType = ({ uid, baseUid }: SiblingType) =>
  invalid('content', [
    issue(
      'content-type-differs',
      ['entry', 'contentType'],
      `Choose an entry of "${baseUid}": content of "${uid}" fits no other.`,
      { contentType: baseUid },
    ),
  ]);

const inUse = ({ experience, variant }: ContentLink) =>
  new Problem({
    status: 409,
    code: 'content-in-use',
    message: `This content belongs to the variant "${variant}" of "${experience}" already; clone it for another.`,
  });

const taken = (variant: string) =>
  new Problem({
    status: 409,
    code: 'content-taken',
    message: `The variant "${variant}" has content for this entry already; delete that first, or choose another.`,
  });
