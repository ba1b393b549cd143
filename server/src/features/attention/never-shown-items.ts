import { ATTRIBUTE_CATALOGUE } from '../../../../src/context/attribute-catalogue';
import { analyseVariants } from '../../../../src/decision/analyse-variants';
import { describeFinding, type FindingNames } from '../../../../src/decision/describe-finding';
import { LIMITS } from '../../../../src/foundation/limits';
import type { Manifest, ManifestExperience } from '../../../../src/manifest/manifest';
import type { AttentionItem } from '../../../../src/protocol/attention';
import { named } from './running-items';

/** A manifest never changes, so neither does what is found in it. */
const found = new WeakMap<Manifest, Promise<AttentionItem[]>>();

/**
 * Variants of running experiences that nobody is ever shown. Visitors are decided for between one experience and the
 * next, and the steps are bounded: of a very large project only the experiences started first are looked at.
 */
export const neverShownItems = (manifest: Manifest): Promise<AttentionItem[]> => {
  const items = found.get(manifest) ?? look(manifest);
  found.set(manifest, items);
  return items;
};

/** What reading one experience costs, however little there is to find. */
const STEPS_EACH = 100;

const look = async (manifest: Manifest): Promise<AttentionItem[]> => {
  const items: AttentionItem[] = [];
  const budget = { left: LIMITS.attentionAnalysisSteps };
  for (const experience of manifest.experiences) {
    await new Promise<void>((resolve) => void setImmediate(resolve));
    budget.left -= STEPS_EACH;
    if (budget.left <= 0) break;
    const own = { left: Math.min(budget.left, LIMITS.ruleAnalysisSteps) };
    const given = own.left;
    items.push(...itemsOf(experience, manifest, own));
    budget.left -= given - own.left;
  }
  return items;
};

const itemsOf = (
  experience: ManifestExperience,
  manifest: Manifest,
  budget: { left: number },
): AttentionItem[] => {
  const findings = analyseVariants(experience, manifest.audiences, {
    catalogue: [...manifest.attributes, ...ATTRIBUTE_CATALOGUE],
    tagGroups: new Map(manifest.interestTags.map(({ code, group }) => [code, group])),
    affinityLead: manifest.settings.affinityLead,
    budget,
  });
  const names = namesIn(experience, manifest);
  return findings.flatMap((finding): AttentionItem[] => {
    if (finding.code === 'variant-undecided') return [];
    // Audiences that are gone or cannot be read have items of their own.
    if ('reason' in finding && finding.reason.code === 'rule-invalid') return [];
    const variant = 'variant' in finding && experience.variants.find(({ code }) => code === finding.variant);
    return [
      {
        code: finding.code,
        severity: 'warning',
        experience: named(experience),
        ...(variant && { variant: named(variant) }),
        sentence: { en: describeFinding(finding, 'en', names), de: describeFinding(finding, 'de', names) },
      },
    ];
  });
};

const namesIn = ({ variants }: ManifestExperience, manifest: Manifest): FindingNames => {
  const nameOf = (records: readonly { readonly code: string; readonly name: string }[], code: string) =>
    records.find((record) => record.code === code)?.name;
  return {
    variantName: (code) => nameOf(variants, code),
    codeName: (pattern, code) =>
      nameOf(pattern.startsWith('history.seen.') ? manifest.experiences : manifest.interestTags, code),
  };
};
