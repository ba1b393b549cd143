export { audienceController, audienceRoutes } from './audience-controller';
export { createAudienceService, type AudienceService } from './audience-service';
