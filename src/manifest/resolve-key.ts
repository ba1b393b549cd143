import type { PreparedExperience } from '../decision/decision-world';
import { phaseAt } from '../decision/steps/schedule';
import { parseVariantKey } from '../decision/variant-key';
import type { ResolvedKey } from './engine';

/**
 * Resolves a `?variant=` key against the experiences that may answer it: parts of other entries, unknown and
 * stale ones are dropped. Only a key that needs no dropping is canonical, so that nobody can fill a shared
 * cache with made-up spellings of the same page.
 *
 * @param now epoch milliseconds; outside its schedule an experience is stale
 */
export const resolveKey = (
  key: string,
  experiences: readonly PreparedExperience[],
  now: number,
): ResolvedKey => {
  const { parts, ordered } = parseVariantKey(key);
  const live = new Map(
    experiences
      .filter(({ experience }) => phaseAt(experience, now) === 'in-schedule')
      .map(({ experience }) => [experience.code, experience]),
  );
  const variants = new Map<string, string>();
  for (const { experience, variant } of parts) {
    const known =
      live.get(experience)?.variants.some(({ code, enabled }) => code === variant && enabled) ?? false;
    if (known) variants.set(experience, variant);
  }
  return { variants, canonical: ordered && variants.size === parts.length };
};
