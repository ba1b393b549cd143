/**
 * One thing that is wrong with an input, for people and for programs.
 *
 * `code` is stable and safe to compare; `path` leads to the place in the input
 * (object keys and array indices); `message` is a sentence that says what to do.
 */
export interface Issue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Makes an issue; a helper so that the three parts are never forgotten. */
export const issue = (code: string, path: readonly (string | number)[], message: string): Issue => ({
  code,
  path,
  message,
});
