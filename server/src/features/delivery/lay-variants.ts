import type { VariantContent } from '../../../../src/model/experience';
import type { Document } from '../../../../src/overlay/fills';
import { overlay } from '../../../../src/overlay/overlay';
import { EMPTIES_ATTRIBUTE, type OverlaySchema } from '../../../../src/overlay/schema';
import type { Strapi } from '../../strapi';
import { type AttributeFacts, contentTypeFacts } from '../decisions';
import { type CallerQuery, narrowQuery } from './narrow-query';
import type { VariantDocumentCache, VariantRead } from './variant-document-cache';

/** A base entry as Strapi read it, with the contents of the variants chosen for it. */
export interface ChosenEntry {
  readonly base: Document;
  /** In the order in which they are laid over. */
  readonly contents: readonly VariantContent[];
}

/** Where variant content comes from. */
export interface LayParts {
  readonly strapi: Strapi;
  readonly cache: VariantDocumentCache;
}

/** What variant content is read with. */
export interface LayQuery extends CallerQuery {
  readonly status: 'draft' | 'published';
}

/**
 * Lays the chosen variants over a page of entries: one query for each variant content type and locale,
 * however many entries. Only what the caller asked for is read and changed. Entries keep their order.
 */
export async function layVariants(
  { strapi, cache }: LayParts,
  entries: readonly ChosenEntry[],
  query: LayQuery,
): Promise<readonly Document[]> {
  const groups = groupContents(entries.flatMap(({ contents }) => contents));
  const loaded = new Map<string, Loaded>();
  for (const [key, group] of groups) loaded.set(key, await loadGroup(strapi, cache, group, query));
  return entries.map(({ base, contents }) =>
    contents.reduce((entry, content) => lay(entry, content, loaded), base),
  );
}

/** Variant contents of one type in one locale, by documentId, and what of them may be shown. */
interface Loaded {
  readonly documents: ReadonlyMap<unknown, Document>;
  readonly schema: OverlaySchema;
}

type Group = readonly [VariantContent, ...VariantContent[]];

function groupContents(contents: readonly VariantContent[]): Map<string, Group> {
  const groups = new Map<string, [VariantContent, ...VariantContent[]]>();
  for (const content of contents) {
    const group = groups.get(groupKey(content));
    if (group) group.push(content);
    else groups.set(groupKey(content), [content]);
  }
  return groups;
}

const groupKey = ({ variantContentType, entry }: VariantContent): string =>
  `${variantContentType}/${entry.locale ?? ''}`;

async function loadGroup(
  strapi: Strapi,
  cache: VariantDocumentCache,
  group: Group,
  query: LayQuery,
): Promise<Loaded> {
  const [{ variantContentType, entry }] = group;
  const facts = contentTypeFacts(strapi, variantContentType);
  if (!facts) return { documents: new Map(), schema: { attributes: [] } };
  const fillable = new Set(group.flatMap(({ fills, empties }) => [...fills, ...empties]));
  const narrowed = narrowQuery(query, facts.attributes, fillable);
  const schema = overlaySchema(facts.attributes, narrowed.asked);
  if (narrowed.asked.size === 0) return { documents: new Map(), schema };
  const read: VariantRead = {
    uid: variantContentType,
    documentIds: group.map(({ variantDocumentId }) => variantDocumentId),
    locale: entry.locale,
    fields: [...narrowed.fields, EMPTIES_ATTRIBUTE],
    populate: narrowed.populate,
    status: query.status,
  };
  const found = await cache.read(read, () => readDocuments(strapi, read));
  return { documents: new Map(found.map((document) => [document['documentId'], document])), schema };
}

const readDocuments = (strapi: Strapi, read: VariantRead): Promise<Document[]> =>
  strapi.documents(read.uid as never).findMany({
    filters: { documentId: { $in: read.documentIds } },
    status: read.status,
    ...(read.locale !== undefined && { locale: read.locale }),
    fields: read.fields,
    // Strapi writes into what it is given.
    populate: structuredClone(read.populate),
  } as never) as unknown as Promise<Document[]>;

function lay(base: Document, content: VariantContent, loaded: ReadonlyMap<string, Loaded>): Document {
  const group = loaded.get(groupKey(content));
  const document = group?.documents.get(content.variantDocumentId);
  return group && document ? overlay(base, document, group.schema) : base;
}

const overlaySchema = (
  attributes: Readonly<Record<string, AttributeFacts>>,
  asked: ReadonlySet<string>,
): OverlaySchema => ({
  attributes: Object.entries(attributes)
    .filter(([name]) => asked.has(name))
    .map(([name, facts]) => ({ name, type: facts.type, multiple: holdsList(facts) })),
});

const holdsList = ({ type, repeatable, multiple, relation }: AttributeFacts): boolean =>
  type === 'dynamiczone' ||
  (type === 'component' && repeatable === true) ||
  (type === 'media' && multiple === true) ||
  (type === 'relation' && relation?.endsWith('ToMany') === true);
