export { createCampaignService, type CampaignService } from './campaign-service';
export { campaignRoutes, experienceController, experienceRoutes } from './experience-controller';
export { entryVariantController, entryVariantRoutes } from './entry-variant-controller';
export { createEntryVariantService, type EntryVariantService } from './entry-variant-service';
export { createExperienceService, type ExperienceService } from './experience-service';
export {
  createLoadExperiences,
  type ExperienceFilter,
  type LoadExperiences,
  type LoadVariants,
} from './load-experiences';
export { weightsVersionOf } from './experience-record';
export type { PublishedContent } from './start-conditions';
export { createWeightsStore, type WeightsStore } from './weights-store';
export { variantController, variantRoutes } from './variant-controller';
