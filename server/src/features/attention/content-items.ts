import type { Manifest } from '../../../../src/manifest/manifest';
import type { AttentionItem } from '../../../../src/protocol/attention';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { siblingByUid } from '../variants';
import { named } from './running-items';

/** A link from a variant to its content. */
interface Link {
  readonly experience: string;
  readonly variant: string;
  readonly contentType: string;
  readonly entryDocumentId: string;
  readonly variantContentType: string;
  readonly variantDocumentId: string;
}

/** Variants of running experiences that nobody can get: without content, or with none that is published. */
export async function contentItems(strapi: Strapi, manifest: Manifest): Promise<AttentionItem[]> {
  const silent = manifest.experiences.flatMap((experience) =>
    experience.variants
      .filter(({ enabled, contents }) => enabled && contents.length === 0)
      .map((variant) => ({ experience, variant })),
  );
  if (silent.length === 0) return [];
  const links = (await strapi.db.query(UID.variantContent).findMany({
    where: { experience: { $in: [...new Set(silent.map(({ experience }) => experience.code))] } },
    orderBy: { id: 'asc' },
  })) as unknown as Link[];
  const existing = await existingDocuments(strapi, links);
  return silent.flatMap(({ experience, variant }): AttentionItem[] => {
    const own = links.filter((link) => link.experience === experience.code && link.variant === variant.code);
    const of = { experience: named(experience), variant: named(variant) };
    const drafts = own.filter((link) => existing.has(keyOf(link)));
    // One of a type that is switched off is told as such.
    const isOff = own.some(({ variantContentType }) => !siblingByUid(strapi, variantContentType));
    if (drafts.length === 0) {
      return isOff ? [] : [{ code: 'content-missing', severity: 'error', ...of }];
    }
    const [only, ...others] = drafts;
    return [
      {
        code: 'content-unpublished',
        severity: 'error',
        ...of,
        ...(only &&
          others.length === 0 && {
            entry: { contentType: only.contentType, documentId: only.entryDocumentId },
            content: { contentType: only.variantContentType, documentId: only.variantDocumentId },
          }),
        count: drafts.length,
      },
    ];
  });
}

const keyOf = ({ variantContentType, variantDocumentId }: Link): string =>
  `${variantContentType}/${variantDocumentId}`;

/** Documents per query. */
const BATCH = 500;

async function existingDocuments(strapi: Strapi, links: readonly Link[]): Promise<ReadonlySet<string>> {
  const existing = new Set<string>();
  for (const uid of new Set(links.map(({ variantContentType }) => variantContentType))) {
    if (!siblingByUid(strapi, uid)) continue;
    const ids = links.filter((link) => link.variantContentType === uid).map((link) => link.variantDocumentId);
    for (let from = 0; from < ids.length; from += BATCH) {
      const rows = (await strapi.db.query(uid).findMany({
        select: ['documentId'],
        where: { documentId: { $in: ids.slice(from, from + BATCH) } },
      })) as unknown as { documentId: string }[];
      for (const { documentId } of rows) existing.add(`${uid}/${documentId}`);
    }
  }
  return existing;
}
