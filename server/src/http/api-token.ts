import type { Context } from 'koa';

/** Names of Strapi's strategy for API tokens; the older one was used before tokens of administrators existed. */
const STRATEGIES: ReadonlySet<unknown> = new Set(['content-api-token', 'api-token']);

/** Does a server call, with an API token, and not a visitor's browser? */
export const isApiTokenCall = (ctx: Context): boolean => STRATEGIES.has(ctx.state.auth?.strategy?.name);
