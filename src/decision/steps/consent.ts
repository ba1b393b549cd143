import { baseBecause, type Step } from '../step';

/**
 * Without consent the situation has lost its stored attributes already. What remains is whether there is a unit
 * that may be bucketed, and whether a test's goal can be seen within the unit's life.
 */
export const consent: Step = {
  name: 'consent',
  run: ({ prepared: { experience, goal }, situation }) => {
    const { consent: given, unit } = situation();
    if (!unit.ok) return { code: unit.problem, verdict: baseBecause('base-no-consent') };
    const details = () => ({ consent: given, unit: unit.value.kind });
    // Relevance is delivered all the same: its goal is simply not counted for such a unit.
    if (experience.selection !== 'relevance' && goal.scope === 'visitor' && unit.value.kind !== 'visitor') {
      return { code: 'goal-needs-visitor', verdict: baseBecause('base-no-consent'), details };
    }
    return { code: given ? 'consent-given' : 'stored-attributes-removed', details };
  },
};
