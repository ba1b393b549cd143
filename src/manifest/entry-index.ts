import type { PreparedExperience } from '../decision/decision-world';
import { groupBy, groupedLists, type GroupedLists, type Grouping } from '../foundation/grouped-lists';
import type { ListChanges } from '../foundation/ordered-list';
import { entryKey, type EntryRef } from '../model/entry-ref';
import type { EntryScope } from './engine';
import type { ManifestExperience } from './manifest';
import { byFirstStart } from './record-order';

/** Finds the experiences of an entry without walking the manifest. */
export interface EntryIndex {
  /** Running experiences of an entry, or of any entry of a content type; in the order of their first start. */
  experiencesOf(scope: EntryScope): readonly PreparedExperience[];
  /** The index after a change; experiences must be in the order of their first start. */
  with(changes: ListChanges<PreparedExperience>): EntryIndex;
}

/** An entry whatever its locale. */
type Place = Pick<EntryRef, 'contentType' | 'documentId'>;

/**
 * Indexes prepared experiences; they keep their order.
 *
 * @returns with `shared`, the keys of the entries that several experiences have
 */
export const indexEntries = (
  prepared: readonly PreparedExperience[],
): { readonly index: EntryIndex; readonly shared: ReadonlySet<string> } => {
  const byType = groupBy(prepared, BY_TYPE.keysOf);
  const byDocument = new Map<string, Lists>();
  const shared = new Set<string>();
  for (const [contentType, ofType] of byType) {
    const grouping = byDocumentOf(contentType);
    const lists = groupBy(ofType, grouping.keysOf);
    byDocument.set(contentType, groupedLists(lists, grouping));
    for (const [documentId, experiences] of lists) {
      if (experiences.length > 1) shared.add(entryKey({ contentType, documentId }));
    }
  }
  return { index: indexOf(byDocument, groupedLists(byType, BY_TYPE)), shared };
};

/**
 * The entries that an experience is for, each once, by their keys. Content of an entry that it does not name still
 * belongs to that entry.
 */
export const placesOf = (experience: ManifestExperience): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>();
  for (const place of namedPlaces(experience)) places.set(entryKey(place), place);
  return places;
};

/** The same, some of them several times. */
function* namedPlaces({ entries, variants }: ManifestExperience): Generator<Place> {
  let last: Place | undefined;
  // Variants mostly have content for the same entry.
  const isNew = (entry: Place): boolean =>
    entry.documentId !== last?.documentId || entry.contentType !== last.contentType;
  for (const entry of entries) if (isNew(entry)) yield (last = entry);
  for (const { contents } of variants) {
    for (const { entry } of contents) if (isNew(entry)) yield (last = entry);
  }
}

type Lists = GroupedLists<PreparedExperience>;

/**
 * @param byDocument by content type, and there by document: a page looks up all its entries, and to make one text of
 *   the two would take longer than everything else that is done for an entry which nobody personalised
 */
const indexOf = (byDocument: ReadonlyMap<string, Lists>, byType: Lists): EntryIndex => ({
  experiencesOf: ({ contentType, documentId }) =>
    documentId === undefined
      ? byType.get(contentType)
      : (byDocument.get(contentType)?.get(documentId) ?? NOBODY),
  with: (changes) => {
    const changed = new Map(byDocument);
    for (const contentType of typesIn([...changes.gone, ...changes.come])) {
      const before = changed.get(contentType) ?? groupedLists(new Map(), byDocumentOf(contentType));
      changed.set(contentType, before.with(changes));
    }
    return indexOf(changed, byType.with(changes));
  },
});

const NOBODY: readonly PreparedExperience[] = [];

const compare = (a: PreparedExperience, b: PreparedExperience): number =>
  byFirstStart(a.experience, b.experience);

/** Documents of one content type. */
const byDocumentOf = (type: string): Grouping<PreparedExperience> => ({
  keysOf: ({ experience }) => {
    const documents = new Set<string>();
    for (const { contentType, documentId } of namedPlaces(experience)) {
      if (contentType === type) documents.add(documentId);
    }
    return documents;
  },
  compare,
});

const typesIn = (prepared: readonly PreparedExperience[]): ReadonlySet<string> => {
  const types = new Set<string>();
  for (const { experience } of prepared) {
    for (const { contentType } of namedPlaces(experience)) types.add(contentType);
  }
  return types;
};

const BY_TYPE: Grouping<PreparedExperience> = { keysOf: (one) => typesIn([one]), compare };
