/** Orders two items: negative, 0 or positive, as `Array.prototype.sort` takes it. */
export type Compare<T> = (a: T, b: T) => number;

/** What leaves and what comes when one list becomes another; items that are the same object stay. */
export interface ListChanges<T> {
  readonly gone: readonly T[];
  /** In the order of the new list. */
  readonly come: readonly T[];
}

/** Is every item greater than the one before it? */
export const isAscending = <T>(list: readonly T[], compare: Compare<T>): boolean => {
  for (let index = 1; index < list.length; index += 1) {
    if (compare(list[index - 1]!, list[index]!) >= 0) return false;
  }
  return true;
};

/** How many items of two lists are the same objects from the start, and of the others from the end. */
export const sameEnds = (a: readonly unknown[], b: readonly unknown[]): { head: number; tail: number } => {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return { head, tail };
};

/**
 * The changes from one ascending list to another, or `undefined` where the second is not ascending. Only items
 * that come are compared, so long lists that differ little cost a walk over references.
 */
export const listChanges = <T extends object>(
  before: readonly T[],
  after: readonly T[],
  compare: Compare<T>,
): ListChanges<T> | undefined => {
  const { head, tail } = sameEnds(before, after);
  const left = new Map<T, number>();
  for (let index = head; index < before.length - tail; index += 1) left.set(before[index]!, index);
  const come: T[] = [];
  let last = -1;
  for (let index = head; index < after.length - tail; index += 1) {
    const item = after[index]!;
    const place = left.get(item);
    if (place === undefined) {
      if (!isBetweenItsNeighbours(after, index, compare)) return undefined;
      come.push(item);
    } else {
      if (place < last) return undefined;
      last = place;
      left.delete(item);
    }
  }
  return { gone: [...left.keys()], come };
};

/** The ascending list without what goes and with what comes, each in its place; the list itself stays as it is. */
export const changedList = <T>(
  list: readonly T[],
  gone: ReadonlySet<T>,
  come: readonly T[],
  compare: Compare<T>,
): T[] => {
  const kept = without(list, gone);
  if (come.length <= FEW) {
    for (const item of come) kept.splice(placeOf(kept, item, 0, compare), 0, item);
    return kept;
  }
  const changed: T[] = [];
  let copied = 0;
  for (const item of come) {
    const place = placeOf(kept, item, copied, compare);
    for (; copied < place; copied += 1) changed.push(kept[copied]!);
    changed.push(item);
  }
  for (; copied < kept.length; copied += 1) changed.push(kept[copied]!);
  return changed;
};

/** Up to here a copy is moved once for each item: that reads no item of thousands, only references to them. */
const FEW = 8;

const without = <T>(list: readonly T[], gone: ReadonlySet<T>): T[] => {
  if (gone.size > FEW) return list.filter((item) => !gone.has(item));
  const kept = [...list];
  for (const item of gone) {
    const place = kept.indexOf(item);
    if (place >= 0) kept.splice(place, 1);
  }
  return kept;
};

const isBetweenItsNeighbours = <T>(list: readonly T[], index: number, compare: Compare<T>): boolean =>
  (index === 0 || compare(list[index - 1]!, list[index]!) < 0) &&
  (index === list.length - 1 || compare(list[index]!, list[index + 1]!) < 0);

/** Where `item` belongs in an ascending list, at `from` or later: the first place whose item is not smaller. */
export const placeOf = <T>(list: readonly T[], item: T, from: number, compare: Compare<T>): number => {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(list[middle]!, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};
