import type { Context } from 'koa';
import { err, ok, type Result } from '../../../../src/foundation/result';
import type { Strapi } from '../../strapi';
import { type ContentTypeFacts, contentTypeFacts } from './content-type-facts';
import type { EntryProblem } from './entry-lookup';

/** The caller's right to read entries of a content type: that to the type's own route, as it is configured. */
export type MayRead = (ctx: Context, contentType: string) => Promise<Result<true, EntryProblem>>;

/** A route of a content type as Strapi keeps it. */
interface OwnRoute {
  readonly method: string;
  readonly handler: unknown;
  readonly config?: {
    readonly auth?: false | { readonly scope?: readonly string[] };
    readonly policies?: readonly unknown[];
    readonly middlewares?: readonly unknown[];
  };
}

/** @param allowGuardedRoutes let types be read whose own route has policies, middlewares or a controller. */
export const createMayRead =
  (strapi: Strapi, allowGuardedRoutes: boolean): MayRead =>
  async (ctx, contentType) => {
    const facts = contentTypeFacts(strapi, contentType) as ContentTypeFacts;
    const action = facts.kind === 'singleType' ? 'find' : 'findOne';
    const route = ownRoute(strapi, facts, action);
    if (!route)
      return err({
        code: 'entry-forbidden',
        message: 'This content type has no route of its own to read it.',
      });
    const guarded = (route.config?.policies?.length ?? 0) + (route.config?.middlewares?.length ?? 0) > 0;
    if ((guarded || hasOwnAction(strapi, facts.uid, action)) && !allowGuardedRoutes) {
      return err({
        code: 'entry-needs-own-route',
        message:
          'The route of this content type does more than reading: fetch the entry there with ?variant=<variantKey>.',
      });
    }
    if (route.config?.auth === false) return ok(true);
    try {
      const scope = route.config?.auth?.scope ?? [`${facts.uid}.${action}`];
      const auth = strapi.get('auth') as unknown as { verify(auth: unknown, config: object): Promise<void> };
      await auth.verify(ctx.state.auth, { scope });
      return ok(true);
    } catch {
      return err({
        code: 'entry-forbidden',
        message: `Reading this entry needs the permission "${action}" of its content type.`,
      });
    }
  };

function ownRoute(strapi: Strapi, { uid }: ContentTypeFacts, action: string): OwnRoute | undefined {
  const apiName = uid.slice('api::'.length).split('.')[0] as string;
  const api = strapi.apis[apiName] as unknown as
    | { routes: Record<string, { routes?: readonly OwnRoute[] }> }
    | undefined;
  const handler = `${uid}.${action}`;
  const short = handler.slice(`api::${apiName}.`.length);
  return Object.values(api?.routes ?? {})
    .flatMap(({ routes }) => routes ?? [])
    .find((route) => route.method === 'GET' && (route.handler === handler || route.handler === short));
}

/** Strapi's factory puts its own actions on the prototype of a controller that replaces some of them. */
function hasOwnAction(strapi: Strapi, uid: string, action: string): boolean {
  const controller = strapi.controller(uid as never) as unknown as Record<string, unknown> | undefined;
  if (!controller) return true;
  const generic = Object.getPrototypeOf(controller) as Record<string, unknown>;
  return controller[action] !== generic[action];
}
