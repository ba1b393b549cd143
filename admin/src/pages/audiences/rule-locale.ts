import type { WordingLocale } from '../../../../src/rules/wording/wording';

/** The language in which rules are put into words; English where the panel speaks another. */
export const ruleLocale = (locale: string): WordingLocale => (locale.startsWith('de') ? 'de' : 'en');
