import { unstable_useDocument as useDocument, useAuth } from '@strapi/strapi/admin';
import { useGetPersonalizedTypesQuery } from '../api/entries';
import { useLocale } from '../content-manager/entry-path';
import { collectionOf } from '../content-manager/personalized-type';
import type { BaseEntryRef } from '../../../src/protocol/experiences';

/** A base entry as the Content Manager shows it. */
export interface ReadEntry {
  /** What people call it: its title, or the name of its content type. */
  readonly title?: string;
  /** Undefined while loading, and for roles that may not read it. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly collection: string;
  readonly localized: boolean;
}

/** Reads a base entry in the locale that is shown, with the Content Manager's own permissions. */
export function useEntry(entry: BaseEntryRef): ReadEntry;
export function useEntry(entry: BaseEntryRef | undefined): ReadEntry | undefined;
export function useEntry(entry: BaseEntryRef | undefined): ReadEntry | undefined {
  const { contentType = '', documentId } = entry ?? {};
  const { data: types } = useGetPersonalizedTypesQuery(undefined, { skip: !entry });
  const locale = useLocale();
  const readable = useAuth('useEntry', ({ permissions }) =>
    permissions.some(
      ({ action, subject }) => action === 'plugin::content-manager.explorer.read' && subject === contentType,
    ),
  );
  const type = types?.find((one) => one.contentType === contentType);
  const collection = collectionOf(type);
  // Asked for as for the header of variant content, so that one call serves both.
  const { document } = useDocument(
    {
      collectionType: collection,
      model: contentType,
      documentId,
      params: locale === undefined ? {} : { locale },
    },
    { skip: !type || !readable },
  );
  if (!entry) return undefined;
  const title = type?.mainField === undefined ? undefined : document?.[type.mainField];
  return {
    title: title === null || title === undefined || title === '' ? type?.displayName : String(title),
    values: document,
    collection,
    localized: type?.localized === true,
  };
}
