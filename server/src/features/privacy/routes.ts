import { contentApiRoute, type Route } from '../../http/routes';

/** Erasing; the controller is registered as `privacy`. */
export const privacyRoutes: Route[] = [
  contentApiRoute('POST', '/erase', 'privacy.erase', { scope: ['plugin::contextual.privacy.erase'] }),
];
