import { useGetGoalsQuery } from '../../api/goals';
import { useGetVariantsQuery } from '../../api/variants';
import { useMay } from '../../hooks/use-may';
import { useText } from '../../hooks/use-text';
import type { GoalRecord } from '../../../../src/protocol/goals';

/** Names for the codes in a report. A role that may not read the records, or a deleted one, sees the code. */
export function useNames(experience: string): {
  readonly variant: (code: string) => string;
  readonly goal: (code: string) => string;
  readonly kindOfGoal: (code: string) => GoalRecord['kind'] | undefined;
} {
  const may = useMay();
  const text = useText();
  const { data: variants = [] } = useGetVariantsQuery(experience, { skip: !may('readExperiences') });
  const { data: goals } = useGetGoalsQuery(undefined, { skip: !may('readGoals') });
  const goalOf = (code: string) => goals?.data.find((goal) => goal.code === code);
  return {
    variant: (code) =>
      code === 'base'
        ? text('results.base')
        : (variants.find((variant) => variant.code === code)?.name ?? code),
    goal: (code) => goalOf(code)?.name ?? code,
    kindOfGoal: (code) => goalOf(code)?.kind,
  };
}
