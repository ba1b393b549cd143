import type { VariableAttribute } from '../../../../src/overlay/schema';
import type { Strapi } from '../../strapi';
import { rawTables } from './raw-tables';
import type { SiblingType } from './sibling-types';

/** Is the value of this attribute rows of another table? */
export const isLinked = ({ type }: VariableAttribute): boolean => LINKED.has(type);

const LINKED: ReadonlySet<string> = new Set(['component', 'dynamiczone', 'media', 'relation']);

/** A stand-in for "something is here", in a shape that the overlay takes for content. */
const PRESENT: readonly unknown[] = [{ id: 1 }];

/** A relation of the database model, as far as presence needs it. */
interface Joined {
  readonly joinTable?: { readonly name: string; readonly joinColumn?: { readonly name: string } };
}

/**
 * Which linked attributes of these rows hold something, by row id: one query for all components and zones,
 * one for all media, one for each relation. Nothing is populated.
 */
export async function linkedAttributes(
  strapi: Strapi,
  sibling: SiblingType,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Readonly<Record<string, unknown>>>> {
  const found = new Map<number, Record<string, unknown>>();
  if (ids.length === 0) return found;
  const mark = (id: unknown, name: string) => {
    const attributes = found.get(Number(id)) ?? (Object.create(null) as Record<string, unknown>);
    attributes[name] = PRESENT;
    found.set(Number(id), attributes);
  };
  const tables = await rawTables(strapi);
  const joins = attributesOf(strapi, sibling.uid);
  const ofType = (...types: string[]) =>
    sibling.overlay.attributes.filter(({ type }) => types.includes(type));

  const [component] = ofType('component', 'dynamiczone');
  const join = component && joins[component.name]?.joinTable;
  if (join) {
    const owner = join.joinColumn?.name ?? 'entity_id';
    const rows = await tables(join.name).distinct({ id: owner, field: 'field' }).whereIn(owner, ids);
    for (const row of rows as { id: unknown; field: string }[]) mark(row.id, row.field);
  }
  const media = ofType('media').length > 0 && attributesOf(strapi, 'plugin::upload.file').related?.joinTable;
  if (media) {
    const rows = await tables(media.name)
      .distinct({ id: 'related_id', field: 'field' })
      .where('related_type', sibling.uid)
      .whereIn('related_id', ids);
    for (const row of rows as { id: unknown; field: string }[]) mark(row.id, row.field);
  }
  for (const { name } of ofType('relation')) {
    const table = joins[name]?.joinTable;
    const owner = table?.joinColumn?.name;
    if (!table || !owner) continue;
    const rows = await tables(table.name).distinct({ id: owner }).whereIn(owner, ids);
    for (const row of rows as { id: unknown }[]) mark(row.id, name);
  }
  return found;
}

const attributesOf = (strapi: Strapi, uid: string) =>
  (strapi.db.metadata.get(uid) as unknown as { attributes: Readonly<Record<string, Joined | undefined>> })
    .attributes;
