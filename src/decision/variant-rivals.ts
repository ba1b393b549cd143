import type { Variant } from '../model/experience';
import type { InterestGroup } from '../model/interest-profile';
import { neverLeads, sameInterests } from './affinity-bounds';

/** What decides between variants that a visitor could get. */
export interface RivalOptions {
  /** Group by tag code. */
  readonly tagGroups: ReadonlyMap<string, InterestGroup>;
  /** Lead by which affinity overrules the editor's order, as in `DecisionSettings`. */
  readonly affinityLead: number;
}

/** Locales in which a variant can be shown: those of its content, and one that nobody names if it is not localised. */
export const localesOf = (variant: Variant, variants: readonly Variant[]): (string | undefined)[] => {
  const named = (of: readonly Variant[]) =>
    of.flatMap(({ contents }) => contents.map(({ entry }) => entry.locale));
  const own = named([variant]);
  return [...new Set(own.includes(undefined) ? [undefined, ...named(variants)] : own)];
};

/** Variants that win against this one wherever they match as well. */
export const rivalsOf = (
  variant: Variant,
  position: number,
  variants: readonly Variant[],
  { tagGroups, affinityLead }: RivalOptions,
): Variant[] =>
  variants.filter((other, index) => {
    if (other === variant) return false;
    if (variant.audiences.length === 0 && other.audiences.length > 0) return true;
    if (index > position || variant.audiences.length > 0 !== other.audiences.length > 0) return false;
    // Without audiences both must qualify by affinity first, which only the same interests make certain.
    return variant.audiences.length === 0
      ? sameInterests(variant.interests, other.interests, tagGroups)
      : neverLeads(variant.interests, other.interests, tagGroups, affinityLead);
  });
