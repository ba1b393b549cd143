import { BASE } from '../../model/experience';
import { widthOf } from '../allocation/find-range';
import type { Placement } from '../placement';
import { baseBecause, type Frame, type Step, type StepReport } from '../step';

/** Which variants could be shown here; in `split` and `adaptive` either every one or the visitor takes no part. */
export const eligible: Step = {
  name: 'eligible',
  run: (frame) => {
    const placement = frame.placement!;
    const report =
      frame.prepared.experience.selection === 'relevance' ? anyOf(placement) : everyOne(frame, placement);
    return {
      ...report,
      details: () =>
        Object.fromEntries(placement.variants.map(({ variant, eligibility }) => [variant.code, eligibility])),
      audiences: () => [...new Set(placement.variants.flatMap(({ variant }) => variant.audiences))],
    };
  },
};

const anyOf = ({ variants }: Placement): StepReport =>
  variants.some(isEligible)
    ? { code: 'some-eligible' }
    : { code: 'none-eligible', verdict: baseBecause('base-no-match') };

/** Expected shares are those of the weights version only if everyone who takes part can get every variant. */
const everyOne = ({ prepared: { experience } }: Frame, { variants }: Placement): StepReport => {
  const verdict = baseBecause('base-no-match');
  const allocated = variants.filter(
    ({ variant }) => variant.enabled && widthOf(experience.ranges, variant.code) > 0,
  );
  if (experience.ranges.length === 0) return { code: 'nothing-allocated', verdict };
  const missing = allocated.find((candidate) => !isEligible(candidate));
  return missing === undefined ? { code: 'all-eligible' } : { code: missing.eligibility, verdict };
};

/** Can this variant be shown here at all? */
const isEligible = ({ variant, eligibility }: Placement['variants'][number]): boolean =>
  variant.code !== BASE && (eligibility === 'audience-matched' || eligibility === 'open-to-all');
