import type { Strapi } from '../../strapi';
import type { SiblingType } from './sibling-types';

/** An attribute as component schemas write it. */
interface Attribute {
  readonly type: string;
  readonly component?: string;
  readonly components?: readonly string[];
  readonly repeatable?: boolean;
  readonly multiple?: boolean;
  readonly relation?: string;
}

type Attributes = Readonly<Record<string, Attribute>>;
type Value = Readonly<Record<string, unknown>>;

/**
 * The base entry's components and zones of one locale, as data for a new document: so that an editor
 * changes a copy and does not begin at nothing. Rows are copied, files and related entries are shared.
 * @returns nothing for an entry without that locale.
 */
export async function copyComponents(
  strapi: Strapi,
  sibling: SiblingType,
  entry: { readonly documentId: string; readonly locale?: string },
): Promise<Record<string, unknown>> {
  const variable = new Set(sibling.overlay.attributes.map(({ name }) => name));
  const copied = Object.fromEntries(
    Object.entries(attributesOf(strapi, sibling.baseUid)).filter(
      ([name, { type }]) => variable.has(name) && (type === 'component' || type === 'dynamiczone'),
    ),
  );
  if (Object.keys(copied).length === 0) return {};
  const documents = strapi.documents(sibling.baseUid as never) as unknown as {
    findOne(params: object): Promise<Value | null>;
  };
  const base = await documents.findOne({
    documentId: entry.documentId,
    status: 'draft',
    ...(entry.locale !== undefined && { locale: entry.locale }),
    populate: populateOf(strapi, copied),
  });
  return base ? dataOf(strapi, copied, base) : {};
}

/** Populates components to their depth; files and related entries by what refers to them. */
function populateOf(strapi: Strapi, attributes: Attributes): Record<string, unknown> {
  const populate: Record<string, unknown> = {};
  for (const [name, { type, component, components = [], relation = '' }] of Object.entries(attributes)) {
    if (type === 'media') populate[name] = { fields: ['id'] };
    if (type === 'relation' && !isMorph(relation)) populate[name] = { fields: ['documentId'] };
    if (type === 'component' && component) {
      populate[name] = { populate: populateOf(strapi, attributesOf(strapi, component)) };
    }
    if (type === 'dynamiczone') {
      const on = components.map((uid) => [uid, { populate: populateOf(strapi, attributesOf(strapi, uid)) }]);
      populate[name] = { on: Object.fromEntries(on) as object };
    }
  }
  return populate;
}

function dataOf(strapi: Strapi, attributes: Attributes, value: Value): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const found = value[name];
    if (found === null || found === undefined) continue;
    if (attribute.type === 'relation' && isMorph(attribute.relation ?? '')) continue;
    data[name] = Array.isArray(found)
      ? found.map((item) => itemOf(strapi, attribute, item as Value))
      : itemOf(strapi, attribute, found);
  }
  return data;
}

function itemOf(strapi: Strapi, { type, component }: Attribute, item: unknown): unknown {
  const row = item as Value;
  if (type === 'media') return row.id;
  if (type === 'relation')
    return { documentId: row.documentId, ...(row.locale ? { locale: row.locale } : {}) };
  if (type === 'component' && component) return dataOf(strapi, attributesOf(strapi, component), row);
  if (type === 'dynamiczone') {
    const uid = String(row.__component);
    return { __component: uid, ...dataOf(strapi, attributesOf(strapi, uid), row) };
  }
  return item;
}

const isMorph = (relation: string): boolean => relation.toLowerCase().includes('morph');

/** The attributes of a component or content type; none when it is gone. */
const attributesOf = (strapi: Strapi, uid: string): Attributes =>
  (strapi.getModel(uid as never) as unknown as { attributes: Attributes } | undefined)?.attributes ?? {};
