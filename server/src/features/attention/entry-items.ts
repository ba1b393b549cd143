import type { Manifest, ManifestExperience } from '../../../../src/manifest/manifest';
import { entryKey } from '../../../../src/model/entry-ref';
import type { AttentionItem, NamedRecord } from '../../../../src/protocol/attention';
import type { BaseEntryRef } from '../../../../src/protocol/experiences';
import { UID } from '../../constants';
import type { Strapi } from '../../strapi';
import { list, requiredText, type Row } from '../records';
import { named } from './running-items';

/** An experience that has not ended, as far as its entries matter. */
export interface EntriesOf extends NamedRecord {
  readonly status: string;
  readonly entries: readonly BaseEntryRef[];
}

/** All that have not ended, in the order of their creation. */
export async function livingExperiences(strapi: Strapi): Promise<EntriesOf[]> {
  const rows = (await strapi.db.query(UID.experience).findMany({
    select: ['code', 'name', 'status', 'entries'],
    where: { status: { $ne: 'ended' } },
    orderBy: { id: 'asc' },
  })) as Row[];
  return rows.map((row) => ({
    code: requiredText(row, 'code'),
    name: requiredText(row, 'name'),
    status: requiredText(row, 'status'),
    entries: list<BaseEntryRef>(row, 'entries'),
  }));
}

/** Where an entry is published: in these locales, or (`null`) without any. */
type Published = ReadonlyMap<string, ReadonlySet<string | null>>;

/** Entries per query. */
const BATCH = 500;

/** Experiences without entries, with entries that are gone, and with entries that are not published. */
export async function entryItems(
  strapi: Strapi,
  living: readonly EntriesOf[],
  manifest: Manifest,
): Promise<AttentionItem[]> {
  const published = await publishedEntries(strapi, living);
  const items: AttentionItem[] = [];
  for (const experience of living) {
    const { status, entries } = experience;
    const isRunning = status === 'running';
    const severity = isRunning ? 'error' : 'warning';
    if (entries.length === 0 && (isRunning || status === 'paused')) {
      items.push({ code: 'no-entries', severity, experience: named(experience) });
    }
    for (const { contentType, documentId } of entries) {
      // What is switched off has no say in whether its entries exist; see the items of types.
      if (!Object.hasOwn(strapi.contentTypes, contentType)) continue;
      const of = { experience: named(experience), entry: { contentType, documentId } };
      const locales = published.get(entryKey({ contentType, documentId }));
      if (!locales) items.push({ code: 'entry-gone', severity, ...of });
      else if (isRunning && locales.size === 0) {
        items.push({ code: 'entry-unpublished', severity: 'warning', ...of });
      }
    }
  }
  return [...items, ...manifest.experiences.flatMap((experience) => localeItems(experience, published))];
}

/** Variants that are published in a locale in which their entry is not. */
function localeItems(experience: ManifestExperience, published: Published): AttentionItem[] {
  const items = new Map<string, AttentionItem>();
  for (const { entry } of experience.variants.flatMap(({ contents }) => contents)) {
    const { contentType, documentId, locale } = entry;
    const locales = published.get(entryKey(entry));
    if (locale === undefined || !locales || locales.size === 0 || locales.has(locale)) continue;
    items.set(JSON.stringify([entryKey(entry), locale]), {
      code: 'entry-unpublished',
      severity: 'warning',
      experience: named(experience),
      entry: { contentType, documentId },
      locale,
    });
  }
  return [...items.values()];
}

/** Every entry of these experiences that exists; a query per 500 of a content type. */
async function publishedEntries(strapi: Strapi, living: readonly EntriesOf[]): Promise<Published> {
  const wanted = new Map<string, Set<string>>();
  for (const { contentType, documentId } of living.flatMap(({ entries }) => entries)) {
    if (!Object.hasOwn(strapi.contentTypes, contentType)) continue;
    wanted.set(contentType, (wanted.get(contentType) ?? new Set()).add(documentId));
  }
  const published = new Map<string, Set<string | null>>();
  for (const [contentType, documentIds] of wanted) {
    const ids = [...documentIds];
    for (let from = 0; from < ids.length; from += BATCH) {
      // Types without drafts have a time of publication in every row.
      const rows = (await strapi.db.query(contentType).findMany({
        select: ['documentId', 'locale', 'publishedAt'],
        where: { documentId: { $in: ids.slice(from, from + BATCH) } },
      })) as unknown as { documentId: string; locale: string | null; publishedAt: unknown }[];
      for (const { documentId, locale, publishedAt } of rows) {
        const key = entryKey({ contentType, documentId });
        const locales = published.get(key) ?? new Set<string | null>();
        published.set(key, publishedAt === null ? locales : locales.add(locale));
      }
    }
  }
  return published;
}
