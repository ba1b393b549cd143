import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { inTransaction } from '../records';
import type { AffectedCode } from '../../../../src/protocol/attention';
import { distinct } from './affected';
import type { Call } from './contents-to-be';
import { isConsequence } from './drop-contents';
import { onlyLocale, runningAmong, type Touched } from './follow-entries';
import type { Following, Next } from './keep-honest';
import type { ContentLink } from './load-contents';
import type { SiblingType } from './sibling-types';

/** Documents per query. */
const BATCH = 200;

/** An editor deleted the variant content itself: with its last locale the link goes too. */
export const contentDeleted = (
  following: Following,
  sibling: SiblingType,
  call: Call,
  next: Next,
): Promise<unknown> =>
  inTransaction(following.strapi, async () => {
    const { strapi } = following;
    const { documentId } = call.params;
    const links = documentId ? await linksOf(strapi, sibling, [documentId]) : [];
    const result = (await next()) as Touched | undefined;
    if (links.length === 0) return result;
    const dead = await dropDeadLinks(strapi, sibling, links);
    if (isConsequence() || !result?.entries?.length) return result;
    await tell(following, sibling, 'content-deleted', links, dead.length > 0 ? {} : onlyLocale(result));
    return result;
  });

/** What visitors saw of a running experience is gone until somebody publishes again. */
export const contentUnpublished = (
  following: Following,
  sibling: SiblingType,
  call: Call,
  next: Next,
): Promise<unknown> =>
  inTransaction(following.strapi, async () => {
    const { strapi } = following;
    const result = (await next()) as Touched | undefined;
    const { documentId } = call.params;
    if (!documentId || !result?.entries?.length) return result;
    const links = await linksOf(strapi, sibling, [documentId]);
    const running = await runningAmong(
      strapi,
      links.map(({ experience }) => experience),
    );
    const seen = links.filter(({ experience }) => running.has(experience));
    if (seen.length > 0) await tell(following, sibling, 'content-unpublished', seen, onlyLocale(result));
    return result;
  });

/**
 * Rows of a sibling are about to be deleted past the document service.
 * @returns what to do when they are.
 */
export async function contentRowsDeleted(
  following: Following,
  sibling: SiblingType,
  where: object | undefined,
): Promise<() => Promise<void>> {
  const { strapi } = following;
  const rows = (await strapi.db.query(sibling.uid).findMany({
    select: ['documentId'],
    where: where ?? {},
  })) as unknown as { documentId: string }[];
  const links = await linksOf(strapi, sibling, distinct(rows.map(({ documentId }) => documentId)));
  const locale = (where as { locale?: unknown } | undefined)?.locale;
  return async () => {
    if (links.length === 0) return;
    await inTransaction(strapi, async () => {
      await dropDeadLinks(strapi, sibling, links);
      if (typeof locale === 'string') await tell(following, sibling, 'locale-deleted', links, { locale });
      else await tell(following, sibling, 'content-deleted', links, {});
    });
  };
}

function tell(
  { note }: Following,
  { baseUid }: SiblingType,
  code: AffectedCode,
  links: readonly ContentLink[],
  locale: { readonly locale?: string },
): Promise<void> {
  const [entry, ...others] = distinct(links.map(({ entryDocumentId }) => entryDocumentId));
  return note({
    code,
    contentType: baseUid,
    ...(others.length === 0 && { documentId: entry }),
    ...locale,
    experiences: distinct(links.map(({ experience }) => experience)),
    contents: links.length,
  });
}

/** The links that lead to these documents. */
export async function linksOf(
  strapi: Strapi,
  { uid }: Pick<SiblingType, 'uid'>,
  documentIds: readonly string[],
): Promise<ContentLink[]> {
  const links: ContentLink[] = [];
  for (let from = 0; from < documentIds.length; from += BATCH) {
    const found = (await strapi.db.query(UID.variantContent).findMany({
      where: { variantContentType: uid, variantDocumentId: { $in: documentIds.slice(from, from + BATCH) } },
      orderBy: { id: 'asc' },
    })) as unknown as ContentLink[];
    links.push(...found);
  }
  return links;
}

/** Removes those of these links whose document no row is left of. @returns them. */
async function dropDeadLinks(
  strapi: Strapi,
  { uid }: SiblingType,
  links: readonly ContentLink[],
): Promise<ContentLink[]> {
  const dead: ContentLink[] = [];
  for (let from = 0; from < links.length; from += BATCH) {
    const batch = links.slice(from, from + BATCH);
    const rows = (await strapi.db.query(uid).findMany({
      select: ['documentId'],
      where: { documentId: { $in: batch.map(({ variantDocumentId }) => variantDocumentId) } },
    })) as unknown as { documentId: string }[];
    const alive = new Set(rows.map(({ documentId }) => documentId));
    dead.push(...batch.filter(({ variantDocumentId }) => !alive.has(variantDocumentId)));
  }
  for (let from = 0; from < dead.length; from += BATCH) {
    const ids = dead.slice(from, from + BATCH).map(({ id }) => id);
    await strapi.db.query(UID.variantContent).deleteMany({ where: { id: { $in: ids } } });
  }
  return dead;
}
