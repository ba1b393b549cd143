import type { EntryTargetingResponse } from '../../../../src/protocol/entry-targeting';
import { handle } from '../../http/problem';
import { adminRoute } from '../../http/routes';
import { adminBody, answer, param, type Controller } from '../records';
import type { EntryTargetingService } from './entry-targeting-service';

/** The panel's API of entry interests and entry audiences. */
export const entryTargetingController = (service: EntryTargetingService): Controller => ({
  get: handle(
    async (ctx): Promise<EntryTargetingResponse> =>
      answer(await service.get(param(ctx, 'contentType'), param(ctx, 'documentId'))),
  ),
  set: handle(
    async (ctx): Promise<EntryTargetingResponse> =>
      answer(await service.set(param(ctx, 'contentType'), param(ctx, 'documentId'), adminBody(ctx))),
  ),
});

const PATH = '/entries/:contentType/:documentId';

export const entryTargetingRoutes = [
  adminRoute('GET', PATH, 'entry-targeting.get', 'entries.read'),
  adminRoute('PUT', PATH, 'entry-targeting.set', 'entries.write'),
];
