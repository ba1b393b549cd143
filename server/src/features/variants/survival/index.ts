export { followAdministrators } from './follow-administrators';
export { registerSurvivalModels } from './models';
export { ownTables, persistTables } from './persisted-tables';
export { restoreReturned } from './restore';
export { noteReturnedTypes } from './returned-types';
export { type AdminPermission, type SkipReason, type SurvivalReport, survivalStore } from './store';
