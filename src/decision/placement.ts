import { isInLocale } from '../model/entry-ref';
import { BASE, type Variant } from '../model/experience';
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
  /** Those that an audience matched, and those that have none: the eligible ones, in the editor's order. */
  readonly matched: readonly Variant[];
  readonly open: readonly Variant[];
}

/**
 * What a placement is kept under: everything that it depends on, and nothing else. That is its experience, which of
 * its audiences match (one bit each), and locale and channel folded to those that its variants name. So equal keys
 * mean equal placements, exactly, and there are few of them whatever visitors send: contexts that differ only in
 * what no rule of the experience tells apart share a key, where a key of raw attributes would never be seen twice.
 * A whole number where it fits one, because those are found without reading a text.
 *
 * The idea is that of an HTTP cache's secondary key (RFC 9111, section 4.1: `Vary`), brought down from what a request
 * says to what the answer can see of it. An experience without audiences keeps nothing: there is next to nothing to
 * compute. `npm run bench -- --only cache` says where it gains.
 */
export type PlacementKey = number | string;

/** The placement of a situation, from the cache where the same answers were seen before. */
export const placementOf = (
  prepared: PreparedExperience,
  world: DecisionWorld,
  situation: Situation,
  locale: string | undefined,
): Placement => {
  // Without audiences there is next to nothing to compute, and the key would cost as much.
  if (world.placements === undefined || prepared.audiences.length === 0) {
    return place(prepared, situation, locale);
  }
  const key = keyOf(prepared, situation, locale);
  const cached = world.placements.get(key);
  if (cached !== undefined) return cached;
  const placed = place(prepared, situation, locale);
  world.placements.set(key, placed);
  return placed;
};

/** How a whole number of at most 53 bits is shared out, from the right: audiences, channel, locale, experience. */
const MEMBER_BITS = 20;
const CHANNELS = 2 ** 4;
const LOCALES = 2 ** 6;
const EXPERIENCES = 2 ** (53 - 20 - 4 - 6);

const keyOf = (
  { index, audiences, locales, channels }: PreparedExperience,
  { isMember, channel }: Situation,
  locale: string | undefined,
): PlacementKey => {
  const inLocale = ordinalOf(locales, locale);
  const onChannel = ordinalOf(channels, channel);
  if (
    audiences.length > MEMBER_BITS ||
    index >= EXPERIENCES ||
    inLocale >= LOCALES ||
    onChannel >= CHANNELS
  ) {
    const members = audiences.map((audience) => (isMember(audience) ? '1' : '0')).join('');
    return `${index}:${inLocale}:${onChannel}:${members}`;
  }
  let members = 0;
  for (let at = 0; at < audiences.length; at += 1) members = members * 2 + (isMember(audiences[at]!) ? 1 : 0);
  return ((index * LOCALES + inLocale) * CHANNELS + onChannel) * 2 ** MEMBER_BITS + members;
};

/** Position of a name in a set, from 1; 0 for all others. */
const ordinalOf = (names: ReadonlySet<string>, name: string | undefined): number => {
  if (name === undefined || !names.has(name)) return 0;
  let ordinal = 0;
  for (const one of names) {
    ordinal += 1;
    if (one === name) break;
  }
  return ordinal;
};

const place = (
  { experience, variants }: PreparedExperience,
  situation: Situation,
  locale: string | undefined,
): Placement => {
  const isAnyOf = (audiences: readonly string[]) =>
    audiences.some((audience) => situation.isMember(audience));
  const eligibilityOf = (variant: Variant): Eligibility => {
    if (!variant.enabled) return 'switched-off';
    if (!variant.contents.some(({ entry }) => isInLocale(entry, locale))) return 'no-content-in-locale';
    if (variant.channels.length > 0 && !variant.channels.some((name) => name === situation.channel))
      return 'other-channel';
    // In `split` and `adaptive` the audiences stand on the experience: a variant's own would break its shares.
    if (experience.selection !== 'relevance' || variant.audiences.length === 0) return 'open-to-all';
    return isAnyOf(variant.audiences) ? 'audience-matched' : 'no-audience-matched';
  };
  const judged = variants.map((variant) => ({ variant, eligibility: eligibilityOf(variant) }));
  const those = (eligibility: Eligibility): Variant[] =>
    judged
      .filter((one) => one.eligibility === eligibility && one.variant.code !== BASE)
      .map(({ variant }) => variant);
  return {
    takesPart: experience.audiences.length === 0 || isAnyOf(experience.audiences),
    variants: judged,
    matched: those('audience-matched'),
    open: those('open-to-all'),
  };
};

/** Memory that a placement keeps alive of its own, estimated: variants belong to the manifest. */
export const placementBytes = ({ variants, matched, open }: Placement): number =>
  200 + 40 * variants.length + 8 * (matched.length + open.length);
