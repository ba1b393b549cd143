/**
 * A loose reference to an entry: it survives the entry, so it must be kept honest.
 * `locale` is absent for content types that are not localised.
 */
export interface EntryRef {
  readonly contentType: string;
  readonly documentId: string;
  readonly locale?: string;
}

/** Is this content there in `locale`? What is not localised is there in every one. */
export const isInLocale = (entry: Pick<EntryRef, 'locale'>, locale: string | undefined): boolean =>
  entry.locale === undefined || entry.locale === locale;

/** The key of an entry whatever its locale; interests and audiences of an entry hold for all its locales. */
export const entryKey = (entry: { contentType: string; documentId: string }): string =>
  `${entry.contentType}/${entry.documentId}`;
