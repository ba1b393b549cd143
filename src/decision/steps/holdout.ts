import { BASE } from '../../model/experience';
import { holdoutSide } from '../allocation/held-out';
import { baseBecause, type Step } from '../step';

/** `relevance` only, and only where a variant was selected: whoever would get base anyway is not held out from anything. */
export const holdout: Step = {
  name: 'holdout',
  run: ({ prepared: { experience }, world, situation, selected }) => {
    const { unit } = situation();
    if (!unit.ok) return { code: unit.problem, verdict: baseBecause('base-no-consent') };
    if (selected === undefined) return { code: 'nothing-selected', verdict: baseBecause('base-no-match') };
    const { globalHoldout, globalHoldoutSeed: globalSeed } = world.settings;
    const side = holdoutSide(
      { seed: experience.seed, holdout: experience.holdout, globalSeed, globalHoldout },
      unit.value.id,
    );
    const wouldBe = selected.variant;
    return {
      code: side.held ? 'held-out' : 'shown',
      verdict: side.held
        ? { variant: BASE, wouldBe, reason: 'holdout', propensity: side.propensity }
        : { variant: wouldBe, wouldBe, reason: selected.reason, propensity: side.propensity },
      details: () => ({ ...side, holdout: experience.holdout, globalHoldout }),
    };
  },
};
