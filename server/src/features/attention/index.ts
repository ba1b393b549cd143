export { type AffectedLog, createAffectedLog } from './affected-log';
export { attentionController, attentionRoutes } from './attention-controller';
export { type AttentionService, createAttentionService } from './attention-service';
export { followSchemas } from './follow-schemas';
export { registerAttentionModels } from './models';
