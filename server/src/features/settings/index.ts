export { settingsController, settingsRoutes } from './settings-controller';
export { createSettingsService, type SettingsService } from './settings-service';
