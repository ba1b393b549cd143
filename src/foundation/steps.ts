/**
 * Work that can be put down between its steps: most are microseconds, none more than a few milliseconds, and
 * whoever runs it decides how many are done in a row. A server runs them in turns with its requests; who need not
 * care runs them to the end.
 */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps at once. */
export const finish = <T>(steps: Steps<T>): T => {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
};
