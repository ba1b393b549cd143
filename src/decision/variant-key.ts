import { byText } from '../foundation/compare';
import { LIMITS } from '../foundation/limits';
import { BASE } from '../model/experience';

const PART = '~';
const WITHIN = '.';

/** `<experience>.<variant>` of the non-base decisions, sorted, without repeats, joined by `~`; `''` = base. */
export const composeVariantKey = (
  decisions: readonly { readonly experience: string; readonly variant: string }[],
): string => {
  const parts: string[] = [];
  for (const decision of decisions) if (decision.variant !== BASE) parts.push(partOf(decision));
  // Nearly every entry has one experience, and a page has many entries.
  return parts.length < 2 ? (parts[0] ?? '') : [...new Set(parts)].sort(byText).join(PART);
};

/** One part of a key as it came. */
export interface KeyPart {
  readonly experience: string;
  readonly variant: string;
}

/** A key taken apart. */
export interface ParsedKey {
  /** Parts that read as `<experience>.<variant>`; of several for one experience the first. */
  readonly parts: readonly KeyPart[];
  /** Exactly as {@link composeVariantKey} would have written it. */
  readonly ordered: boolean;
}

/** Takes a key apart. Total; a key beyond the limits has no parts at all. */
export const parseVariantKey = (key: string): ParsedKey => {
  if (key === '') return { parts: [], ordered: true };
  if (key.length > LIMITS.variantKeyLength) return { parts: [], ordered: false };
  const texts = key.split(PART);
  if (texts.length > LIMITS.variantKeyParts) return { parts: [], ordered: false };
  const byExperience = new Map<string, KeyPart>();
  for (const text of texts) {
    const dot = text.indexOf(WITHIN);
    const part = { experience: text.slice(0, dot), variant: text.slice(dot + 1) };
    if (dot > 0 && part.variant !== '' && !byExperience.has(part.experience))
      byExperience.set(part.experience, part);
  }
  const parts = [...byExperience.values()];
  return { parts, ordered: composeVariantKey(parts) === key };
};

const partOf = ({ experience, variant }: KeyPart): string => `${experience}${WITHIN}${variant}`;
