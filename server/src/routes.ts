import { servicesOf } from './composition';
import { attentionRoutes } from './features/attention';
import { audienceRoutes } from './features/audiences';
import { decisionRoutes, previewRoutes } from './features/decisions';
import { eventRoutes } from './features/events';
import { campaignRoutes, entryVariantRoutes, experienceRoutes, variantRoutes } from './features/experiences';
import { goalRoutes } from './features/goals';
import { entryTargetingRoutes, interestTagRoutes } from './features/interest-tags';
import { privacyRoutes } from './features/privacy';
import { reportRoutes } from './features/reports';
import { settingsRoutes } from './features/settings';
import type { Route } from './http/routes';
import type { Strapi } from './strapi';

/** Routes as Strapi takes them. */
export interface Router {
  readonly type: string;
  readonly routes: readonly Route[];
}

const admin: Router = {
  type: 'admin',
  routes: [
    ...audienceRoutes,
    ...interestTagRoutes,
    ...entryTargetingRoutes,
    ...goalRoutes,
    ...campaignRoutes,
    ...experienceRoutes,
    ...variantRoutes,
    ...entryVariantRoutes,
    ...settingsRoutes,
    ...previewRoutes,
    ...reportRoutes,
    ...attentionRoutes,
  ],
};

/** The public routes; the project may call the one that collects events as it likes. */
const contentApi = ({ strapi }: { strapi: Strapi }): Router => ({
  type: 'content-api',
  routes: [...decisionRoutes, ...eventRoutes(servicesOf(strapi).config.collectPath), ...privacyRoutes],
});

/** Every route of the plugin: the panel's below `/contextual`, the public ones below `/api/contextual`. */
export const routes = { admin, 'content-api': contentApi };
