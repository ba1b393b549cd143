import type { Issue } from '../../../src/foundation/issue';

/**
 * What a form throws instead of sending what the server would refuse in words of its own, for example a share where
 * the page speaks of percent. `readProblem` reads it like any refusal; the sentences are in the panel's language.
 */
export const refusal = (message: string, issues: readonly Issue[] = []) => ({
  status: 400,
  message,
  details: { code: 'refused-here', issues },
});
