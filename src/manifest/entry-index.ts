import type { PreparedExperience } from '../decision/decision-world';
import { entryKey, type EntryRef } from '../model/entry-ref';
import type { EntryScope } from './engine';
import type { EntryTargeting, ManifestExperience } from './manifest';

/** Finds what belongs to an entry without walking the manifest. */
export interface EntryIndex {
  /** Running experiences of an entry, or of any entry of a content type; in the order of their first start. */
  experiencesOf(scope: EntryScope): readonly PreparedExperience[];
  targetingOf(entry: { contentType: string; documentId: string }): EntryTargeting | undefined;
  /** Entries of a content type that some lists hide. */
  hideable(contentType: string): readonly EntryTargeting[];
}

/** Indexes prepared experiences, given in the order of their first start, and entry targeting. */
export const indexEntries = (
  prepared: readonly PreparedExperience[],
  targeting: readonly EntryTargeting[],
): EntryIndex => {
  const byEntry = new Map<string, PreparedExperience[]>();
  const byType = new Map<string, PreparedExperience[]>();
  for (const one of prepared) {
    const entries = entriesOf(one.experience);
    for (const key of new Set(entries.map(entryKey))) append(byEntry, key, one);
    for (const type of new Set(entries.map(({ contentType }) => contentType))) append(byType, type, one);
  }
  const targetingByEntry = new Map(targeting.map((entry) => [entryKey(entry), entry]));
  const hideable = new Map<string, EntryTargeting[]>();
  for (const entry of targeting) {
    if (entry.onlyFor.length + entry.notFor.length > 0) append(hideable, entry.contentType, entry);
  }
  return {
    experiencesOf: ({ contentType, documentId }) =>
      (documentId === undefined
        ? byType.get(contentType)
        : byEntry.get(entryKey({ contentType, documentId }))) ?? [],
    targetingOf: (entry) => targetingByEntry.get(entryKey(entry)),
    hideable: (contentType) => hideable.get(contentType) ?? [],
  };
};

/** Content of an entry that the experience does not name still belongs to that entry. */
const entriesOf = ({ entries, variants }: ManifestExperience): EntryRef[] => [
  ...entries,
  ...variants.flatMap(({ contents }) => contents.map(({ entry }) => entry)),
];

const append = <T>(lists: Map<string, T[]>, key: string, item: T): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
};
