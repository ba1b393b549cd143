import { groupBy, groupedLists, type GroupedLists, type Groups } from '../foundation/grouped-lists';
import type { ListChanges } from '../foundation/ordered-list';
import { type PatchedMap, patchedMap } from '../foundation/patched-map';
import { entryKey } from '../model/entry-ref';
import type { EntryTargeting } from './manifest';
import { byEntryKey } from './record-order';

/** Finds what was said of an entry: interests, and audiences in lists. */
export interface TargetingIndex {
  targetingOf(entry: { contentType: string; documentId: string }): EntryTargeting | undefined;
  /** Entries of a content type that some lists hide. */
  hideable(contentType: string): readonly EntryTargeting[];
  /** The index after a change; entries must be in the order of their keys. */
  with(changes: ListChanges<EntryTargeting>): TargetingIndex;
}

/** Indexes entry targeting, in the manifest's order. */
export const indexTargeting = (targeting: readonly EntryTargeting[]): TargetingIndex =>
  indexOf(
    patchedMap(new Map(targeting.map((entry) => [entryKey(entry), entry]))),
    groupedLists(hideableByType(targeting), byEntryKey),
  );

const indexOf = (
  byEntry: PatchedMap<EntryTargeting>,
  hideable: GroupedLists<EntryTargeting>,
): TargetingIndex => ({
  targetingOf: (entry) => byEntry.get(entryKey(entry)),
  hideable: (contentType) => hideable.get(contentType),
  with: (changes) =>
    changes.gone.length + changes.come.length === 0
      ? indexOf(byEntry, hideable)
      : indexOf(
          byEntry.with(
            new Map([
              ...changes.gone.map((entry) => [entryKey(entry), undefined] as const),
              ...changes.come.map((entry) => [entryKey(entry), entry] as const),
            ]),
          ),
          hideable.with({
            gone: hideableByType(changes.gone),
            come: hideableByType(changes.come),
          }),
        ),
});

const hideableByType = (targeting: readonly EntryTargeting[]): Groups<EntryTargeting> =>
  groupBy(targeting, ({ contentType, onlyFor, notFor }) =>
    onlyFor.length + notFor.length > 0 ? [contentType] : [],
  );
