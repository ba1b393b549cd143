import type { Strapi } from '../../strapi';
import { contentTypeFacts } from '../decisions';

/** A route as Strapi declares it, as far as it matters here. */
interface DeclaredRoute {
  readonly method: string;
  readonly info?: { readonly type?: string; readonly apiName?: string };
}

/** A layer of the router behind the public API. */
interface RouterLayer {
  readonly path: unknown;
  readonly methods: readonly string[];
  match(path: string): boolean;
}

/** Reads of an API of the project that has a type with personalization turned on. */
export function isDeliveryRoute(strapi: Strapi, route: DeclaredRoute): boolean {
  const apiName = route.info?.apiName;
  if (route.method !== 'GET' || !apiName) return false;
  return Object.keys(strapi.contentTypes).some(
    (uid) => uid.startsWith(`api::${apiName}.`) && contentTypeFacts(strapi, uid)?.enabled,
  );
}

/**
 * Tells whether a path belongs to such a route, before any router has run. Built at the first question,
 * when every route is registered.
 */
export function createPathMatcher(strapi: Strapi): (path: string) => boolean {
  let layers: readonly RouterLayer[] | undefined;
  return (path) => (layers ??= deliveryLayers(strapi)).some((layer) => layer.match(path));
}

function deliveryLayers(strapi: Strapi): RouterLayer[] {
  const prefix = strapi.config.get('api.rest.prefix', '/api') as string;
  const paths = new Set<unknown>();
  for (const api of Object.values(strapi.apis) as { routes: Record<string, unknown> }[]) {
    for (const router of Object.values(api.routes) as {
      prefix?: string;
      routes?: (DeclaredRoute & { path: string })[];
    }[]) {
      for (const route of router.routes ?? []) {
        if (isDeliveryRoute(strapi, route)) paths.add(`${prefix}${router.prefix ?? ''}${route.path}`);
      }
    }
  }
  const api = strapi.server.api('content-api') as unknown as { listRoutes(): RouterLayer[] };
  return api.listRoutes().filter((layer) => layer.methods.includes('GET') && paths.has(layer.path));
}
