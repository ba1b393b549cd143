import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { inTransaction, requiredText, type Row } from '../records';
import { distinct } from './affected';
import type { Call } from './contents-to-be';
import type { Following, Next } from './keep-honest';
import type { ContentLink } from './load-contents';
import { holdExperiences, type Loss, reconcileEntries, reconcileType } from './reconcile';

/** What Strapi's document service answers to a deletion, an unpublication and a clone. */
export interface Touched {
  readonly documentId?: string;
  readonly entries?: readonly { readonly locale?: string | null }[];
}

/** A base entry, or a locale of it, was deleted: its variants go with it. */
export const entryDeleted = ({ strapi, note }: Following, call: Call, next: Next): Promise<unknown> =>
  inTransaction(strapi, async () => {
    await holdExperiences(strapi);
    const deleted = await next();
    const { documentId } = call.params;
    if (!documentId) return deleted;
    for (const loss of await reconcileEntries(strapi, call.uid, [documentId])) {
      const code = loss.locale === undefined ? 'entry-deleted' : 'locale-deleted';
      await note({ code, contentType: call.uid, ...loss });
    }
    return deleted;
  });

/** Rows of a base type were deleted past the document service; nobody says which, so all are looked at. */
export const entryRowsDeleted = ({ strapi, note }: Following, contentType: string): Promise<void> =>
  inTransaction(strapi, async () => {
    await holdExperiences(strapi);
    const losses = await reconcileType(strapi, contentType);
    for (const locale of distinct(losses.map((loss) => loss.locale))) {
      const own = losses.filter((loss) => loss.locale === locale);
      const code = locale === undefined ? 'entry-deleted' : 'locale-deleted';
      await note({ code, contentType, ...summed(own) });
    }
  });

/** Many entries in one line. */
const summed = (losses: readonly Loss[]): Omit<Loss, 'documentId'> & Partial<Pick<Loss, 'documentId'>> => {
  const [first, ...others] = losses;
  if (first && others.length === 0) return first;
  return {
    ...(first?.locale !== undefined && { locale: first.locale }),
    experiences: distinct(losses.flatMap(({ experiences }) => experiences)),
    contents: losses.reduce((sum, { contents }) => sum + contents, 0),
  };
};

/** An entry left the site: variants and targeting stay as they are, but nothing of them is delivered. */
export const entryUnpublished = ({ strapi, note }: Following, call: Call, next: Next): Promise<unknown> =>
  inTransaction(strapi, async () => {
    const result = (await next()) as Touched | undefined;
    const { documentId } = call.params;
    if (!documentId || !result?.entries?.length) return result;
    const links = (await strapi.db.query(UID.variantContent).findMany({
      where: { contentType: call.uid, entryDocumentId: documentId },
    })) as unknown as ContentLink[];
    const running = await runningAmong(
      strapi,
      links.map(({ experience }) => experience),
    );
    if (running.size === 0) return result;
    await note({
      code: 'entry-unpublished',
      contentType: call.uid,
      documentId,
      ...onlyLocale(result),
      experiences: [...running],
      contents: links.filter(({ experience }) => running.has(experience)).length,
    });
    return result;
  });

/**
 * A copy describes the same thing, so it keeps the interests. It keeps the entry audiences too: a copy of what
 * lists hide from some must not show itself to them. Variants and experiences stay with the original: they were
 * made, and are measured, for that one.
 */
export const entryCloned = ({ strapi }: Following, call: Call, next: Next): Promise<unknown> =>
  inTransaction(strapi, async () => {
    const result = (await next()) as Touched | undefined;
    const { documentId } = call.params;
    if (!documentId || !result?.documentId || result.documentId === documentId) return result;
    const of = (entryDocumentId: string) => ({ contentType: call.uid, entryDocumentId });
    for (const [uid, fields] of TARGETING) {
      const rows = (await strapi.db.query(uid).findMany({
        where: of(documentId),
        orderBy: { id: 'asc' },
      })) as Row[];
      for (const row of rows) {
        const copied = Object.fromEntries(fields.map((field) => [field, row[field]]));
        await strapi.db.query(uid).create({ data: { ...of(result.documentId), ...copied } });
      }
    }
    return result;
  });

/** What an entry carries of interests and audiences. */
const TARGETING = [
  [UID.entryInterest, ['tag', 'weight']],
  [UID.entryAudience, ['audience', 'mode']],
] as const;

/** Which of these experiences run. */
export async function runningAmong(strapi: Strapi, codes: readonly string[]): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set();
  const rows = (await strapi.db.query(UID.experience).findMany({
    select: ['code'],
    where: { code: { $in: distinct(codes) }, status: 'running' },
  })) as Row[];
  return new Set(rows.map((row) => requiredText(row, 'code')));
}

/** The locale that a call concerned, where it was one. */
export function onlyLocale({ entries = [] }: Touched): { readonly locale?: string } {
  const locales = distinct(entries.map(({ locale }) => locale));
  const [only] = locales;
  return locales.length === 1 && only ? { locale: only } : {};
}
