import { placementOf } from '../placement';
import { baseBecause, type Step } from '../step';

/** Any of the experience's audiences; none = everyone. */
export const takesPart: Step = {
  name: 'takes-part',
  run: (frame) => {
    const { prepared, world, situation, locale } = frame;
    frame.placement = placementOf(prepared, world, situation(), locale);
    const audiences = () => prepared.experience.audiences;
    if (!frame.placement.takesPart) {
      return { code: 'no-audience-matched', verdict: baseBecause('base-no-match'), audiences };
    }
    return { code: audiences().length === 0 ? 'everyone' : 'audience-matched', audiences };
  },
};
