import type { Strapi } from '../../strapi';
import type { StoredAttribute } from './schema-difference';

/** The schema of a sibling as the start before stored it. */
export interface StoredSibling {
  readonly uid: string;
  readonly collectionName: string;
  readonly attributes: Readonly<Record<string, StoredAttribute | undefined>>;
}

/**
 * The documents of a sibling that hold something in one of these attributes, while the tables are still as they
 * were. Names of columns and tables are Strapi's to make; the few that it shortens are not found, and not counted.
 */
export async function documentsFilling(
  strapi: Strapi,
  { uid, collectionName, attributes }: StoredSibling,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const documents = new Set<string>();
  const table = strapi.db.metadata.identifiers.getTableName(collectionName);
  const { schema } = strapi.db.connection;
  if (!(await schema.hasTable(table))) return documents;
  const columns = Object.keys(await strapi.db.getConnection(table).columnInfo());
  const add = (rows: readonly { document_id: string }[]) => {
    for (const { document_id } of rows) documents.add(document_id);
  };
  const addOwners = async (from: string, owner: string, where: object) => {
    if (!(await schema.hasTable(from))) return;
    add(
      await strapi.db
        .getConnection(table)
        .distinct(`${table}.document_id`)
        .join(from, `${from}.${owner}`, `${table}.id`)
        .where(where),
    );
  };
  for (const name of names) {
    const type = attributes[name]?.type ?? '';
    if (type === 'component' || type === 'dynamiczone') {
      await addOwners(`${table}_cmps`, 'entity_id', { [`${table}_cmps.field`]: name });
    } else if (type === 'media') {
      await addOwners(MEDIA, 'related_id', {
        [`${MEDIA}.related_type`]: uid,
        [`${MEDIA}.field`]: name,
      });
    } else if (type !== 'relation') {
      const column = columns.find((candidate) => squeezed(candidate) === squeezed(name));
      if (column) add(await strapi.db.getConnection(table).distinct('document_id').whereNotNull(column));
    }
  }
  return documents;
}

const MEDIA = 'files_related_mph';

/** `readingMinutes` and `reading_minutes` alike. */
const squeezed = (name: string): string => name.replaceAll('_', '').toLowerCase();
