import { sameEnds } from '../foundation/ordered-list';
import { sameJson } from '../foundation/same-json';
import { entryKey } from '../model/entry-ref';
import type { Manifest } from './manifest';
import { codeOf } from './record-order';

/**
 * The manifest with the objects of an earlier one wherever both say the same, so that what did not change can be
 * told by reference. Costs a comparison of every record that is not the same object already.
 */
export const shareRecords = (manifest: Manifest, before: Manifest): Manifest => ({
  ...manifest,
  attributes: sameJson(manifest.attributes, before.attributes) ? before.attributes : manifest.attributes,
  audiences: shareItems(manifest.audiences, before.audiences, codeOf),
  interestTags: shareItems(manifest.interestTags, before.interestTags, codeOf),
  goals: shareItems(manifest.goals, before.goals, codeOf),
  experiences: shareItems(manifest.experiences, before.experiences, codeOf),
  entries: shareItems(manifest.entries, before.entries, entryKey),
});

const shareItems = <T>(
  items: readonly T[],
  before: readonly T[],
  keyOf: (item: T) => string,
): readonly T[] => {
  if (items === before) return before;
  const { head, tail } = sameEnds(items, before);
  if (head === items.length && head === before.length) return before;
  const known = new Map(before.slice(head, before.length - tail).map((item) => [keyOf(item), item]));
  let shared: T[] | undefined;
  for (let index = head; index < items.length - tail; index += 1) {
    const item = items[index]!;
    const same = known.get(keyOf(item));
    if (same === undefined || same === item || !sameJson(same, item)) continue;
    shared ??= [...items];
    shared[index] = same;
  }
  if (shared === undefined) return items;
  return shared.length === before.length && sameEnds(shared, before).head === before.length ? before : shared;
};
