import { changedList, type Compare, type ListChanges } from './ordered-list';
import { type PatchedMap, patchedMap } from './patched-map';

/** Items in ascending lists by key, an item in as many as it has keys; a changed copy shares all other lists. */
export interface GroupedLists<T> {
  /** Empty where no item has that key. */
  get(key: string): readonly T[];
  with(changes: ListChanges<T>): GroupedLists<T>;
}

/** How items are grouped. */
export interface Grouping<T> {
  /** Keys of an item, no repeats; none = it is in no list. */
  readonly keysOf: (item: T) => Iterable<string>;
  readonly compare: Compare<T>;
}

/** Groups items once and for all; their order is kept. */
export const groupBy = <T>(
  items: readonly T[],
  keysOf: Grouping<T>['keysOf'],
): ReadonlyMap<string, readonly T[]> => {
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
export const groupedLists = <T>(
  lists: ReadonlyMap<string, readonly T[]>,
  grouping: Grouping<T>,
): GroupedLists<T> => grouped(patchedMap(lists), grouping);

const grouped = <T>(lists: PatchedMap<readonly T[]>, grouping: Grouping<T>): GroupedLists<T> => ({
  get: (key) => lists.get(key) ?? [],
  with: ({ gone, come }) => {
    const goneFrom = groupBy(gone, grouping.keysOf);
    const comeTo = groupBy(come, grouping.keysOf);
    const changes = new Map<string, readonly T[] | undefined>();
    for (const key of new Set([...goneFrom.keys(), ...comeTo.keys()])) {
      const list = changedList(
        lists.get(key) ?? [],
        new Set(goneFrom.get(key)),
        comeTo.get(key) ?? [],
        grouping.compare,
      );
      changes.set(key, list.length > 0 ? list : undefined);
    }
    return grouped(lists.with(changes), grouping);
  },
});
