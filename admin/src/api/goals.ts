import type { GoalChange, GoalInput, GoalRecord } from '../../../src/protocol/goals';
import { contextualApi } from './contextual-api';
import { recordEndpoints } from './record-endpoints';

const goals = recordEndpoints<GoalRecord, GoalInput, GoalChange>('goals', 'ContextualGoal', [
  'ContextualResults',
]);

export const { useGetGoalsQuery, useCreateGoalMutation, useUpdateGoalMutation, useDeleteGoalMutation } =
  contextualApi.injectEndpoints({
    endpoints: (build) => ({
      getGoals: goals.list(build),
      createGoal: goals.create(build),
      updateGoal: goals.update(build),
      deleteGoal: goals.remove(build),
    }),
  });
