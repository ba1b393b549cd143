/** Half-life of this visit's scores. */
export const VISIT_HALF_LIFE_MS = 30 * 60 * 1000;

/** Half-life of lasting scores. */
export const LASTING_HALF_LIFE_MS = 14 * 24 * 60 * 60 * 1000;

/** What is left of 1 after `elapsedMs`: 2^(−elapsed / half-life). Clocks that run backwards never make a score grow. */
export const decayFactor = (elapsedMs: number, halfLifeMs: number): number => {
  if (!(elapsedMs > 0)) return 1;
  const halfLives = elapsedMs / halfLifeMs;
  const whole = Math.floor(halfLives);
  // `**` takes four times as long as `exp`; whole half-lives are halved exactly.
  return whole < 31 ? Math.exp((whole - halfLives) * Math.LN2) / (1 << whole) : 2 ** -halfLives;
};
