/** Case is folded without a locale, so that server, edge and browser agree. */
export const foldCase = (text: string): string => text.toLowerCase();

/**
 * Matches a path against a pattern in which `*` stands for any characters, also none and also `/`.
 *
 * The pattern is cut at its wildcards once. Each piece is looked for once, behind the one before: as `*` takes
 * anything, the first place found is always good enough and nothing is ever tried again. So the work grows with
 * the length of the text alone, where a regular expression built from the pattern could take hours.
 */
export const wildcardMatcher = (pattern: string): ((text: string) => boolean) => {
  const pieces = pattern.split('*');
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return (text) => text === pattern;
  const middle = pieces.slice(1, -1).filter((piece) => piece !== '');
  return (text) => {
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let position = first.length;
    for (const piece of middle) {
      const found = text.indexOf(piece, position);
      if (found < 0) return false;
      position = found + piece.length;
    }
    return position <= text.length - last.length;
  };
};
