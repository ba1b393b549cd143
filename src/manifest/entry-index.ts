import type { PreparedExperience } from '../decision/decision-world';
import { groupedLists, type GroupedLists, type Groups } from '../foundation/grouped-lists';
import type { ListChanges } from '../foundation/ordered-list';
import { entryKey, type EntryRef } from '../model/entry-ref';
import type { EntryScope } from './engine';
import type { ManifestExperience } from './manifest';
import { byFirstStart } from './record-order';

/** Finds the experiences of an entry without walking the manifest. */
export interface EntryIndex {
  /** Running experiences of an entry, or of any entry of a content type; in the order of their first start. */
  experiencesOf(scope: EntryScope): readonly PreparedExperience[];
  /** The same for an entry alone. */
  experiencesAt(place: Place): readonly PreparedExperience[];
  /** The index after a change; experiences must be in the order of their first start. */
  with(changes: ListChanges<PreparedExperience>): EntryIndex;
}

/** An entry whatever its locale. */
export type Place = Pick<EntryRef, 'contentType' | 'documentId'>;

/**
 * Indexes prepared experiences; they keep their order.
 *
 * @returns with `shared`, the keys of the entries that several experiences have
 */
export const indexEntries = (
  prepared: readonly PreparedExperience[],
): { readonly index: EntryIndex; readonly shared: ReadonlySet<string> } => {
  const { byType, byDocument } = grouped(prepared);
  const shared = new Set<string>();
  for (const [contentType, documents] of byDocument) {
    for (const [documentId, experiences] of documents) {
      if (experiences.length > 1) shared.add(entryKey({ contentType, documentId }));
    }
  }
  const lists = [...byDocument].map(([type, groups]) => [type, groupedLists(groups, compare)] as const);
  return { index: indexOf(new Map(lists), groupedLists(byType, compare)), shared };
};

/** The entries that an experience is for, each once, by their keys. */
export const placesOf = (experience: ManifestExperience): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>();
  forEachPlace(experience, (place) => places.set(entryKey(place), place));
  return places;
};

/**
 * Visits the entries that an experience is for, some of them several times. Content of an entry that it does not name
 * still belongs to that entry.
 */
const forEachPlace = ({ entries, variants }: ManifestExperience, visit: (place: Place) => void): void => {
  let last: Place | undefined;
  const add = (entry: Place): void => {
    // Variants mostly have content for the same entry.
    if (entry.documentId === last?.documentId && entry.contentType === last.contentType) return;
    last = entry;
    visit(entry);
  };
  entries.forEach(add);
  for (const { contents } of variants) for (const { entry } of contents) add(entry);
};

type Lists = GroupedLists<PreparedExperience>;

/**
 * @param byDocument by content type, and there by document: a page looks up all its entries, and to make one text of
 *   the two would take longer than everything else that is done for an entry which nobody personalised
 */
const indexOf = (byDocument: ReadonlyMap<string, Lists>, byType: Lists): EntryIndex => {
  const experiencesAt = ({ contentType, documentId }: Place) =>
    byDocument.get(contentType)?.get(documentId) ?? NOBODY;
  return {
    experiencesOf: ({ contentType, documentId }) =>
      documentId === undefined ? byType.get(contentType) : experiencesAt({ contentType, documentId }),
    experiencesAt,
    with: (changes) => {
      const [gone, come] = [grouped(changes.gone), grouped(changes.come)];
      const changed = new Map(byDocument);
      for (const type of new Set([...gone.byDocument.keys(), ...come.byDocument.keys()])) {
        const before = changed.get(type) ?? groupedLists(NONE, compare);
        const documents = {
          gone: gone.byDocument.get(type) ?? NONE,
          come: come.byDocument.get(type) ?? NONE,
        };
        changed.set(type, before.with(documents));
      }
      return indexOf(changed, byType.with({ gone: gone.byType, come: come.byType }));
    },
  };
};

const NOBODY: readonly PreparedExperience[] = [];
const NONE: Groups<PreparedExperience> = new Map();

const compare = (a: PreparedExperience, b: PreparedExperience): number =>
  byFirstStart(a.experience, b.experience);

/** Experiences by the content types of their entries, and within those by document. */
interface Grouped {
  readonly byType: Groups<PreparedExperience>;
  readonly byDocument: ReadonlyMap<string, Groups<PreparedExperience>>;
}

/** One walk over everything: an experience may have hundreds of entries. */
const grouped = (prepared: readonly PreparedExperience[]): Grouped => {
  const byType = new Map<string, PreparedExperience[]>();
  const byDocument = new Map<string, Map<string, PreparedExperience[]>>();
  for (const one of prepared) {
    forEachPlace(one.experience, ({ contentType, documentId }) => {
      let documents = byDocument.get(contentType);
      if (documents === undefined) byDocument.set(contentType, (documents = new Map()));
      addOnce(documents, documentId, one);
      addOnce(byType, contentType, one);
    });
  }
  return { byType, byDocument };
};

/** Experiences come one after another, so who is there already is the last. */
const addOnce = (
  groups: Map<string, PreparedExperience[]>,
  key: string,
  experience: PreparedExperience,
): void => {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [experience]);
  else if (group.at(-1) !== experience) group.push(experience);
};
