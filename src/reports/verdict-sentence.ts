import type { Verdict, VerdictCode, VerdictValues } from './verdict-shape';
import type { VerdictNames } from './verdict-wording';
import { VERDICTS_DE } from './verdict-wording-de';
import { VERDICTS_EN } from './verdict-wording-en';

/**
 * A verdict as one sentence for people, with figures as the language writes them: bounds are rounded away from
 * what is claimed, so that "at least" and "no larger than" stay true. Never throws on a verdict; the code of one
 * that a newer server made is returned as it is.
 */
export const verdictSentence = (verdict: Verdict, locale: 'en' | 'de', names: VerdictNames = {}): string =>
  sayIn(locale, verdict.code, verdict.values, names);

/** Code and values of a verdict belong together, which the type of a union cannot say of a lookup. */
const sayIn = <Code extends VerdictCode>(
  locale: 'en' | 'de',
  code: Code,
  values: Verdict['values'],
  names: VerdictNames,
): string => {
  const sentences = locale === 'de' ? VERDICTS_DE : VERDICTS_EN;
  return Object.hasOwn(sentences, code) ? sentences[code](values as VerdictValues[Code], names) : code;
};
