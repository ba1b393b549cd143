import { PLUGIN_ID, TABLE } from '../../../constants';
import type { Strapi } from '../../../strapi';

/** An entry of the core-store key that Strapi's schema sync reads: tables it must not drop. */
interface PersistedTable {
  readonly name: string;
  /** Dropped together with any of these: a link to a table that is gone means nothing, and its foreign key
   *  would keep the database from dropping the other. */
  readonly dependsOn?: readonly { readonly name: string }[];
}

/** A database model, as far as its tables are concerned. */
interface Model {
  readonly uid: string;
  readonly tableName: string;
  readonly attributes: Readonly<
    Record<string, { readonly target?: string; readonly joinTable?: { readonly name: string } }>
  >;
}

const KEY = { type: 'core', key: 'persisted_tables' } as const;

/**
 * Tells Strapi to keep every table of ours when it no longer sees our models: records, raw models, siblings,
 * and their join tables. Merged into what others wrote, never shrunk: a type that is turned off today keeps
 * its variants.
 */
export async function persistTables(strapi: Strapi): Promise<void> {
  const stored = (await strapi.store.get(KEY)) as (PersistedTable | string)[] | null;
  const merged = new Map<string, PersistedTable>();
  for (const entry of stored ?? []) {
    const table = typeof entry === 'string' ? { name: entry } : entry;
    merged.set(table.name, table);
  }
  const before = JSON.stringify([...merged.values()]);
  for (const table of ownTables(strapi)) merged.set(table.name, table);
  const tables = [...merged.values()];
  if (JSON.stringify(tables) !== before) await strapi.store.set({ ...KEY, value: tables });
}

/** Every table of ours that the running Strapi knows, with what its links depend on. */
export function ownTables(strapi: Strapi): PersistedTable[] {
  const models = [...strapi.db.metadata.values()] as unknown as Model[];
  const raw: ReadonlySet<string> = new Set(Object.values(TABLE));
  const ours = models.filter(
    ({ uid, tableName }) => uid.startsWith(`plugin::${PLUGIN_ID}.`) || raw.has(tableName),
  );
  const media = fileLinks(models);
  const tables = ours.map(({ tableName }): PersistedTable => ({ name: tableName }));
  for (const { joinTable, target } of ours.flatMap((model) => Object.values(model.attributes))) {
    if (!joinTable || joinTable.name === media) continue;
    tables.push({ name: joinTable.name, ...dependency(strapi, models, target) });
  }
  return [...new Map(tables.map((table) => [table.name, table])).values()];
}

/** A link depends on the content type it leads to; the one table for all components outlives any of them. */
function dependency(strapi: Strapi, models: readonly Model[], target?: string): Partial<PersistedTable> {
  if (!target || !(target in strapi.contentTypes) || target.startsWith(`plugin::${PLUGIN_ID}.`)) return {};
  const table = models.find(({ uid }) => uid === target)?.tableName;
  return table ? { dependsOn: [{ name: table }] } : {};
}

/** Name of the upload plugin's table of media links; it is not ours to keep. */
const fileLinks = (models: readonly Model[]): string | undefined =>
  models.find(({ uid }) => uid === 'plugin::upload.file')?.attributes.related?.joinTable?.name;
