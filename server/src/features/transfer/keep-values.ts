import { PLUGIN_ID } from '../../constants';
import type { Strapi } from '../../strapi';

const CORE_STORE = 'strapi::core-store';
const PERSISTED_TABLES = 'core_persisted_tables';

/** They name roles, tokens and starts of this database; those of another one would be given to the wrong. */
const OWN = [`plugin_${PLUGIN_ID}_survival-`, `plugin_${PLUGIN_ID}_granted-types`];
/** Codes that events of this database carry, beside those of the other. */
const USED_CODE = `plugin_${PLUGIN_ID}_used-code:`;

/** A row of the core store. */
interface Row {
  readonly id: number;
  readonly key: string;
  readonly value: string;
}

/** Values of the core store that an import must not take away. */
export interface KeptValues {
  read(): Promise<Row[]>;
  /** To be called inside a transaction. */
  putBack(kept: readonly Row[]): Promise<void>;
}

/**
 * An import empties the core store and fills it with the other database's. Ours alone are put back and theirs
 * thrown away; used codes and lists of tables to keep are joined, since Strapi drops a table in neither list.
 */
export function keepValues(strapi: Strapi): KeptValues {
  const rows = strapi.db.query(CORE_STORE) as unknown as {
    findMany(params: object): Promise<Row[]>;
    create(params: { data: object }): Promise<unknown>;
    update(params: object): Promise<unknown>;
    delete(params: object): Promise<unknown>;
  };
  const read = () =>
    rows.findMany({
      where: { $or: [...OWN, USED_CODE, PERSISTED_TABLES].map((start) => ({ key: { $startsWith: start } })) },
    });

  return {
    read,
    async putBack(kept) {
      const own = new Map(kept.map((row) => [row.key, row]));
      const present = new Set<string>();
      for (const { id, key, value } of await read()) {
        const before = own.get(key);
        if (isOwn(key) && before?.value !== value) {
          await rows.delete({ where: { id } });
          continue;
        }
        present.add(key);
        if (key !== PERSISTED_TABLES || !before || before.value === value) continue;
        await rows.update({ where: { id }, data: { value: joinTables(before.value, value) } });
      }
      for (const { id: _old, ...row } of kept) if (!present.has(row.key)) await rows.create({ data: row });
    },
  };
}

const isOwn = (key: string): boolean => OWN.some((start) => key.startsWith(start));

/** Both lists of tables, JSON in and out; of a table in both, what is said here. */
function joinTables(here: string, there: string): string {
  const tables = [...listOf(there), ...listOf(here)];
  return JSON.stringify([...new Map(tables.map((table) => [nameOf(table), table])).values()]);
}

type Table = string | { readonly name: string };

const nameOf = (table: Table): string => (typeof table === 'string' ? table : table.name);

function listOf(json: string): Table[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? (list as Table[]) : [];
}
