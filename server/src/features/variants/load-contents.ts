import type { VariantContent } from '../../../../src/model/experience';
import { type Document, emptiesOf, fillsOf } from '../../../../src/overlay/fills';
import { EMPTIES_ATTRIBUTE } from '../../../../src/overlay/schema';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { isLinked, linkedAttributes } from './linked-attributes';
import { type SiblingType, siblingByUid } from './sibling-types';

/** Published content of one variant for one base entry in one locale. */
export interface LoadedContent {
  /** Codes. */
  readonly experience: string;
  readonly variant: string;
  readonly content: VariantContent;
}

/** Which contents to load; nothing = all. */
export interface ContentFilter {
  /** Codes of experiences. */
  readonly experiences?: readonly string[];
  readonly entry?: { readonly contentType: string; readonly documentId: string };
  /** One document of a sibling. */
  readonly document?: { readonly contentType: string; readonly documentId: string };
  /** `draft`: the drafts instead of what is published; types without drafts have only published content. */
  readonly status?: 'draft' | 'published';
}

/** A row of the records "variant content". */
export interface ContentLink {
  readonly id: number;
  readonly experience: string;
  readonly variant: string;
  readonly contentType: string;
  readonly entryDocumentId: string;
  readonly variantContentType: string;
  readonly variantDocumentId: string;
}

/** Documents per query: small enough to stay far below the 50 ms that a query may hold SQLite. */
const BATCH = 100;

/**
 * Every published variant content (or draft), one for each locale that has one. Per batch of 100 documents of a type
 * it takes one query for their own columns and one for each kind of link (components, media, each relation),
 * which asks only whether something is there. Links to types that are turned off are left out.
 */
export async function loadContents(strapi: Strapi, filter: ContentFilter = {}): Promise<LoadedContent[]> {
  const byType = new Map<string, ContentLink[]>();
  for await (const link of eachLink(strapi, filter)) {
    const links = byType.get(link.variantContentType) ?? [];
    links.push(link);
    byType.set(link.variantContentType, links);
  }
  const loaded: LoadedContent[] = [];
  for (const [uid, links] of byType) {
    const sibling = siblingByUid(strapi, uid);
    if (!sibling) continue;
    for (let from = 0; from < links.length; from += BATCH) {
      loaded.push(...(await loadBatch(strapi, sibling, links.slice(from, from + BATCH), filter.status)));
    }
  }
  return loaded;
}

async function* eachLink(
  strapi: Strapi,
  { experiences, entry, document }: ContentFilter,
): AsyncGenerator<ContentLink> {
  const where = {
    ...(experiences && { experience: { $in: experiences } }),
    ...(entry && { contentType: entry.contentType, entryDocumentId: entry.documentId }),
    ...(document && { variantContentType: document.contentType, variantDocumentId: document.documentId }),
  };
  for (let last = 0; ; ) {
    const page = (await strapi.db.query(UID.variantContent).findMany({
      where: { ...where, id: { $gt: last } },
      orderBy: { id: 'asc' },
      limit: 1_000,
    })) as unknown as ContentLink[];
    yield* page;
    const end = page.at(-1);
    if (!end || page.length < 1_000) return;
    last = end.id;
  }
}

/** A published row of a sibling: its own columns only. */
type SiblingRow = Document & {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string | null;
};

async function loadBatch(
  strapi: Strapi,
  sibling: SiblingType,
  links: readonly ContentLink[],
  status: ContentFilter['status'] = 'published',
): Promise<LoadedContent[]> {
  const columns = sibling.overlay.attributes
    .filter((attribute) => !isLinked(attribute))
    .map(({ name }) => name);
  const rows = (await strapi.db.query(sibling.uid).findMany({
    select: ['id', 'documentId', 'locale', EMPTIES_ATTRIBUTE, ...columns],
    where: {
      documentId: { $in: links.map(({ variantDocumentId }) => variantDocumentId) },
      ...(sibling.draftAndPublish && {
        publishedAt: status === 'draft' ? { $null: true } : { $notNull: true },
      }),
    },
    orderBy: { locale: 'asc' },
  })) as unknown as SiblingRow[];
  const linked = await linkedAttributes(
    strapi,
    sibling,
    rows.map(({ id }) => id),
  );
  const byDocument = new Map<string, SiblingRow[]>();
  for (const row of rows) byDocument.set(row.documentId, [...(byDocument.get(row.documentId) ?? []), row]);

  return links.flatMap((link) =>
    (byDocument.get(link.variantDocumentId) ?? []).map((row): LoadedContent => {
      const present: Document = { ...row, ...linked.get(row.id) };
      return {
        experience: link.experience,
        variant: link.variant,
        content: {
          entry: {
            contentType: link.contentType,
            documentId: link.entryDocumentId,
            ...(sibling.localized && row.locale !== null && { locale: row.locale }),
          },
          variantContentType: link.variantContentType,
          variantDocumentId: link.variantDocumentId,
          fills: fillsOf(present, sibling.overlay),
          empties: emptiesOf(present, sibling.overlay),
        },
      };
    }),
  );
}
