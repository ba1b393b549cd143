import { createHash } from 'node:crypto';
import type { Context, Next } from 'koa';
import type { ErrorBody } from '../../../../src/protocol/error-body';
import { PLUGIN_ID } from '../../constants';
import type { PluginConfig } from '../../config/defaults';
import { answerWithProblem } from '../../http/problem';
import { deliveryOf } from './delivery-request';
import { FOLDED_PARAMETER } from './query-parameters';
import { CONTEXT_HEADER, keepVisitor, readVisitor, type ReadVisitorParts } from './read-visitor';

/** What the outermost middleware needs. */
export interface OutermostParts extends ReadVisitorParts {
  readonly config: PluginConfig;
  /** Start of every path of the public API, for example `/api`. */
  readonly apiPrefix: string;
  /** Does a route that delivers variants answer this path? */
  readonly isDeliveryPath: (path: string) => boolean;
}

/**
 * Runs before everything else of Strapi. Lets browsers send the context header where Strapi's CORS
 * lets them send anything, and gives every personalised GET a URL of its own, so that no cache that
 * looks at URLs alone can hand one visitor's answer to another.
 */
export function outermostMiddleware(parts: OutermostParts) {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (isPersonalised(ctx, parts)) foldVisitor(ctx, parts);
    await next();
    if (deliveryOf(ctx)) keepCookiesPrivate(ctx);
    if (ctx.path.startsWith(`${parts.apiPrefix}/${PLUGIN_ID}/`)) codeRefusals(ctx);
    if (ctx.method === 'OPTIONS' && ctx.path.startsWith(`${parts.apiPrefix}/`)) admitContextHeader(ctx);
  };
}

function isPersonalised(ctx: Context, { config, isDeliveryPath }: OutermostParts): boolean {
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return false;
  // Looked at closer only where it may be: as it is, or with its letters encoded.
  if (!/true|%/.test(ctx.querystring)) return false;
  return (
    new URLSearchParams(ctx.querystring).getAll(config.parameters.personalize).includes('true') &&
    isDeliveryPath(ctx.path)
  );
}

/**
 * Hashed are the visitor as understood, so everything that a decision may depend on, and the credentials.
 * A unit that was drawn here belongs to this one request, and so does its answer.
 */
function foldVisitor(ctx: Context, parts: OutermostParts): void {
  const visitor = readVisitor(ctx, parts);
  keepVisitor(ctx, visitor);
  const { authorization, cookie } = ctx.headers;
  const known = visitor.outcome.ok ? visitor.outcome.value : {};
  const nonce = visitor.drawn ? parts.drawId() : '';
  const hash = createHash('sha256').update(JSON.stringify([known, authorization, cookie, nonce]));
  const others = ctx.querystring.split('&').filter((part) => part !== '' && !namesFolded(part));
  ctx.querystring = [...others, `${FOLDED_PARAMETER}=${hash.digest('base64url')}`].join('&');
}

function namesFolded(part: string): boolean {
  const [name = ''] = part.split('=');
  try {
    return decodeURIComponent(name).split('[')[0] === FOLDED_PARAMETER;
  } catch {
    return false;
  }
}

function admitContextHeader(ctx: Context): void {
  const accepted = ctx.response.get('Access-Control-Allow-Origin') !== '';
  const allowed = ctx.response.get('Access-Control-Allow-Headers');
  if (!accepted || allowed === '' || !ctx.get('Access-Control-Request-Headers')) return;
  if (!allowed.toLowerCase().includes(CONTEXT_HEADER.toLowerCase())) {
    ctx.set('Access-Control-Allow-Headers', `${allowed},${CONTEXT_HEADER}`);
  }
}

/** A shared cache would hand one visitor's cookie to the next. */
function keepCookiesPrivate(ctx: Context): void {
  if (ctx.response.get('Set-Cookie').length > 0) ctx.set('Cache-Control', 'private, no-store');
}

/** Codes for what Strapi refuses before a controller of ours is reached. */
const REFUSALS: Readonly<Record<number, string>> = {
  400: 'body-malformed',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'body-malformed',
  500: 'internal',
};

/** Callers of our own routes find a stable code in every error. */
function codeRefusals(ctx: Context): void {
  if (ctx.method === 'HEAD' || ctx.method === 'OPTIONS') return;
  if (isUnreadable(ctx)) {
    const message = 'The body cannot be read; send JSON, whole and with the encoding that is declared.';
    return answerWithProblem(ctx, { status: 400, code: 'body-malformed', message });
  }
  const code = REFUSALS[ctx.status];
  const error = (ctx.body as Partial<ErrorBody> | undefined)?.error;
  if (ctx.status === 405 && !error) {
    const message = 'Nothing here answers this method; look it up in the description of the API.';
    return answerWithProblem(ctx, { status: 405, code: 'method-not-allowed', message });
  }
  if (code === undefined || !error || error.details?.code !== undefined) return;
  ctx.body = { data: null, error: { ...error, details: { ...error.details, code } } };
}

/** Strapi fails, before any route, at forms and compressed bodies that are broken. */
const isUnreadable = (ctx: Context): boolean =>
  ctx.status === 500 &&
  ctx.state.route === undefined &&
  (ctx.get('Content-Encoding') !== '' || Boolean(ctx.request.is('multipart')));
