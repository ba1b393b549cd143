import type { AudienceUsesResponse, AudienceValidateResponse } from '../../../../src/protocol/audiences';
import { handle } from '../../http/problem';
import { adminRoute, recordRoutes } from '../../http/routes';
import { adminBody, answer, param, recordController, type Controller } from '../records';
import type { AudienceService } from './audience-service';

/** The panel's API of audiences. */
export const audienceController = (service: AudienceService): Controller => ({
  ...recordController(service),
  validate: handle(
    async (ctx): Promise<AudienceValidateResponse> => answer(await service.validate(adminBody(ctx).rule)),
  ),
  uses: handle(async (ctx): Promise<AudienceUsesResponse> => answer(await service.uses(param(ctx, 'code')))),
});

export const audienceRoutes = [
  adminRoute('POST', '/audiences/validate', 'audiences.validate', 'audiences.read'),
  adminRoute('GET', '/audiences/:code/uses', 'audiences.uses', 'audiences.read'),
  ...recordRoutes('/audiences', 'audiences', 'audiences.read', 'audiences.write'),
];
