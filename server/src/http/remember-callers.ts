import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import { LRUCache } from 'lru-cache';
import { LIMITS } from '../../../src/foundation/limits';
import { PLUGIN_ID } from '../constants';
import type { Strapi } from '../strapi';
import { NEUTRAL_HEADERS } from './neutral-headers';

/** What remembering callers needs. */
export interface RememberCallersParts {
  readonly strapi: Strapi;
  /** Moves with every write to roles, permissions, users, tokens and settings: all that is remembered goes. */
  readonly contentVersion: () => number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Strapi asks the database two to four times who calls. On the plugin's own routes its answer is remembered, for
 * the same credentials, until anything that it was made from changes or the token expires. Whoever is not
 * remembered, and everybody who is refused, takes Strapi's own way, so its answers and no others are given. A
 * token's "last used" may lag by the seconds that it is remembered; what another instance changed is known with
 * the next look at the version row.
 */
export function rememberCallers({ strapi, contentVersion, now }: RememberCallersParts): void {
  const callers = new LRUCache<string, RememberedCaller>({ max: LIMITS.rememberedCallers });
  const service = strapi.get('auth') as unknown as Authentication;
  const authenticate = service.authenticate.bind(service);

  service.authenticate = (ctx, next) => {
    if (!isOwnRoute(ctx)) return authenticate(ctx, next);
    const key = keyOf(ctx);
    const version = contentVersion();
    const known = callers.get(key);
    if (known?.version === version && now() < known.until) {
      Object.assign(ctx.state, stateOf(known));
      return next();
    }
    const before = new Set(Object.keys(ctx.state));
    return authenticate(ctx, () => {
      const caller = callerOf(ctx, before, now());
      // An edit in the meantime: this answer may be from before it.
      if (caller && version === contentVersion()) callers.set(key, { ...caller, version });
      return next();
    });
  };
}

/** Strapi's service of authentication, as far as it is used here. */
interface Authentication {
  authenticate(ctx: Context, next: () => Promise<unknown>): Promise<unknown>;
}

/** What Strapi's authentication leaves in the state of a request. */
interface Authenticated {
  readonly strategy: { readonly name?: string };
  readonly credentials: (object & { readonly expiresAt?: unknown }) | null;
  readonly ability: unknown;
}

interface Caller {
  readonly auth: Authenticated;
  readonly hasUser: boolean;
  readonly session?: object;
  /** Epoch milliseconds; from then on Strapi is asked again. */
  readonly until: number;
}

type RememberedCaller = Caller & { readonly version: number };

interface RouteState {
  readonly info?: { readonly type?: string; readonly pluginName?: string };
  readonly config?: { readonly auth?: false | { readonly strategies?: unknown } };
}

/** A project may have given our routes other strategies; then they are none of our business. */
function isOwnRoute(ctx: Context): boolean {
  const { info, config } = (ctx.state as { route?: RouteState }).route ?? {};
  if (info?.type !== 'content-api' || info.pluginName !== PLUGIN_ID) return false;
  return config?.auth !== false && config?.auth?.strategies === undefined;
}

/** Everything that a strategy, of a project's making too, may know a caller by, but the network address. */
function keyOf(ctx: Context): string {
  const telling = Object.entries(ctx.headers).filter(([name]) => !NEUTRAL_HEADERS.has(name));
  return createHash('sha256')
    .update(JSON.stringify([ctx.querystring, telling.sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('base64');
}

/** Strapi's own strategies; what others base their answer on is not known here. */
const STRATEGIES: ReadonlySet<unknown> = new Set(['content-api-token', 'api-token', 'users-permissions']);
const LEFT_BEHIND: ReadonlySet<string> = new Set(['auth', 'isAuthenticated', 'user', 'session']);

function callerOf(ctx: Context, before: ReadonlySet<string>, at: number): Caller | undefined {
  const { auth, user, session } = ctx.state as { auth?: Authenticated; user?: object; session?: object };
  if (!auth || !STRATEGIES.has(auth.strategy.name)) return undefined;
  if (Object.keys(ctx.state).some((key) => !before.has(key) && !LEFT_BEHIND.has(key))) return undefined;
  if (user !== undefined && user !== auth.credentials) return undefined;
  const until = Math.min(at + LIMITS.rememberedCallerSeconds * 1_000, expiryOf(ctx, auth));
  return { auth: copyOf(auth), hasUser: user !== undefined, ...(session && { session }), until };
}

function stateOf({ auth: remembered, hasUser, session }: Caller): object {
  const auth = copyOf(remembered);
  return {
    isAuthenticated: true,
    auth,
    ...(hasUser && { user: auth.credentials }),
    ...(session && { session: structuredClone(session) }),
  };
}

/** Nobody's request may change what another one sees. The ability is never written to. */
const copyOf = (auth: Authenticated): Authenticated => ({
  ...auth,
  credentials: structuredClone(auth.credentials),
});

/** When Strapi would begin to refuse the credentials, epoch milliseconds. */
function expiryOf(ctx: Context, { credentials }: Authenticated): number {
  const { expiresAt } = credentials ?? {};
  const tokenEnd = expiresAt === undefined || expiresAt === null ? Infinity : Date.parse(String(expiresAt));
  return Math.min(Number.isNaN(tokenEnd) ? 0 : tokenEnd, jwtEnd(ctx.headers.authorization));
}

/** A JSON web token carries its end in seconds; Strapi has checked the signature. */
function jwtEnd(authorization: string | undefined): number {
  const payload = authorization?.split(/\s+/)[1]?.split('.')[1];
  if (payload === undefined) return Infinity;
  try {
    const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1_000 : Infinity;
  } catch {
    return 0;
  }
}
