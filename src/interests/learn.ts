import type { InterestProfile, WeightedTag } from '../model/interest-profile';
import { parseInstant } from '../context/iso-instant';
import { decayFactor, LASTING_HALF_LIFE_MS, VISIT_HALF_LIFE_MS } from './decay';
import { readTagScores, strongest } from './tag-scores';

/** What one event says about interest; an engaged view is a view that lasted, sent instead of the plain one. */
export const EVENT_WEIGHTS = { view: 1, 'engaged-view': 2, click: 3, conversion: 8 } as const;

/** An event on tagged content. */
export interface InterestEvent {
  readonly kind: keyof typeof EVENT_WEIGHTS;
  /** Tags of the content, weights 1..100. */
  readonly tags: readonly WeightedTag[];
  /** When it happened, ISO 8601. */
  readonly at: string;
}

/**
 * The profile after an event: both scores of each tag grow by event weight × tag weight / 100.
 * Pure; the profile is decayed to the later of both times, and a late event counts as it would have by then,
 * so the order of arrival does not matter. An event whose time cannot be read teaches nothing.
 */
export const learn = (profile: InterestProfile | undefined, event: InterestEvent): InterestProfile => {
  const eventAt = parseInstant(event.at);
  if (eventAt === undefined) return profile ?? { visit: {}, lasting: {}, at: event.at };
  const before = profile === undefined ? undefined : parseInstant(profile.at);
  const known = before === undefined ? undefined : profile;
  const at = Math.max(before ?? eventAt, eventAt);
  const grown = (scores: unknown, halfLife: number): Record<string, number> => {
    const next = readTagScores(scores, decayFactor(at - (before ?? at), halfLife));
    const gain = EVENT_WEIGHTS[event.kind] * decayFactor(at - eventAt, halfLife);
    for (const { tag, weight } of event.tags) next.set(tag, (next.get(tag) ?? 0) + (gain * weight) / 100);
    return Object.fromEntries(strongest([...next]));
  };
  return {
    visit: grown(known?.visit, VISIT_HALF_LIFE_MS),
    lasting: grown(known?.lasting, LASTING_HALF_LIFE_MS),
    at: new Date(at).toISOString(),
  };
};
