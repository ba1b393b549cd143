import type { PluginConfig } from '../../config/defaults';
import type { Strapi } from '../../strapi';
import { isDeliveryRoute } from './route-matcher';

/** Carries the hash of context and caller, so that caches keyed by URL keep visitors apart. */
export const FOLDED_PARAMETER = 'contextualVisitor';

/**
 * Declares our query parameters on the routes that understand them, so that they pass with
 * `api.rest.strictParams`. Must run in `register`, before Strapi makes its routes.
 */
export function declareQueryParameters(strapi: Strapi, names: PluginConfig['parameters']): void {
  // Coerced, because a list or an object is to be ignored and not to fail the request.
  const declaration = {
    schema: (z: { coerce: { string(): { optional(): unknown } } }) => z.coerce.string().optional(),
    matchRoute: (route: Parameters<typeof isDeliveryRoute>[1]) => isDeliveryRoute(strapi, route),
  };
  const parameters = [names.variant, names.personalize, names.previewToken, FOLDED_PARAMETER];
  const api = strapi.contentAPI as unknown as {
    addQueryParams(options: Record<string, typeof declaration>): void;
  };
  api.addQueryParams(Object.fromEntries(parameters.map((name) => [name, declaration])));
}
