import { randomUUID } from 'node:crypto';
import { servicesOf, type Records, type Services } from './composition';
import { attentionController } from './features/attention';
import { audienceController } from './features/audiences';
import { decisionController, previewTokenController, unitHash } from './features/decisions';
import { createEventController } from './features/events';
import { entryVariantController, experienceController, variantController } from './features/experiences';
import { entryTargetingController } from './features/interest-tags';
import { createPrivacyController } from './features/privacy';
import { recordController, type Controller } from './features/records';
import { createReportController } from './features/reports';
import { settingsController } from './features/settings';
import type { Strapi } from './strapi';

/** A controller as Strapi makes it, from the services of the records. */
const fromRecords =
  (make: (records: Records) => Controller) =>
  ({ strapi }: { strapi: Strapi }): Controller =>
    make(servicesOf(strapi).records);

const from =
  <C>(make: (services: Services) => C) =>
  ({ strapi }: { strapi: Strapi }): C =>
    make(servicesOf(strapi));

/** Every controller, by the name that routes and permissions use. */
export const controllers = {
  audiences: fromRecords(({ audiences }) => audienceController(audiences)),
  'interest-tags': fromRecords(({ interestTags }) => recordController(interestTags)),
  'entry-targeting': fromRecords(({ entryTargeting }) => entryTargetingController(entryTargeting)),
  goals: fromRecords(({ goals }) => recordController(goals)),
  campaigns: fromRecords(({ campaigns }) => recordController(campaigns)),
  experiences: ({ strapi }: { strapi: Strapi }) => {
    const { experiences, variantsFeature } = servicesOf(strapi).records;
    return experienceController(strapi, experiences, variantsFeature.contents);
  },
  variants: ({ strapi }: { strapi: Strapi }) =>
    variantController({ strapi, ...servicesOf(strapi).records.variantsFeature }),
  'entry-variants': ({ strapi }: { strapi: Strapi }) => {
    const { entryVariants, variantsFeature } = servicesOf(strapi).records;
    return entryVariantController({ strapi, entryVariants, origins: variantsFeature.origins });
  },
  settings: fromRecords(({ settings }) => settingsController(settings)),
  decision: from((services) => decisionController({ ...services, drawId: randomUUID })),
  'preview-token': from((services) => previewTokenController(services)),
  event: from(({ events, now }) => createEventController(events, now)),
  result: from(({ reports, events }) => createReportController(reports, events.notCounted)),
  attention: from(({ attention }) => attentionController(attention)),
  privacy: from(({ privacy }) => createPrivacyController(privacy, unitHash)),
};
