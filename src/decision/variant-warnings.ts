import type { Steps } from '../foundation/steps';
import type { Audience } from '../model/audience';
import type { DescribeNames } from '../rules/describe-condition';
import { type AnalysedExperience, variantAnalysis, type VariantAnalysisOptions } from './analyse-variants';
import { describeFinding } from './describe-finding';

/** A variant, or all of them, that nobody is ever shown, in words. */
export interface VariantWarning {
  readonly code: 'nobody-takes-part' | 'variant-dead' | 'variant-shadowed';
  readonly variant?: { readonly code: string; readonly name: string };
  readonly sentence: { readonly en: string; readonly de: string };
}

/**
 * What of {@link variantAnalysis} an editor should read, in steps. An answer that is open worries nobody, and audiences that do
 * not exist or cannot be read are told elsewhere.
 */
export function* variantWarnings(
  experience: AnalysedExperience,
  audiences: readonly Audience[],
  options: VariantAnalysisOptions,
  names: DescribeNames = {},
): Steps<VariantWarning[]> {
  const findings = yield* variantAnalysis(experience, audiences, options);
  return findings.flatMap((finding): VariantWarning[] => {
    if (finding.code === 'variant-undecided') return [];
    if ('reason' in finding && finding.reason.code === 'rule-invalid') return [];
    const named = (wanted: string) => experience.variants.find(({ code }) => code === wanted);
    const say = (locale: 'en' | 'de') =>
      describeFinding(finding, locale, { ...names, variantName: (code) => named(code)?.name });
    const variant = 'variant' in finding ? named(finding.variant) : undefined;
    return [
      {
        code: finding.code,
        ...(variant && { variant: { code: variant.code, name: variant.name } }),
        sentence: { en: say('en'), de: say('de') },
      },
    ];
  });
}
