import { baseBecause, type Step } from '../step';

/** The manifest holds running experiences only; of two that fill the same attribute the one started first does. */
export const running: Step = {
  name: 'running',
  run: ({ taken }) =>
    taken === undefined
      ? { code: 'running' }
      : { code: 'attribute-taken', verdict: baseBecause('base-not-running'), details: () => ({ ...taken }) },
};
