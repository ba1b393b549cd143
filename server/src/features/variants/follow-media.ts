import type { Strapi } from '../../strapi';
import { distinct } from './affected';
import { linksOf } from './follow-contents';
import type { Following } from './keep-honest';
import { rawTables } from './raw-tables';
import { type SiblingType, siblingTypes } from './sibling-types';

/** A database lifecycle event of a deletion. */
interface Deletion {
  readonly params: { readonly where?: object };
  state?: { after?: () => Promise<void> };
}

const FILE = 'plugin::upload.file';

/**
 * Tells which variant contents lose a file that is deleted from the library. Delivery needs no help: an empty
 * picture is inherited from base, and a component shows what is left of it.
 */
export function followMedia(following: Following): void {
  const before = async (event: Deletion): Promise<void> => {
    event.state = { after: await filesDeleted(following, event.params.where) };
  };
  const after = async ({ state }: Deletion): Promise<void> => {
    await state?.after?.();
  };
  following.strapi.db.lifecycles.subscribe({
    models: [FILE],
    beforeDelete: before,
    beforeDeleteMany: before,
    afterDelete: after,
    afterDeleteMany: after,
  } as never);
}

/** The rows of a sibling that show a file, by the attribute that does. */
type Showing = ReadonlyMap<string, ReadonlySet<number>>;

async function filesDeleted(
  { strapi, note }: Following,
  where: object | undefined,
): Promise<() => Promise<void>> {
  const files = (await strapi.db.query(FILE).findMany({
    select: ['id'],
    where: where ?? {},
  })) as unknown as { id: number }[];
  const places = await placesOf(
    strapi,
    files.map(({ id }) => id),
  );
  const losing: Parameters<typeof note>[0][] = [];
  for (const sibling of siblingTypes(strapi).values()) {
    const showing = await rowsShowing(strapi, sibling, places);
    const ids = distinct([...showing.values()].flatMap((rows) => [...rows]));
    if (ids.length === 0) continue;
    const rows = (await strapi.db.query(sibling.uid).findMany({
      select: ['documentId'],
      where: { id: { $in: ids } },
    })) as unknown as { documentId: string }[];
    const links = await linksOf(strapi, sibling, distinct(rows.map(({ documentId }) => documentId)));
    const [entry, ...others] = distinct(links.map(({ entryDocumentId }) => entryDocumentId));
    if (entry === undefined) continue;
    losing.push({
      code: 'media-deleted',
      contentType: sibling.baseUid,
      ...(others.length === 0 && { documentId: entry }),
      experiences: distinct(links.map(({ experience }) => experience)),
      contents: links.length,
      attributes: [...showing.keys()].sort(),
    });
  }
  return async () => {
    for (const change of losing) await note(change);
  };
}

/** Where a file is shown: a row of a content type or component, and its attribute. */
interface Place {
  readonly related_type: string;
  readonly related_id: unknown;
  readonly field: string;
}

async function placesOf(strapi: Strapi, files: readonly number[]): Promise<Place[]> {
  const table = joinTableOf(strapi, FILE, 'related');
  if (!table || files.length === 0) return [];
  const tables = await rawTables(strapi);
  const places: Place[] = [];
  for (let from = 0; from < files.length; from += 200) {
    const found = (await tables(table)
      .select('related_type', 'related_id', 'field')
      .whereIn('file_id', files.slice(from, from + 200))) as Place[];
    places.push(...found);
  }
  return places;
}

/** Rows that hold a file themselves, or in a component of their own; deeper components are theirs to know. */
async function rowsShowing(strapi: Strapi, sibling: SiblingType, places: readonly Place[]): Promise<Showing> {
  const showing = new Map<string, Set<number>>();
  const mark = (name: string, id: unknown) =>
    showing.set(name, (showing.get(name) ?? new Set<number>()).add(Number(id)));
  for (const place of places) {
    if (place.related_type === sibling.uid) mark(place.field, place.related_id);
  }
  const holder = sibling.overlay.attributes.find(
    ({ type }) => type === 'component' || type === 'dynamiczone',
  );
  const table = holder && joinTableOf(strapi, sibling.uid, holder.name);
  const components = places.filter(({ related_type }) => Object.hasOwn(strapi.components, related_type));
  if (!table || components.length === 0) return showing;
  const tables = await rawTables(strapi);
  for (const type of distinct(components.map(({ related_type }) => related_type))) {
    const ids = components.filter(({ related_type }) => related_type === type);
    const owners = (await tables(table)
      .select('entity_id', 'field')
      .where('component_type', type)
      .whereIn(
        'cmp_id',
        ids.map(({ related_id }) => Number(related_id)),
      )) as { entity_id: unknown; field: string }[];
    for (const { entity_id, field } of owners) mark(field, entity_id);
  }
  return showing;
}

const joinTableOf = (strapi: Strapi, uid: string, attribute: string): string | undefined =>
  (
    strapi.db.metadata.get(uid) as unknown as {
      attributes: Readonly<Record<string, { joinTable?: { name: string } } | undefined>>;
    }
  ).attributes[attribute]?.joinTable?.name;
