import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { getTranslation } from '../translations/get-translation';
import type { TextKey } from '../translations/en';

/** Values of the placeholders of a text. */
export type TextValues = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;

/** Gives the text of a key in the panel's language; a key that is not there does not compile. */
export type Text = (key: TextKey, values?: TextValues) => string;

/** See {@link Text}. */
export function useText(): Text {
  const { formatMessage } = useIntl();
  return useCallback((key, values) => formatMessage({ id: getTranslation(key) }, values), [formatMessage]);
}
