import { randomUUID } from 'node:crypto';
import { servicesOf } from './composition';
import { followSchemas, registerAttentionModels } from './features/attention';
import {
  createPathMatcher,
  declareQueryParameters,
  deliveryMiddleware,
  outermostMiddleware,
} from './features/delivery';
import { registerEventModels } from './features/events';
import { registerManifestModels } from './features/manifest';
import { registerVariants } from './features/variants';
import { registerAdminActions } from './http/permissions';
import type { Strapi } from './strapi';

/** Runs before Strapi builds its models: composes the services and registers what models depend on. */
export async function register({ strapi }: { strapi: Strapi }): Promise<void> {
  const services = servicesOf(strapi);
  await registerAdminActions(strapi);
  registerVariants(strapi);
  registerAttentionModels(strapi);
  followSchemas(strapi, services.affected.note);
  registerManifestModels(strapi);
  registerEventModels(strapi);
  declareQueryParameters(strapi, services.config.parameters);
  strapi.server.use(
    outermostMiddleware({
      ...services,
      drawId: randomUUID,
      apiPrefix: strapi.config.get('api.rest.prefix', '/api') as string,
      isDeliveryPath: createPathMatcher(strapi),
    }),
  );
  strapi.documents.use(deliveryMiddleware({ strapi, ...services }) as never);
}
