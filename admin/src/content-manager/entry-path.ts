import { useQueryParams } from '@strapi/strapi/admin';
import type { BaseEntryRef } from '../../../src/protocol/experiences';

/** Path of an entry in the Content Manager, below `/admin`; in a locale where the type has any. */
export function entryPath(
  collection: string,
  { contentType, documentId }: BaseEntryRef,
  locale?: string | null,
): string {
  const one = collection === 'single-types' ? '' : `/${documentId}`;
  const query = locale ? `?${new URLSearchParams({ 'plugins[i18n][locale]': locale }).toString()}` : '';
  return `/content-manager/${collection}/${contentType}${one}${query}`;
}

/** The locale that the Content Manager shows; undefined where the address names none. */
export function useLocale(): string | undefined {
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
  return query?.plugins?.i18n?.locale;
}
