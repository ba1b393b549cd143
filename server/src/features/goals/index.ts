import { recordRoutes } from '../../http/routes';

export { createGoalService, type GoalService } from './goal-service';

/** The panel's API of goals. */
export const goalRoutes = recordRoutes('/goals', 'goals', 'goals.read', 'goals.write');
