import type { Context, Next } from 'koa';
import type { PluginConfig } from '../../config/defaults';
import { answerWithProblem, Problem } from '../../http/problem';
import { pageMeta, type PreviewEngines, type PreviewTokenService } from '../decisions';
import type { EngineHolder } from '../manifest';
import {
  attachDelivery,
  type DeliveryParameters,
  type DeliveryRequest,
  readDeliveryParameters,
} from './delivery-request';
import { foldedVisitor } from './read-visitor';

/** What the request middleware needs. */
export interface RequestParts {
  readonly config: PluginConfig;
  readonly holder: EngineHolder;
  readonly previewTokens: PreviewTokenService;
  readonly previewEngines: PreviewEngines;
  readonly isDeliveryPath: (path: string) => boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly warnOnce: (message: string) => void;
}

/**
 * Sits between Strapi's own middlewares and its router: reads our parameters before, and sets cache
 * headers and `meta.contextual` after.
 */
export function requestMiddleware(parts: RequestParts) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const parameters = readsDelivered(ctx, parts)
      ? readDeliveryParameters(ctx.query, parts.config.parameters)
      : undefined;
    if (!parameters) return next();
    let delivery: DeliveryRequest | undefined;
    try {
      delivery = await prepare(ctx, parameters, parts);
    } catch (error) {
      if (error instanceof Problem) {
        ctx.set('Cache-Control', PRIVATE);
        return answerWithProblem(ctx, error);
      }
      parts.warnOnce(`contextual: serving base, our parameters could not be read. ${String(error)}`);
    }
    if (!delivery) return next();
    attachDelivery(ctx, delivery);
    // Before the answer exists: an error page must not be shared either.
    ctx.set('Cache-Control', PRIVATE);
    try {
      await next();
    } catch (error) {
      ctx.set('Cache-Control', PRIVATE);
      throw error;
    }
    setCacheHeaders(ctx, delivery, parts);
    addMeta(ctx, delivery);
  };
}

const PRIVATE = 'private, no-store';

const readsDelivered = (ctx: Context, { isDeliveryPath }: RequestParts): boolean =>
  (ctx.method === 'GET' || ctx.method === 'HEAD') && ctx.querystring !== '' && isDeliveryPath(ctx.path);

async function prepare(
  ctx: Context,
  parameters: DeliveryParameters,
  parts: RequestParts,
): Promise<DeliveryRequest | undefined> {
  const at = parts.now();
  const verified =
    parameters.previewToken === undefined
      ? undefined
      : parts.previewTokens.verify(parameters.previewToken, at);
  const grant = verified?.ok ? verified.value : undefined;
  if (parameters.status === 'draft' && !grant) return undefined;
  await parts.holder.settled();
  const read = parameters.personalize ? foldedVisitor(ctx) : undefined;
  if (read && !read.outcome.ok) throw read.outcome.error;
  const visitor = read?.outcome.ok ? read.outcome.value : undefined;
  return {
    engine: grant ? await parts.previewEngines.engineFor(grant) : parts.holder.current(),
    now: grant?.now ?? at,
    ...(parameters.variantKey !== undefined && { variantKey: parameters.variantKey }),
    ...(visitor && { visitor }),
    ...(grant && { grant }),
    decided: [],
    shareable: !visitor && parameters.previewToken === undefined && parameters.variantKey !== undefined,
    applied: false,
  };
}

/** What a project's own code said of caching holds where anybody may see the answer, and nowhere else. */
function setCacheHeaders(ctx: Context, delivery: DeliveryRequest, { config }: RequestParts): void {
  const anonymous = !ctx.headers.authorization && !ctx.headers.cookie && !ctx.state.auth?.credentials;
  const shared = ctx.status === 200 && delivery.shareable && delivery.applied && anonymous;
  const ofProject = ctx.response.get('Cache-Control') !== PRIVATE;
  if (shared) {
    // Callers with credentials may be allowed to see more of the same entry.
    ctx.vary('Authorization');
    if (!ofProject) ctx.set('Cache-Control', `public, max-age=0, s-maxage=${config.sharedMaxAgeSeconds}`);
  } else if (delivery.applied || delivery.visitor) {
    ctx.set('Cache-Control', PRIVATE);
  }
}

function addMeta(ctx: Context, { engine, visitor, decided }: DeliveryRequest): void {
  const body = ctx.body as { data?: unknown; meta?: Record<string, unknown> } | undefined;
  if (!visitor || ctx.status !== 200 || typeof body !== 'object' || !body || !('data' in body)) return;
  body.meta = { ...body.meta, contextual: { data: decided, meta: pageMeta(engine, visitor, decided) } };
}
