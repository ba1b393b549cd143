import type { Core } from '@strapi/types';

/** The running Strapi. One alias, so that the host's type is imported in one place. */
export type Strapi = Core.Strapi;
