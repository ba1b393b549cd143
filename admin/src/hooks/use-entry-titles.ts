import { useCallback } from 'react';
import type { PersonalizedType } from '../../../src/protocol/content-types';
import type { BaseEntryRef } from '../../../src/protocol/experiences';
import { entryKey, useGetEntryTitlesQuery, useGetProjectLocalesQuery } from '../api/content-manager';
import { useGetPersonalizedTypesQuery } from '../api/entries';
import { useText } from './use-text';

/** How entries are called, for pages that list some. */
export interface EntryNames {
  /** The title; says so where the entry is gone, or its id where the role may not read it. */
  readonly titleOf: (entry: BaseEntryRef) => string;
  /** Whether it is known that there is no such entry. */
  readonly isGone: (entry: BaseEntryRef) => boolean;
  readonly typeOf: (contentType: string) => PersonalizedType | undefined;
  readonly loading: boolean;
}

/** Reads the titles of entries through the Content Manager, by its own permissions. */
export function useEntryTitles(entries: readonly BaseEntryRef[]): EntryNames {
  const text = useText();
  const types = useGetPersonalizedTypesQuery();
  const locales = useGetProjectLocalesQuery();
  const ready = types.data !== undefined && (locales.data !== undefined || locales.error !== undefined);
  const unique = [
    ...new Map(
      entries.map(({ contentType, documentId }) => [
        entryKey({ contentType, documentId }),
        { contentType, documentId },
      ]),
    ).values(),
  ];
  const titles = useGetEntryTitlesQuery(
    { entries: unique, types: types.data ?? [], locales: locales.data ?? [] },
    { skip: !ready || unique.length === 0 },
  );
  const found = titles.data;
  const loading =
    unique.length > 0 && found === undefined && titles.error === undefined && types.error === undefined;

  const titleOf = useCallback(
    (entry: BaseEntryRef) => {
      const title = found?.[entryKey(entry)];
      if (title?.state === 'found') return title.title;
      if (title?.state === 'missing') return text('common.gone', { code: entry.documentId });
      return loading ? '…' : entry.documentId;
    },
    [found, loading, text],
  );
  const isGone = useCallback((entry: BaseEntryRef) => found?.[entryKey(entry)]?.state === 'missing', [found]);
  const typeOf = useCallback(
    (contentType: string) => types.data?.find((type) => type.contentType === contentType),
    [types.data],
  );
  return { titleOf, isGone, typeOf, loading };
}
