import { servicesOf } from './composition';
import { createPathMatcher, grantPublicOnce, requestMiddleware } from './features/delivery';
import { followEdits } from './features/manifest';
import { scheduleRetention } from './features/privacy';
import { rememberCallers } from './http/remember-callers';
import type { Strapi } from './strapi';

/** Runs when the database is ready, before the server listens. */
export async function bootstrap({ strapi }: { strapi: Strapi }): Promise<void> {
  const services = servicesOf(strapi);
  const { versions, holder, transfer } = services;
  const { goals, settings, variantsFeature } = services.records;
  await versions.ensure();
  await variantsFeature.start();
  await goals.ensureBuiltIn();
  await settings.load();
  transfer.start();
  followEdits(strapi, holder);
  await holder.reload();
  holder.start();
  await grantPublicOnce(strapi);
  scheduleRetention(strapi, services);
  if (services.config.rememberCallers)
    rememberCallers({ strapi, now: services.now, contentVersion: holder.contentVersion });
  strapi.server.use(requestMiddleware({ ...services, isDeliveryPath: createPathMatcher(strapi) }));
}
