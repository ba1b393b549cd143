import type { Context, Next } from 'koa';
import { PLUGIN_ID } from '../../constants';
import type { Strapi } from '../../strapi';

interface Route {
  readonly method: string;
  readonly path: string;
  config?: { middlewares?: unknown[] };
}

/**
 * Keeps the Content-Type Builder from writing our types into the project's `src/extensions`, where the next
 * start would fail on them. Deleting a component or a type makes its panel send every type that had it,
 * variants' types too. Ours does not (see the panel half), but a panel built before an update, or another
 * client, may. To be called in `register`, before the routes are built.
 */
export function guardTypeBuilder(strapi: Strapi): void {
  const builder = strapi.plugin('content-type-builder') as unknown as
    | { routes: { admin?: { routes: Route[] } } }
    | undefined;
  for (const route of builder?.routes.admin?.routes ?? []) {
    if (route.method === 'GET') continue;
    if (route.path === '/update-schema') prepend(route, leaveOurTypesOut);
    if (route.path === '/content-types/:uid') prepend(route, refuseOurTypes);
  }
}

const isOurs = (uid: unknown): boolean => typeof uid === 'string' && uid.startsWith(`plugin::${PLUGIN_ID}.`);

function prepend(route: Route, middleware: (ctx: Context, next: Next) => unknown): void {
  route.config = { ...route.config, middlewares: [middleware, ...(route.config?.middlewares ?? [])] };
}

/** The rest of the save goes on: nobody meant to change types that the builder does not even show. */
function leaveOurTypesOut(ctx: Context, next: Next): unknown {
  const body = (ctx.request as { body?: unknown }).body as { data?: { contentTypes?: unknown } } | undefined;
  if (body?.data && Array.isArray(body.data.contentTypes)) {
    body.data.contentTypes = body.data.contentTypes.filter(
      (type: { uid?: unknown } | null) => !isOurs(type?.uid),
    );
  }
  return next();
}

function refuseOurTypes(ctx: Context, next: Next): unknown {
  if (!isOurs(ctx.params.uid)) return next();
  return ctx.badRequest('This type follows from its base type: change that one instead.');
}
