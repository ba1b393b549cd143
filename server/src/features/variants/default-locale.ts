import type { Strapi } from '../../strapi';
import type { SiblingType } from './sibling-types';

/** The locale of a call that names none: the project's default, or none where content is not localised. */
export async function localeOrDefault(
  strapi: Strapi,
  { localized }: Pick<SiblingType, 'localized'>,
  locale: string | undefined,
): Promise<string | undefined> {
  if (!localized) return undefined;
  const locales = strapi.plugin('i18n').service('locales') as { getDefaultLocale(): Promise<string> };
  return locale ?? (await locales.getDefaultLocale());
}
