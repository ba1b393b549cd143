import type { Context } from 'koa';
import { LIMITS } from '../../../../src/foundation/limits';
import { ownValue } from '../../../../src/foundation/plain-object';
import type { Unit } from '../../../../src/model/visitor-context';
import type { EraseResponse } from '../../../../src/protocol/privacy';
import { isApiTokenCall } from '../../http/api-token';
import { readBody } from '../../http/body';
import { handle, Problem } from '../../http/problem';
import type { PrivacyService } from './privacy-service';

/** `POST /api/contextual/erase`, for servers with an API token only: whoever could guess an id must not erase by it. */
export const createPrivacyController = (service: PrivacyService, unitHash: (unit: Unit) => string) => ({
  erase: handle(async (ctx: Context): Promise<EraseResponse> => {
    ctx.set('Cache-Control', 'private, no-store');
    if (!isApiTokenCall(ctx)) {
      throw new Problem({
        status: 403,
        code: 'api-token-required',
        message: 'Send an API token that may erase visitors.',
      });
    }
    const visitorId = ownValue(readBody(ctx, { maxBytes: LIMITS.eventBytes }), 'visitorId');
    if (typeof visitorId !== 'string' || visitorId === '' || visitorId.length > LIMITS.stringLength) {
      throw new Problem({
        status: 400,
        code: 'visitor-id',
        message: 'Send "visitorId", the id that was sent with the events.',
      });
    }
    return { data: await service.erase(unitHash({ kind: 'visitor', id: visitorId })) };
  }),
});
