import type { Selection } from '../../../src/model/experience';
import type { WeightedTag } from '../../../src/model/interest-profile';
import type { EntryVariantInput } from '../../../src/protocol/entry-variants';
import type { ExperienceRecord } from '../../../src/protocol/experiences';

/** What the dialog holds. */
export interface NewVariant {
  readonly name: string;
  /** Code of the experience that it joins; undefined: a new one. */
  readonly experience?: string;
  /** Of a new experience. */
  readonly selection: Selection;
  readonly audiences: readonly string[];
  readonly interests: readonly WeightedTag[];
  readonly copyComponents: boolean;
}

/** What the dialog begins with: the entry's own personalization where it has exactly one that can still grow. */
export function emptyVariant(ofEntry: readonly ExperienceRecord[]): NewVariant {
  const open = ofEntry.filter(({ status }) => status !== 'ended');
  return {
    name: '',
    experience: open.length === 1 ? open[0]?.code : undefined,
    selection: 'relevance',
    audiences: [],
    interests: [],
    copyComponents: false,
  };
}

/** The call for it. What the dialog did not ask, since the experience answers it, is not sent. */
export function inputOf(
  variant: NewVariant,
  { joined, locale }: { readonly joined?: ExperienceRecord; readonly locale?: string },
): EntryVariantInput {
  const selection = joined?.selection ?? variant.selection;
  const forWhom = selection === 'relevance' || !joined;
  return {
    name: variant.name.trim(),
    ...(joined ? { experience: joined.code } : { selection }),
    ...(forWhom && variant.audiences.length > 0 && { audiences: variant.audiences }),
    ...(selection === 'relevance' && variant.interests.length > 0 && { interests: variant.interests }),
    ...(locale !== undefined && { locale }),
    copyComponents: variant.copyComponents,
  };
}
