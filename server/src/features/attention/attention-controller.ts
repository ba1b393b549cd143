import type { AttentionResponse } from '../../../../src/protocol/attention';
import { handle } from '../../http/problem';
import { adminRoute, type Route } from '../../http/routes';
import type { AttentionService } from './attention-service';

/** The panel's API of what needs attention. */
export const attentionController = (service: AttentionService) => ({
  find: handle((): Promise<AttentionResponse> => service.find()),
});

export const attentionRoutes: Route[] = [
  adminRoute('GET', '/attention', 'attention.find', 'experiences.read'),
];
