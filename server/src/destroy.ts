import { servicesOf } from './composition';
import type { Strapi } from './strapi';

/** Stops jobs and lets writes that were promised finish. */
export async function destroy({ strapi }: { strapi: Strapi }): Promise<void> {
  const { holder, events, transfer } = servicesOf(strapi);
  await transfer.settled();
  await events.stop();
  await holder.stop();
}
