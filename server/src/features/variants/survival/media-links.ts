import { TABLE } from '../../../constants';
import type { Strapi } from '../../../strapi';
import { type RawTables, rawTables } from '../raw-tables';
import type { SurvivalReport } from './store';

/** A link of a file to an attribute of a row, in the upload plugin's table and in our copy alike. */
interface MediaLink {
  readonly file_id: number;
  readonly related_id: number;
  readonly related_type: string;
  readonly field: string;
  readonly order: number | null;
}

/** Rows of a sibling per step; each step is a handful of short queries. */
const BATCH = 200;

const COLUMNS = ['file_id', 'related_id', 'related_type', 'field', 'order'] as const;

/**
 * Makes our copy of a sibling's media links equal to the upload plugin's.
 * @param ids rows to look at; all when absent.
 */
export async function copyMediaLinks(strapi: Strapi, uid: string, ids?: readonly number[]): Promise<void> {
  const tables = await rawTables(strapi);
  const source = linkTable(strapi);
  if (ids) {
    for (let from = 0; from < ids.length; from += BATCH) {
      await copyBatch(tables, source, uid, ids.slice(from, from + BATCH));
    }
    return;
  }
  // Rows of either side, so that what was unlinked meanwhile leaves the copy.
  for (const table of [source, TABLE.mediaLinks]) {
    for (let last = 0; ; ) {
      const batch = await relatedIds(tables, table, uid, last);
      if (batch.length === 0) break;
      await copyBatch(tables, source, uid, batch);
      last = batch[batch.length - 1] ?? Number.MAX_SAFE_INTEGER;
    }
  }
}

/**
 * Puts back the media links of a sibling that Strapi removed, leaving out files and rows that are gone.
 * @returns how many.
 */
export async function restoreMediaLinks(
  strapi: Strapi,
  uid: string,
  skipped: SurvivalReport['skipped'][number][],
): Promise<number> {
  const tables = await rawTables(strapi);
  const source = linkTable(strapi);
  const model = strapi.db.metadata.get(uid) as unknown as { tableName: string };
  let restored = 0;
  let filesGone = 0;
  let rowsGone = 0;
  for (let last = 0; ; ) {
    const ids = await relatedIds(tables, TABLE.mediaLinks, uid, last);
    if (ids.length === 0) break;
    last = ids[ids.length - 1] ?? Number.MAX_SAFE_INTEGER;
    const wanted = await linksOf(tables, TABLE.mediaLinks, uid, ids);
    const present = new Set((await linksOf(tables, source, uid, ids)).map(keyOf));
    const missing = wanted.filter((link) => !present.has(keyOf(link)));
    const files = await existing(
      tables,
      'files',
      missing.map(({ file_id }) => file_id),
    );
    const rows = await existing(
      tables,
      model.tableName,
      missing.map(({ related_id }) => related_id),
    );
    const possible = missing.filter(({ file_id, related_id }) => files.has(file_id) && rows.has(related_id));
    filesGone += missing.filter(({ file_id }) => !files.has(file_id)).length;
    rowsGone += missing.filter((link) => files.has(link.file_id) && !rows.has(link.related_id)).length;
    if (possible.length > 0) await tables(source).insert(possible);
    restored += possible.length;
  }
  if (filesGone > 0) skipped.push({ reason: 'file-deleted', what: uid, count: filesGone });
  if (rowsGone > 0) skipped.push({ reason: 'row-deleted', what: uid, count: rowsGone });
  return restored;
}

async function copyBatch(
  tables: RawTables,
  source: string,
  uid: string,
  ids: readonly number[],
): Promise<void> {
  const wanted = await linksOf(tables, source, uid, ids);
  const copied = await linksOf(tables, TABLE.mediaLinks, uid, ids);
  if (sameLinks(wanted, copied)) return;
  await tables(TABLE.mediaLinks).where('related_type', uid).whereIn('related_id', ids).delete();
  if (wanted.length > 0) await tables(TABLE.mediaLinks).insert(wanted);
}

async function relatedIds(tables: RawTables, table: string, uid: string, after: number): Promise<number[]> {
  const rows = (await tables(table)
    .distinct('related_id')
    .where('related_type', uid)
    .where('related_id', '>', after)
    .orderBy('related_id')
    .limit(BATCH)) as { related_id: unknown }[];
  return rows.map(({ related_id }) => Number(related_id));
}

const linksOf = async (
  tables: RawTables,
  table: string,
  uid: string,
  ids: readonly number[],
): Promise<MediaLink[]> =>
  (await tables(table)
    .select([...COLUMNS])
    .where('related_type', uid)
    .whereIn('related_id', [...ids])
    .orderBy('id')) as MediaLink[];

async function existing(tables: RawTables, table: string, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = (await tables(table)
    .select('id')
    .whereIn('id', [...new Set(ids)])) as { id: unknown }[];
  return new Set(rows.map(({ id }) => Number(id)));
}

const keyOf = ({ file_id, related_id, field }: MediaLink): string => `${file_id} ${related_id} ${field}`;

const sameLinks = (one: readonly MediaLink[], other: readonly MediaLink[]): boolean => {
  const print = (links: readonly MediaLink[]) => links.map((link) => `${keyOf(link)} ${link.order}`).sort();
  return JSON.stringify(print(one)) === JSON.stringify(print(other));
};

/** The upload plugin's table of media links. */
const linkTable = (strapi: Strapi): string => {
  const file = strapi.db.metadata.get('plugin::upload.file') as unknown as {
    attributes: Readonly<Record<string, { joinTable?: { name: string } } | undefined>>;
  };
  return file.attributes.related?.joinTable?.name ?? 'files_related_mph';
};
