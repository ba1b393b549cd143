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

/** An experience that may not fill an entry in a locale, and who was first. */
export interface StepBack {
  /** Absent for content that is not localised. */
  readonly locale: string | undefined;
  readonly experience: string;
  readonly taken: Taken;
}

/**
 * Who steps back where, should a conflict have slipped in. An experience that steps back for an entry fills
 * nothing of it, so it does not stand in the way of a third one.
 *
 * @param experiences in the order of their first start
 * @param shared keys ({@link entryKey}) of the entries to look at: with one experience alone nobody steps back
 * @returns by the key of the entry; entries where nobody steps back are absent
 */
export const takenAttributes = (
  experiences: readonly Filling[],
  shared: ReadonlySet<string>,
): Map<string, readonly StepBack[]> => {
  const owners = new Map<string, Map<string, string>>();
  const taken = new Map<string, StepBack[]>();
  for (const experience of experiences) {
    for (const { place, key, locale, attributes } of filledPlaces(experience, shared)) {
      const owned = owners.get(place) ?? new Map<string, string>();
      owners.set(place, owned);
      const clash = attributes.find((attribute) => owned.has(attribute));
      if (clash === undefined) {
        for (const attribute of attributes) owned.set(attribute, experience.code);
      } else {
        const stepsBack = taken.get(key) ?? [];
        taken.set(key, stepsBack);
        stepsBack.push({
          locale,
          experience: experience.code,
          taken: { by: owned.get(clash)!, attribute: clash },
        });
      }
    }
  }
  return taken;
};

/** Looks up who fills an entry, asked for in a locale, first; content that is not localised counts in every one. */
export const takenIn = (
  stepsBack: readonly StepBack[] | undefined,
  locale: string | undefined,
  experience: string,
): Taken | undefined => {
  if (stepsBack === undefined) return undefined;
  const at = (where: string | undefined) =>
    stepsBack.find((one) => one.locale === where && one.experience === experience)?.taken;
  return at(locale) ?? at(undefined);
};

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

/** What an experience fills of one entry in one locale. */
interface FilledPlace {
  /** Stands for entry and locale. */
  readonly place: string;
  /** Key of the entry. */
  readonly key: string;
  readonly locale: string | undefined;
  /** Sorted, no repeats. */
  readonly attributes: readonly string[];
}

const filledPlaces = (experience: Filling, shared: ReadonlySet<string>): FilledPlace[] => {
  if (shared.size === 0) return [];
  const places = new Map<string, Omit<FilledPlace, 'attributes'> & { readonly filled: Set<string> }>();
  let last: EntryRef | undefined;
  let key = '';
  for (const { enabled, contents } of experience.variants) {
    if (!enabled) continue;
    for (const content of contents) {
      const { contentType, documentId, locale } = content.entry;
      // Variants mostly have content for the same entry: its key is not made for each of them.
      if (documentId !== last?.documentId || contentType !== last.contentType) key = entryKey(content.entry);
      last = content.entry;
      if (!shared.has(key)) continue;
      const place = locale === undefined ? key : `${key}${BEFORE_LOCALE}${locale}`;
      let known = places.get(place);
      if (known === undefined) {
        known = { place, key, locale, filled: new Set() };
        places.set(place, known);
      }
      for (const attribute of content.fills) known.filled.add(attribute);
      for (const attribute of content.empties) known.filled.add(attribute);
    }
  }
  return [...places.values()]
    .filter(({ filled }) => filled.size > 0)
    .map(({ filled, ...place }) => ({ ...place, attributes: [...filled].sort(byText) }));
};

/** Stands in no name and no id, so that a place of one entry is never read as that of another. */
const BEFORE_LOCALE = '\u0000';

const attributesOfContent = ({ fills, empties }: VariantContent): string[] => [...fills, ...empties];
