import { isInLocale } from '../model/entry-ref';
import type { Variant } from '../model/experience';
import type { DecisionWorld, PreparedExperience } from './decision-world';
import type { Situation } from './situation';

/** Why a variant can or cannot be shown here. */
export type Eligibility =
  | 'audience-matched'
  | 'open-to-all'
  | 'switched-off'
  | 'no-content-in-locale'
  | 'other-channel'
  | 'no-audience-matched';

/** What depends on audiences, locale and channel alone: who takes part, and which variants could be shown. */
export interface Placement {
  readonly takesPart: boolean;
  /** In the editor's order. */
  readonly variants: readonly { readonly variant: Variant; readonly eligibility: Eligibility }[];
}

/**
 * The placement of a situation, from the cache where the same answers were seen before. The key is everything
 * that the placement depends on: which of its audiences match, and locale and channel folded to those that its
 * variants name. So same key means same placement, and keys stay few whatever visitors send.
 */
export const placementOf = (
  prepared: PreparedExperience,
  world: DecisionWorld,
  situation: Situation,
  locale: string | undefined,
): Placement => {
  const channel = channelOf(situation);
  if (world.placements === undefined || prepared.audiences.length === 0) {
    return place(prepared, situation, locale, channel);
  }
  const memberships = prepared.audiences
    .map((audience) => (situation.isMember(audience) ? '1' : '0'))
    .join('');
  const key = JSON.stringify([
    prepared.index,
    memberships,
    locale !== undefined && prepared.locales.has(locale) ? locale : null,
    channel !== undefined && prepared.channels.has(channel) ? channel : null,
  ]);
  const cached = world.placements.get(key);
  if (cached !== undefined) return cached;
  const placed = place(prepared, situation, locale, channel);
  world.placements.set(key, placed);
  return placed;
};

const channelOf = ({ context }: Situation): string | undefined => {
  const channel: unknown = Object.hasOwn(context, 'channel') ? context.channel : undefined;
  return typeof channel === 'string' ? channel : undefined;
};

const place = (
  { experience, variants }: PreparedExperience,
  situation: Situation,
  locale: string | undefined,
  channel: string | undefined,
): Placement => {
  const isAnyOf = (audiences: readonly string[]) =>
    audiences.some((audience) => situation.isMember(audience));
  const eligibilityOf = (variant: Variant): Eligibility => {
    if (!variant.enabled) return 'switched-off';
    if (!variant.contents.some(({ entry }) => isInLocale(entry, locale))) return 'no-content-in-locale';
    if (variant.channels.length > 0 && !variant.channels.some((name) => name === channel))
      return 'other-channel';
    // In `split` and `adaptive` the audiences stand on the experience: a variant's own would break its shares.
    if (experience.selection !== 'relevance' || variant.audiences.length === 0) return 'open-to-all';
    return isAnyOf(variant.audiences) ? 'audience-matched' : 'no-audience-matched';
  };
  return {
    takesPart: experience.audiences.length === 0 || isAnyOf(experience.audiences),
    variants: variants.map((variant) => ({ variant, eligibility: eligibilityOf(variant) })),
  };
};
