import { servicesOf, type Records, type Services } from './composition';
import { variantsService } from './features/variants/service';
import type { Strapi } from './strapi';

const record =
  <K extends keyof Records>(name: K) =>
  ({ strapi }: { strapi: Strapi }): Records[K] =>
    servicesOf(strapi).records[name];

const counting =
  <K extends 'events' | 'reports' | 'privacy'>(name: K) =>
  ({ strapi }: { strapi: Strapi }): Services[K] =>
    servicesOf(strapi)[name];

/** What a project's own code may use: `strapi.plugin('contextual').service('audiences')`. */
export const services = {
  audiences: record('audiences'),
  interestTags: record('interestTags'),
  entryTargeting: record('entryTargeting'),
  goals: record('goals'),
  campaigns: record('campaigns'),
  experiences: record('experiences'),
  entryVariants: record('entryVariants'),
  settings: record('settings'),
  events: counting('events'),
  reports: counting('reports'),
  privacy: counting('privacy'),
  variants: variantsService((strapi) => servicesOf(strapi).records.variantsFeature),
};
