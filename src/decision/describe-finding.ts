import { describeReason } from '../rules/analysis/describe-reason';
import type { DescribeNames } from '../rules/describe-condition';
import type { WordingLocale } from '../rules/wording/wording';
import type { VariantFinding } from './analyse-variants';

/** Names for the sentence; codes where there are none. */
export interface FindingNames extends DescribeNames {
  readonly variantName?: (code: string) => string | undefined;
}

/**
 * A finding in words: "Everyone who matches “Germany” already matches “DACH”, which stands before it: “Germany” is
 * never shown."
 */
export const describeFinding = (
  finding: VariantFinding,
  locale: WordingLocale,
  names: FindingNames = {},
): string => {
  const words = WORDS[locale];
  const quoted = (code: string): string => words.quote(names.variantName?.(code) ?? code);
  switch (finding.code) {
    case 'nobody-takes-part':
      return words.nobodyTakesPart(describeReason(finding.reason, locale, names));
    case 'variant-dead':
      return words.dead(quoted(finding.variant), describeReason(finding.reason, locale, names));
    case 'variant-undecided':
      return words.undecided(quoted(finding.variant));
    case 'variant-shadowed': {
      const list = new Intl.ListFormat(words.intlLocale, { type: 'disjunction' });
      const by = list.format(finding.by.map(quoted));
      const sentence = words[finding.because](quoted(finding.variant), by, finding.by.length);
      return finding.certain ? sentence : `${sentence} ${words.asExpected}`;
    }
  }
};

interface FindingWords {
  readonly intlLocale: string;
  readonly quote: (name: string) => string;
  readonly nobodyTakesPart: (reason: string) => string;
  readonly dead: (variant: string, reason: string) => string;
  readonly undecided: (variant: string) => string;
  readonly order: (variant: string, by: string, count: number) => string;
  readonly audience: (variant: string, by: string, count: number) => string;
  readonly asExpected: string;
}

const WORDS: Readonly<Record<WordingLocale, FindingWords>> = {
  en: {
    intlLocale: 'en-GB',
    quote: (name) => `“${name}”`,
    nobodyTakesPart: (reason) => `Nobody takes part, so no variant is ever shown. ${reason}`,
    dead: (variant, reason) => `The variant ${variant} is never shown. ${reason}`,
    undecided: (variant) => `Whether the variant ${variant} can ever be shown cannot be told.`,
    order: (variant, by, count) =>
      `Everyone who matches ${variant} already matches ${by}, which ${count === 1 ? 'stands' : 'stand'} before it: ${variant} is never shown.`,
    audience: (variant, by) =>
      `Everyone who could see ${variant} matches ${by}, and variants with a matching audience come first: ${variant} is never shown.`,
    asExpected: 'This holds for the values that sites and apps normally send.',
  },
  de: {
    intlLocale: 'de-DE',
    quote: (name) => `„${name}“`,
    nobodyTakesPart: (reason) => `Niemand nimmt teil, also wird nie eine Variante ausgespielt. ${reason}`,
    dead: (variant, reason) => `Die Variante ${variant} wird nie ausgespielt. ${reason}`,
    undecided: (variant) => `Ob die Variante ${variant} je ausgespielt wird, lässt sich nicht sagen.`,
    order: (variant, by, count) =>
      `Wer zu ${variant} gehört, gehört immer schon zu ${by}, und ${count === 1 ? 'diese Variante steht' : 'diese Varianten stehen'} davor: ${variant} wird nie ausgespielt.`,
    audience: (variant, by) =>
      `Wer ${variant} sehen könnte, gehört zu ${by}, und Varianten mit passender Besuchergruppe gehen vor: ${variant} wird nie ausgespielt.`,
    asExpected: 'Das gilt für die Werte, die Websites und Apps üblicherweise senden.',
  },
};
