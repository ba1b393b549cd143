export { createEntryTargetingService, type EntryTargetingService } from './entry-targeting-service';
export { entryTargetingController, entryTargetingRoutes } from './entry-targeting-controller';
export { createInterestTagService, type InterestTagService } from './interest-tag-service';
export { interestTagRoutes } from './routes';
