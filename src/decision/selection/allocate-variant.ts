import { BASE } from '../../model/experience';
import { allocate } from '../allocation/find-range';
import { baseBecause, type Frame, type StepReport } from '../step';

/** `split` and `adaptive`: the unit's bucket in the stored ranges; base competes like any variant. */
export const allocateVariant = ({ prepared: { experience }, situation }: Frame): StepReport => {
  const { unit } = situation();
  if (!unit.ok) return { code: unit.problem, verdict: baseBecause('base-no-consent') };
  const { bucket, range, propensity } = allocate(experience.ranges, experience.seed, unit.value.id);
  if (range === undefined) {
    return { code: 'nothing-allocated', verdict: baseBecause('base-no-match'), details: () => ({ bucket }) };
  }
  const details = () => ({ bucket, range: { ...range } });
  const { variant } = range;
  // Switching a variant off makes new ranges; until they are here its units get base, and count for nothing.
  if (variant !== BASE && !experience.variants.some(({ code, enabled }) => code === variant && enabled)) {
    return { code: 'variant-switched-off', verdict: baseBecause('base-no-match'), details };
  }
  const reason = experience.selection === 'adaptive' ? 'adaptive' : 'split';
  return { code: 'allocated', verdict: { variant, wouldBe: variant, reason, propensity }, details };
};
