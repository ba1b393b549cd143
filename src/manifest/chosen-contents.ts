import type { PreparedExperience } from '../decision/decision-world';
import { entryKey, type EntryRef, isInLocale } from '../model/entry-ref';
import type { ChosenContent } from './engine';

/**
 * The contents of the chosen variants for one entry in its locale, in the order of `experiences`. A variant
 * without content for this entry adds none: the entry shows base there.
 */
export const chosenContents = (
  entry: EntryRef,
  variants: ReadonlyMap<string, string>,
  experiences: readonly PreparedExperience[],
): ChosenContent[] =>
  experiences.flatMap(({ experience: { code }, variants: candidates }) => {
    const variant = variants.get(code);
    const contents = candidates.find((candidate) => candidate.code === variant)?.contents ?? [];
    return contents
      .filter((content) => entryKey(content.entry) === entryKey(entry))
      .filter((content) => isInLocale(content.entry, entry.locale))
      .map((content) => ({ experience: code, variant: variant!, content }));
  });
