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
  /** The same for the key of an entry. */
  experiencesAt(entry: string): readonly PreparedExperience[];
  /** The index after a change; experiences must be in the order of their first start. */
  with(changes: ListChanges<PreparedExperience>): EntryIndex;
}

/**
 * Indexes prepared experiences; they keep their order.
 *
 * @returns with `shared`, the keys of the entries that several experiences have
 */
export const indexEntries = (
  prepared: readonly PreparedExperience[],
): { readonly index: EntryIndex; readonly shared: ReadonlySet<string> } => {
  const byEntry = groupBy(prepared, BY_ENTRY.keysOf);
  const byType = groupBy(prepared, BY_TYPE.keysOf);
  const shared = new Set<string>();
  for (const [key, experiences] of byEntry) if (experiences.length > 1) shared.add(key);
  return { index: indexOf(groupedLists(byEntry, BY_ENTRY), groupedLists(byType, BY_TYPE)), shared };
};

/** Keys of the entries that an experience is for. Content of an entry that it does not name still belongs to that entry. */
export const entryKeysOf = ({ entries, variants }: ManifestExperience): ReadonlySet<string> => {
  const keys = new Set<string>();
  let last: EntryRef | undefined;
  const add = (entry: EntryRef): void => {
    // Variants mostly have content for the same entry: its key is not made for each of them.
    if (entry.documentId === last?.documentId && entry.contentType === last.contentType) return;
    keys.add(entryKey(entry));
    last = entry;
  };
  entries.forEach(add);
  for (const { contents } of variants) for (const { entry } of contents) add(entry);
  return keys;
};

type Lists = GroupedLists<PreparedExperience>;

const indexOf = (byEntry: Lists, byType: Lists): EntryIndex => ({
  experiencesOf: ({ contentType, documentId }) =>
    documentId === undefined ? byType.get(contentType) : byEntry.get(entryKey({ contentType, documentId })),
  experiencesAt: (entry) => byEntry.get(entry),
  with: (changes) => indexOf(byEntry.with(changes), byType.with(changes)),
});

const compare = (a: PreparedExperience, b: PreparedExperience): number =>
  byFirstStart(a.experience, b.experience);

const BY_ENTRY: Grouping<PreparedExperience> = {
  keysOf: ({ experience }) => entryKeysOf(experience),
  compare,
};

const BY_TYPE: Grouping<PreparedExperience> = {
  keysOf: ({ experience: { entries, variants } }) => {
    const types = new Set<string>();
    for (const { contentType } of entries) types.add(contentType);
    for (const { contents } of variants) for (const { entry } of contents) types.add(entry.contentType);
    return types;
  },
  compare,
};
