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
  /** Names and numbers of the sentence, for who says it in another language. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Makes an issue; a helper so that its parts are never forgotten. */
export const issue = (
  code: string,
  path: readonly (string | number)[],
  message: string,
  values?: Issue['values'],
): Issue => ({ code, path, message, ...(values && { values }) });
