import { PLUGIN_ID } from '../plugin-id';

/** Id of one of our texts, as the panel's language provider knows it. */
export const getTranslation = (key: string): string => `${PLUGIN_ID}.${key}`;
