import { byText } from '../foundation/compare';
import { entryKey, type EntryRef } from '../model/entry-ref';
import type { Variant, VariantContent } from '../model/experience';
import type { Taken } from './step';

/** What of an experience decides whether it fills what another one fills. */
export interface Filling {
  readonly code: string;
  readonly variants: readonly Pick<Variant, 'enabled' | 'contents'>[];
}

/** Two running experiences that fill the same attribute of an entry in a locale. */
export interface Conflict {
  readonly contentType: string;
  readonly documentId: string;
  readonly locale?: string;
  readonly attribute: string;
  /** The one that started first fills it. */
  readonly experiences: readonly [string, string];
}

/**
 * Every attribute that two of these experiences fill in the same entry and locale, deliberately empty ones
 * included, whatever their dates; variants that are switched off fill nothing.
 *
 * @param experiences running ones in the order of their first start
 */
export const findConflicts = (experiences: readonly Filling[]): Conflict[] => {
  const fillers = new Map<
    string,
    { readonly entry: EntryRef; readonly attribute: string; readonly codes: string[] }
  >();
  for (const experience of experiences) {
    for (const { entry, attribute } of filledBy(experience)) {
      const key = JSON.stringify([localEntryKey(entry), attribute]);
      const filler = fillers.get(key) ?? { entry, attribute, codes: [] };
      if (!filler.codes.includes(experience.code)) filler.codes.push(experience.code);
      fillers.set(key, filler);
    }
  }
  return [...fillers.values()].flatMap(({ entry, attribute, codes }) =>
    codes.flatMap((first, index) =>
      codes
        .slice(index + 1)
        .map((second) => ({ ...entry, attribute, experiences: [first, second] as const })),
    ),
  );
};

/** Where a conflict is, for sentences. */
export const placeOfConflict = ({ contentType, documentId, locale }: Conflict): string =>
  `${contentType} ${documentId}${locale === undefined ? '' : ` (${locale})`}`;

/** The same and the names of both experiences, for sentences in other languages. */
export const valuesOfConflict = (
  { attribute, contentType, documentId, locale, experiences: [first, later] }: Conflict,
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> => ({
  first: names.get(first) ?? first,
  later: names.get(later) ?? later,
  attribute,
  contentType,
  documentId,
  ...(locale !== undefined && { locale }),
});

/** For each entry in a locale: which experience may not fill it, and who was first. */
export type TakenAttributes = ReadonlyMap<string, ReadonlyMap<string, Taken>>;

/**
 * Who steps back where, should a conflict have slipped in. An experience that steps back for an entry fills
 * nothing of it, so it does not stand in the way of a third one.
 *
 * @param experiences in the order of their first start
 */
export const takenAttributes = (experiences: readonly Filling[]): TakenAttributes => {
  const owners = new Map<string, Map<string, string>>();
  const taken = new Map<string, Map<string, Taken>>();
  for (const experience of experiences) {
    for (const [entry, attributes] of filledByEntry(experience)) {
      const owned = owners.get(entry) ?? new Map<string, string>();
      owners.set(entry, owned);
      const clash = attributes.find((attribute) => owned.has(attribute));
      if (clash === undefined) {
        for (const attribute of attributes) owned.set(attribute, experience.code);
      } else {
        const stepsBack = taken.get(entry) ?? new Map<string, Taken>();
        taken.set(entry, stepsBack.set(experience.code, { by: owned.get(clash)!, attribute: clash }));
      }
    }
  }
  return taken;
};

/** Looks up an entry as asked for; content that is not localised counts in every locale. */
export const takenIn = (taken: TakenAttributes, entry: EntryRef, experience: string): Taken | undefined =>
  taken.get(localEntryKey(entry))?.get(experience) ??
  taken.get(localEntryKey({ ...entry, locale: undefined }))?.get(experience);

const localEntryKey = (entry: {
  contentType: string;
  documentId: string;
  locale?: string | undefined;
}): string => JSON.stringify([entryKey(entry), entry.locale ?? null]);

const filledBy = (experience: Filling): { entry: EntryRef; attribute: string }[] =>
  experience.variants
    .filter(({ enabled }) => enabled)
    .flatMap(({ contents }) =>
      contents.flatMap((content) =>
        attributesOfContent(content).map((attribute) => ({ entry: content.entry, attribute })),
      ),
    );

const filledByEntry = (experience: Filling): Map<string, string[]> => {
  const entries = new Map<string, Set<string>>();
  for (const { entry, attribute } of filledBy(experience)) {
    const key = localEntryKey(entry);
    entries.set(key, (entries.get(key) ?? new Set()).add(attribute));
  }
  return new Map([...entries].map(([key, attributes]) => [key, [...attributes].sort(byText)]));
};

const attributesOfContent = ({ fills, empties }: VariantContent): string[] => [...fills, ...empties];
