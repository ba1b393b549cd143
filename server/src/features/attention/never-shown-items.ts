import { ATTRIBUTE_CATALOGUE } from '../../../../src/context/attribute-catalogue';
import { variantWarnings } from '../../../../src/decision/variant-warnings';
import type { Steps } from '../../../../src/foundation/steps';
import { LIMITS } from '../../../../src/foundation/limits';
import type { Manifest } from '../../../../src/manifest/manifest';
import type { AttentionItem } from '../../../../src/protocol/attention';
import type { DescribeNames } from '../../../../src/rules/describe-condition';
import type { InTurns } from '../manifest';
import { named } from './running-items';

/** Finds variants of running experiences that nobody is ever shown. */
export type FindNeverShown = (manifest: Manifest) => Promise<AttentionItem[]>;

/**
 * Makes the search. A manifest never changes, so each is looked at once. The steps are bounded: of a very large project
 * only the experiences started first are looked at.
 */
export function createFindNeverShown(inTurns: InTurns): FindNeverShown {
  const found = new WeakMap<Manifest, Promise<AttentionItem[]>>();
  return (manifest) => {
    const items = found.get(manifest) ?? inTurns(look(manifest));
    found.set(manifest, items);
    return items;
  };
}

/** What reading one experience costs, however little there is to find. */
const STEPS_EACH = 100;

function* look(manifest: Manifest): Steps<AttentionItem[]> {
  const items: AttentionItem[] = [];
  const budget = { left: LIMITS.attentionAnalysisSteps };
  // Made once: what reads a catalogue keeps its own view of it.
  const project = {
    catalogue: [...manifest.attributes, ...ATTRIBUTE_CATALOGUE],
    tagGroups: new Map(manifest.interestTags.map(({ code, group }) => [code, group])),
    affinityLead: manifest.settings.affinityLead,
    stepsEach: LIMITS.serverAnalysisSteps,
  };
  const names = namesIn(manifest);
  for (const experience of manifest.experiences) {
    budget.left -= STEPS_EACH;
    if (budget.left <= 0) break;
    const own = { left: Math.min(budget.left, LIMITS.ruleAnalysisSteps) };
    const given = own.left;
    const options = { ...project, budget: own };
    const warnings = yield* variantWarnings(experience, manifest.audiences, options, names);
    for (const warning of warnings) {
      items.push({ ...warning, severity: 'warning', experience: named(experience) });
    }
    budget.left -= given - own.left;
    yield;
  }
  return items;
}

const namesIn = ({ experiences, interestTags }: Manifest): DescribeNames => ({
  codeName: (pattern, wanted) =>
    (pattern.startsWith('history.seen.') ? experiences : interestTags).find(({ code }) => code === wanted)
      ?.name,
});
