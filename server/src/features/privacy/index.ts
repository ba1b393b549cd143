export { createPrivacyController } from './privacy-controller';
export { createPrivacyService, type PrivacyService } from './privacy-service';
export { privacyRoutes } from './routes';
export { scheduleRetention } from './schedule-retention';
