import type { ContentStatus, VariantContentRecord } from '../../../../src/protocol/variants';
import type { Strapi } from '../../strapi';
import type { ContentLink } from './load-contents';
import { type SiblingType, siblingByUid } from './sibling-types';

/** A row of a sibling, as far as its state needs it. */
interface StateRow {
  readonly documentId: string;
  readonly locale: string | null;
  readonly publishedAt: string | Date | null;
  readonly updatedAt: string | Date;
}

/** Documents per query. */
const BATCH = 200;

/** How far each content is, in every locale that it has; a query per 200 documents of a content type. */
export async function contentStates(
  strapi: Strapi,
  links: readonly ContentLink[],
): Promise<VariantContentRecord[]> {
  const rows = new Map<string, StateRow[]>();
  for (const uid of new Set(links.map(({ variantContentType }) => variantContentType))) {
    if (!siblingByUid(strapi, uid)) continue;
    const ids = links.filter((link) => link.variantContentType === uid).map((link) => link.variantDocumentId);
    for (let from = 0; from < ids.length; from += BATCH) {
      const found = (await strapi.db.query(uid).findMany({
        select: ['documentId', 'locale', 'publishedAt', 'updatedAt'],
        where: { documentId: { $in: ids.slice(from, from + BATCH) } },
        orderBy: { id: 'asc' },
      })) as unknown as StateRow[];
      for (const row of found) {
        const key = `${uid}/${row.documentId}`;
        rows.set(key, [...(rows.get(key) ?? []), row]);
      }
    }
  }
  return links.map((link) => {
    const sibling = siblingByUid(strapi, link.variantContentType);
    const own = rows.get(`${link.variantContentType}/${link.variantDocumentId}`) ?? [];
    return {
      experience: link.experience,
      variant: link.variant,
      entry: { contentType: link.contentType, documentId: link.entryDocumentId },
      variantContentType: link.variantContentType,
      variantDocumentId: link.variantDocumentId,
      available: own.length > 0,
      locales: sibling ? localesOf(sibling, own) : [],
    };
  });
}

function localesOf(sibling: SiblingType, rows: readonly StateRow[]): VariantContentRecord['locales'] {
  const locales = [...new Set(rows.map(({ locale }) => locale))];
  return locales.map((locale) => ({
    locale: sibling.localized ? locale : null,
    status: statusOf(
      sibling,
      rows.filter((row) => row.locale === locale),
    ),
  }));
}

/** As the Content Manager shows it: a draft that was saved after the publication is "modified". */
function statusOf({ draftAndPublish }: SiblingType, rows: readonly StateRow[]): ContentStatus {
  if (!draftAndPublish) return 'published';
  const published = rows.find(({ publishedAt }) => publishedAt !== null);
  const draft = rows.find(({ publishedAt }) => publishedAt === null);
  if (!published) return 'draft';
  const isNewer = draft && new Date(draft.updatedAt).getTime() > new Date(published.updatedAt).getTime();
  return isNewer ? 'modified' : 'published';
}
