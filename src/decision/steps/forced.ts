import { BASE } from '../../model/experience';
import { baseBecause, type Step } from '../step';

/** Preview: the experience of the token shows the variant asked for, whatever its state; all others show base. */
export const forced: Step = {
  name: 'forced',
  run: ({ forced: token, prepared: { experience } }) => {
    if (token === undefined) return { code: 'not-forced' };
    const verdict = baseBecause('forced');
    if (token.experience !== experience.code) return { code: 'other-experience-forced', verdict };
    if (token.variant === BASE) return { code: 'base-forced', verdict };
    if (!experience.variants.some(({ code }) => code === token.variant))
      return { code: 'unknown-variant', verdict };
    return {
      code: 'variant-forced',
      verdict: { ...verdict, variant: token.variant, wouldBe: token.variant },
    };
  },
};
