import { recordRoutes } from '../../http/routes';

/** The panel's API of interest tags. */
export const interestTagRoutes = recordRoutes(
  '/interest-tags',
  'interest-tags',
  'interests.read',
  'interests.write',
);
