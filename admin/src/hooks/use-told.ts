import { useNotification } from '@strapi/strapi/admin';
import { readProblem, useProblemText } from './use-problem';

/** Does something and tells how it went. */
export interface Told {
  /** Runs `act`; says `done` when it worked, what went wrong otherwise. The result, or undefined. */
  <T>(act: () => Promise<T>, done: string): Promise<T | undefined>;
}

/** For acts outside of forms: starting, deleting, switching. */
export function useTold(): Told {
  const { toggleNotification } = useNotification();
  const say = useProblemText();
  return async (act, done) => {
    try {
      const result = await act();
      toggleNotification({ type: 'success', message: done });
      return result;
    } catch (error) {
      const problem = readProblem(error);
      const sentences = [say(problem), ...problem.issues.map(say)];
      toggleNotification({ type: 'danger', message: [...new Set(sentences)].join(' '), timeout: 10_000 });
      return undefined;
    }
  };
}
