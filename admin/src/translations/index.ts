import { getTranslation } from './get-translation';

/** Texts of one language, as Strapi's panel takes them. */
export interface Translations {
  readonly locale: string;
  readonly data: Readonly<Record<string, string>>;
}

const LANGUAGES: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = {
  en: () => import('./en').then(({ en }) => en),
  de: () => import('./de').then(({ de }) => de),
};

/** The panel lays English under every language, so that one without texts of its own says nothing wrong. */
export const loadTranslations = (locales: readonly string[]): Promise<Translations[]> =>
  Promise.all(
    locales.map(async (locale) => {
      const texts = (await LANGUAGES[locale]?.()) ?? {};
      const data = Object.fromEntries(
        Object.entries(texts).map(([key, text]) => [getTranslation(key), text]),
      );
      return { locale, data };
    }),
  );
