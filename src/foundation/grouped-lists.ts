import { changedList, type Compare } from './ordered-list';
import { type PatchedMap, patchedMap } from './patched-map';

/** Items in ascending lists by key, an item in as many as it has keys; a changed copy shares all other lists. */
export interface GroupedLists<T> {
  /** Empty where no item has that key. */
  get(key: string): readonly T[];
  with(changes: GroupChanges<T>): GroupedLists<T>;
}

/** What goes and what comes, by key. */
export interface GroupChanges<T> {
  readonly gone: Groups<T>;
  readonly come: Groups<T>;
}

/** Items by key, in their order. */
export type Groups<T> = ReadonlyMap<string, readonly T[]>;

/** Groups items; their order is kept. @param keysOf no repeats; none = it is in no list */
export const groupBy = <T>(items: readonly T[], keysOf: (item: T) => Iterable<string>): Groups<T> => {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [item]);
      else list.push(item);
    }
  }
  return lists;
};

/** Makes lists that can be changed from groups. Only groups of ascending items may be changed later. */
export const groupedLists = <T>(groups: Groups<T>, compare: Compare<T>): GroupedLists<T> =>
  grouped(patchedMap(groups), compare);

const grouped = <T>(lists: PatchedMap<readonly T[]>, compare: Compare<T>): GroupedLists<T> => ({
  get: (key) => lists.get(key) ?? [],
  with: ({ gone, come }) => {
    const changes = new Map<string, readonly T[] | undefined>();
    for (const key of new Set([...gone.keys(), ...come.keys()])) {
      const list = changedList(lists.get(key) ?? [], new Set(gone.get(key)), come.get(key) ?? [], compare);
      changes.set(key, list.length > 0 ? list : undefined);
    }
    return grouped(lists.with(changes), compare);
  },
});
