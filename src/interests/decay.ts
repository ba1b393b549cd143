/** Half-life of this visit's scores. */
export const VISIT_HALF_LIFE_MS = 30 * 60 * 1000;

/** Half-life of lasting scores. */
export const LASTING_HALF_LIFE_MS = 14 * 24 * 60 * 60 * 1000;

/** What is left of 1 after `elapsedMs`; clocks that run backwards never make a score grow. */
export const decayFactor = (elapsedMs: number, halfLifeMs: number): number =>
  elapsedMs > 0 ? 2 ** (-elapsedMs / halfLifeMs) : 1;
