import { widthOf } from '../allocation/find-range';
import type { Placement } from '../placement';
import { baseBecause, type Frame, type Step, type StepReport } from '../step';

/** Which variants could be shown here; in `split` and `adaptive` either every one or the visitor takes no part. */
export const eligible: Step = {
  name: 'eligible',
  run: (frame) => {
    const placement = frame.placement!;
    const missing =
      frame.prepared.experience.selection === 'relevance' ? anyOf(placement) : everyOne(frame, placement);
    const details = () =>
      Object.fromEntries(placement.variants.map(({ variant, eligibility }) => [variant.code, eligibility]));
    const audiences = () => [...new Set(placement.variants.flatMap(({ variant }) => variant.audiences))];
    if (missing !== undefined)
      return { code: missing, verdict: baseBecause('base-no-match'), details, audiences };
    const code = frame.prepared.experience.selection === 'relevance' ? 'some-eligible' : 'all-eligible';
    return { code, details, audiences };
  },
};

/** What stands in the way, or `undefined`. */
const anyOf = ({ matched, open }: Placement): StepReport['code'] | undefined =>
  matched.length + open.length > 0 ? undefined : 'none-eligible';

/** Expected shares are those of the weights version only if everyone who takes part can get every variant. */
const everyOne = (
  { prepared: { experience } }: Frame,
  { variants, matched, open }: Placement,
): StepReport['code'] | undefined => {
  if (experience.ranges.length === 0) return 'nothing-allocated';
  return variants.find(
    ({ variant }) =>
      variant.enabled &&
      widthOf(experience.ranges, variant.code) > 0 &&
      !matched.includes(variant) &&
      !open.includes(variant),
  )?.eligibility;
};
