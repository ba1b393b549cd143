import { byText } from '../foundation/compare';
import { entryKey, type EntryRef } from '../model/entry-ref';
import type { AllocationRange, Experience, Variant } from '../model/experience';
import type { WeightedTag } from '../model/interest-profile';
import { instantOf } from './instant';
import type { EntryTargeting, ManifestExperience } from './manifest';

/**
 * An experience as a manifest holds it: schedule as instants, lists in their order, no status, since in a
 * manifest everything runs. `undefined` where the schedule cannot be read: nobody can say that it is in schedule.
 */
export const compileExperience = (experience: Experience): ManifestExperience | undefined => {
  const { startsAt, endsAt, ...withStatus } = experience;
  const from = startsAt ? instantOf(startsAt, experience.timeZone) : undefined;
  const to = endsAt ? instantOf(endsAt, experience.timeZone) : undefined;
  if ((startsAt && from === undefined) || (endsAt && to === undefined)) return undefined;
  const { status: _, ...rest } = withStatus;
  return {
    ...rest,
    ...(from !== undefined && { startsAt: from }),
    ...(to !== undefined && { endsAt: to }),
    audiences: inOrder(rest.audiences, byText),
    entries: inOrder(rest.entries, byLocalKey),
    ranges: inOrder(rest.ranges, byFrom),
    variants: inOrder(rest.variants, byEditorsOrder).map(compileVariant),
  };
};

/** Targeting of an entry as a manifest holds it. */
export const compileEntry = (entry: EntryTargeting): EntryTargeting => ({
  ...entry,
  interests: inOrder(entry.interests, byTag),
  onlyFor: inOrder(entry.onlyFor, byText),
  notFor: inOrder(entry.notFor, byText),
});

const compileVariant = (variant: Variant): Variant => ({
  ...variant,
  audiences: inOrder(variant.audiences, byText),
  channels: inOrder(variant.channels, byText),
  interests: inOrder(variant.interests, byTag),
  contents: inOrder(variant.contents, (a, b) => byLocalKey(a.entry, b.entry)),
});

/** The list itself where it is in order already, as nearly all are: they are many, and a copy would say nothing new. */
const inOrder = <T>(items: readonly T[], compare: (a: T, b: T) => number): readonly T[] => {
  for (let index = 1; index < items.length; index += 1) {
    if (compare(items[index - 1]!, items[index]!) > 0) return [...items].sort(compare);
  }
  return items;
};

const byTag = (a: WeightedTag, b: WeightedTag): number => byText(a.tag, b.tag);

const byFrom = (a: AllocationRange, b: AllocationRange): number => a.from - b.from;

const byEditorsOrder = (a: Variant, b: Variant): number => a.order - b.order || byText(a.code, b.code);

const byLocalKey = (a: EntryRef, b: EntryRef): number => byText(localKey(a), localKey(b));

const localKey = (entry: EntryRef): string => `${entryKey(entry)}/${entry.locale ?? ''}`;
