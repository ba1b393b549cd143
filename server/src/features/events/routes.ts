import { contentApiRoute, type Route } from '../../http/routes';

/** @param path the segment that the project chose. */
export const eventRoutes = (path: string): Route[] => [
  contentApiRoute('POST', `/${path}`, 'event.create', { scope: ['plugin::contextual.event.create'] }),
];
