import { ATTRIBUTE_CATALOGUE } from '../../../../src/context/attribute-catalogue';
import { variantWarnings } from '../../../../src/decision/variant-warnings';
import { LIMITS } from '../../../../src/foundation/limits';
import type { Manifest, ManifestExperience } from '../../../../src/manifest/manifest';
import type { AttentionItem } from '../../../../src/protocol/attention';
import type { DescribeNames } from '../../../../src/rules/describe-condition';
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
  const options = {
    catalogue: [...manifest.attributes, ...ATTRIBUTE_CATALOGUE],
    tagGroups: new Map(manifest.interestTags.map(({ code, group }) => [code, group])),
    affinityLead: manifest.settings.affinityLead,
    budget,
  };
  return variantWarnings(experience, manifest.audiences, options, namesIn(manifest)).map(
    (warning): AttentionItem => ({ ...warning, severity: 'warning', experience: named(experience) }),
  );
};

const namesIn = ({ experiences, interestTags }: Manifest): DescribeNames => ({
  codeName: (pattern, wanted) =>
    (pattern.startsWith('history.seen.') ? experiences : interestTags).find(({ code }) => code === wanted)
      ?.name,
});
