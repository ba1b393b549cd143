import { adminRoute, type Route } from '../../http/routes';

/** Results; the controller is registered as `result`. */
export const reportRoutes: Route[] = [
  adminRoute('GET', '/results', 'result.find', 'results.read'),
  adminRoute('GET', '/results/:experience', 'result.findOne', 'results.read'),
];
