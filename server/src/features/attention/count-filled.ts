import type { Strapi } from '../../strapi';
import type { StoredAttribute } from './schema-difference';

/** The schema of a sibling as the start before stored it. */
export interface StoredSibling {
  readonly uid: string;
  readonly collectionName: string;
  readonly info: { readonly singularName: string };
  readonly attributes: Readonly<Record<string, StoredAttribute | undefined>>;
}

/** Rows of another table that belong to rows of the sibling. */
interface Owned {
  readonly table: string;
  /** Column with the id of the sibling's row. */
  readonly owner: string;
  readonly where: Readonly<Record<string, string>>;
}

/**
 * The documents of a sibling that hold something in one of these attributes, while the tables are still as they
 * were. The database model is that of the new schema already, so names of tables and columns are made as Strapi
 * makes them; what has another name after all is not counted.
 */
export async function documentsFilling(
  strapi: Strapi,
  sibling: StoredSibling,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const documents = new Set<string>();
  const { schema } = strapi.db.connection;
  const table = identifiers(strapi).getTableName(sibling.collectionName);
  if (!(await schema.hasTable(table))) return documents;
  const columns = Object.keys(await strapi.db.getConnection(table).columnInfo());
  const add = (rows: readonly { document_id: string }[]) => {
    for (const { document_id } of rows) documents.add(document_id);
  };
  for (const name of names) {
    const owned = rowsOf(strapi, sibling, table, name);
    if (owned && (await schema.hasTable(owned.table))) {
      add(
        await strapi.db
          .getConnection(`${table} as content`)
          .distinct('content.document_id')
          .join(`${owned.table} as owned`, `owned.${owned.owner}`, 'content.id')
          .where(owned.where),
      );
    }
    const column = columns.find((candidate) => squeezed(candidate) === squeezed(name));
    if (column) add(await strapi.db.getConnection(table).distinct('document_id').whereNotNull(column));
  }
  return documents;
}

/** Where the content of an attribute is that is no column. */
function rowsOf(
  strapi: Strapi,
  { uid, info, attributes }: StoredSibling,
  table: string,
  name: string,
): Owned | undefined {
  const make = identifiers(strapi);
  switch (attributes[name]?.type) {
    case 'component':
    case 'dynamiczone': {
      const tokens = [
        { name: table, compressible: true },
        { name: 'components', shortName: 'cmps', compressible: false },
      ];
      return { table: make.getNameFromTokens(tokens), owner: 'entity_id', where: { 'owned.field': name } };
    }
    case 'media':
      return {
        table: 'files_related_mph',
        owner: 'related_id',
        where: { 'owned.related_type': uid, 'owned.field': name },
      };
    case 'relation':
      return {
        table: make.getJoinTableName(table, snake(name)),
        owner: make.getJoinColumnAttributeIdName(snake(info.singularName)),
        where: {},
      };
    default:
      return undefined;
  }
}

/** Strapi's maker of names, as far as it is used here. */
interface Identifiers {
  getTableName(collectionName: string): string;
  getJoinTableName(table: string, attribute: string): string;
  getJoinColumnAttributeIdName(name: string): string;
  getNameFromTokens(
    tokens: readonly {
      readonly name: string;
      readonly compressible: boolean;
      readonly shortName?: string;
    }[],
  ): string;
}

const identifiers = (strapi: Strapi) => strapi.db.metadata.identifiers as unknown as Identifiers;

const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();

/** `readingMinutes` and `reading_minutes` alike. */
const squeezed = (name: string): string => name.replaceAll('_', '').toLowerCase();
