/**
 * JSON in plain ASCII. What visitors send may hold emoji, NUL or halves of characters, which not every database
 * and collation keeps; escaped, all of them come back as they were.
 */
export const toAsciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
