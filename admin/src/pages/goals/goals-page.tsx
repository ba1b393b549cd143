import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { DEFAULT_GOAL } from '../../../../src/model/goal';
import type { GoalRecord } from '../../../../src/protocol/goals';
import { useDeleteGoalMutation, useGetGoalsQuery } from '../../api/goals';
import { Notice } from '../../components/notice';
import { PageFrame } from '../../components/page-frame';
import { QueryState } from '../../components/query-state';
import { useMay } from '../../hooks/use-may';
import { type Problem, readProblem, useProblemText } from '../../hooks/use-problem';
import { useText } from '../../hooks/use-text';
import { EditGoalDialog, NewGoalDialog } from './goal-dialog';
import { GoalsTable } from './goals-table';
import { GoalUses, useGoalUses } from './use-goal-uses';

/** As many as one page of a list may have. */
const ALL = { pageSize: 500 };

/** What counts as success, and what must not drop. */
export function GoalsPage() {
  const text = useText();
  const say = useProblemText();
  const may = useMay();
  const { toggleNotification } = useNotification();
  const query = useGetGoalsQuery(ALL, { skip: !may('readGoals') });
  const usesOf = useGoalUses();
  const [remove] = useDeleteGoalMutation();
  /** A code; `''` for a new one. */
  const [open, setOpen] = useState<string>();
  const [refused, setRefused] = useState<{ goal: GoalRecord; problem: Problem }>();
  const edited = open ? query.data?.data.find(({ code }) => code === open) : undefined;

  const tell = (message: string) => toggleNotification({ type: 'success', message });
  const saved = (message: string) => {
    setOpen(undefined);
    tell(message);
  };
  const refetchOne = async (code: string): Promise<GoalRecord> => {
    const { data } = await query.refetch().unwrap();
    const found = data.find((goal) => goal.code === code);
    if (!found) throw new Error(code);
    return found;
  };
  const onDelete = async (goal: GoalRecord) => {
    setRefused(undefined);
    try {
      await remove(goal.code).unwrap();
      tell(text('common.deleted'));
    } catch (error) {
      setRefused({ goal, problem: readProblem(error) });
      window.scrollTo({ top: 0, behavior: 'smooth' });
    }
  };

  return (
    <PageFrame
      title={text('common.nav.goals')}
      subtitle={text('goals.subtitle')}
      needs="readGoals"
      primaryAction={
        may('writeGoals') && (
          <Button startIcon={<Plus />} size="S" onClick={() => setOpen('')}>
            {text('goals.create')}
          </Button>
        )
      }
    >
      {refused && (
        <Notice variant="danger" title={`${refused.goal.name}: ${text('common.not-deleted')}`}>
          {say(refused.problem)}
          {refused.problem.code === 'goal-in-use' && <GoalUses uses={usesOf(refused.goal.code)} />}
        </Notice>
      )}
      <QueryState query={query}>
        {({ data, meta }) => (
          <>
            {data.every(({ code }) => code === DEFAULT_GOAL.code) && <Notice>{text('goals.empty')}</Notice>}
            {meta.pagination.total > data.length && (
              <Notice variant="warning">{text('goals.more', { count: data.length })}</Notice>
            )}
            <GoalsTable goals={data} usesOf={usesOf} onOpen={setOpen} onDelete={onDelete} />
          </>
        )}
      </QueryState>
      {open === '' && (
        <NewGoalDialog onClose={() => setOpen(undefined)} onSaved={() => saved(text('common.created'))} />
      )}
      {edited && (
        <EditGoalDialog
          key={edited.code}
          goal={edited}
          measuring={usesOf(edited.code)
            .filter(({ status }) => status === 'running' || status === 'paused')
            .map(({ name }) => name)}
          refetch={() => refetchOne(edited.code)}
          onClose={() => setOpen(undefined)}
          onSaved={() => saved(text('common.saved'))}
        />
      )}
    </PageFrame>
  );
}
