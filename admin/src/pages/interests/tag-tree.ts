import type { InterestGroup } from '../../../../src/model/interest-profile';
import type { InterestTagRecord } from '../../../../src/protocol/interest-tags';

/** The groups in the order in which people need them. */
export const GROUPS: readonly InterestGroup[] = ['topic', 'lifestyle', 'own', 'stage'];

/** A tag with its place in its group. */
export interface PlacedTag {
  readonly tag: InterestTagRecord;
  /** How many of its ancestors stand above it in the same group. */
  readonly depth: number;
}

/** The tags of one group, each below its parent, names in order. A parent of another group does not indent. */
export function tagTree(tags: readonly InterestTagRecord[], group: InterestGroup): PlacedTag[] {
  const own = tags.filter((tag) => tag.group === group);
  const codes = new Set(own.map(({ code }) => code));
  const placed = new Map<string, PlacedTag>();
  const place = (tag: InterestTagRecord, depth: number): void => {
    if (placed.has(tag.code)) return;
    placed.set(tag.code, { tag, depth });
    for (const child of own) if (child.parent === tag.code) place(child, depth + 1);
  };
  for (const tag of own) if (tag.parent === undefined || !codes.has(tag.parent)) place(tag, 0);
  // A circle, which only a script can make, has no top.
  for (const tag of own) place(tag, 0);
  return [...placed.values()];
}

/** What may be a tag's parent: neither it nor what is below it. */
export function possibleParents(tags: readonly InterestTagRecord[], code: string): InterestTagRecord[] {
  const below = new Set([code]);
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const tag of tags) if (tag.parent !== undefined && below.has(tag.parent)) below.add(tag.code);
  }
  return tags.filter((tag) => !below.has(tag.code));
}

/** Tags whose name, code or description has the words, and those above them, so that each keeps its place. */
export function matchingTags(tags: readonly InterestTagRecord[], search: string): InterestTagRecord[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return [...tags];
  const byCode = new Map(tags.map((tag) => [tag.code, tag]));
  const shown = new Set<InterestTagRecord>();
  for (const tag of tags) {
    const words = [tag.name, tag.code, tag.description ?? ''];
    if (!words.some((word) => word.toLowerCase().includes(wanted))) continue;
    for (
      let step: InterestTagRecord | undefined = tag;
      step && !shown.has(step);
      step = byCode.get(step.parent ?? '')
    ) {
      shown.add(step);
    }
  }
  return tags.filter((tag) => shown.has(tag));
}
