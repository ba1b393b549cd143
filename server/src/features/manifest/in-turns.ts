import type { Steps } from '../../../../src/foundation/steps';

/** Runs steps to their end without keeping anybody waiting: requests are answered between two stretches of them. */
export type InTurns = <T>(steps: Steps<T>) => Promise<T>;

/** How long steps are run in a row. One stretch ends at most one step, and a collection of garbage, later. */
const STRETCH_MS = 5;

/**
 * @param now milliseconds of a clock that never goes back.
 * @param pause resolves once the event loop has taken its turn.
 */
export function createInTurns(now: () => number, pause: () => Promise<unknown>): InTurns {
  return async (steps) => {
    let until = now() + STRETCH_MS;
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (now() >= until) {
        await pause();
        until = now() + STRETCH_MS;
      }
    }
  };
}
