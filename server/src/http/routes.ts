import { adminActionUid, type AdminActionName } from './permissions';
import { HAS_ANY_PERMISSION } from './policies';

/** A route as Strapi's router takes it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/contextual` for the panel, below `/api/contextual` for the public API. */
  readonly path: string;
  /** `<controller>.<action>` */
  readonly handler: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** A route of the panel: for logged-in administrators whose role has every one of `actions`. */
export const adminRoute = (
  method: Route['method'],
  path: string,
  handler: string,
  ...actions: readonly [AdminActionName, ...AdminActionName[]]
): Route => guarded('admin::hasPermissions', { method, path, handler }, actions);

/** The same for administrators whose role has any one of `actions`. */
export const adminRouteForAny = (
  method: Route['method'],
  path: string,
  handler: string,
  ...actions: readonly [AdminActionName, AdminActionName, ...AdminActionName[]]
): Route => guarded(HAS_ANY_PERMISSION, { method, path, handler }, actions);

const guarded = (
  policy: string,
  route: Omit<Route, 'config'>,
  actions: readonly AdminActionName[],
): Route => ({
  ...route,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: policy, config: { actions: actions.map(adminActionUid) } },
    ],
  },
});

/**
 * A route of the public API. Without `scope` Strapi asks for the permission of the handler itself;
 * `open` routes check the caller on their own.
 */
export const contentApiRoute = (
  method: Route['method'],
  path: string,
  handler: string,
  access: { readonly scope?: readonly string[]; readonly open?: true } = {},
): Route => ({
  method,
  path,
  handler,
  config: access.open ? { auth: false } : access.scope ? { auth: { scope: access.scope } } : {},
});

/** The five routes that every kind of record has. */
export const recordRoutes = (
  path: string,
  controller: string,
  read: AdminActionName,
  write: AdminActionName,
): Route[] => [
  adminRoute('GET', path, `${controller}.find`, read),
  adminRoute('GET', `${path}/:code`, `${controller}.findOne`, read),
  adminRoute('POST', path, `${controller}.create`, write),
  adminRoute('PUT', `${path}/:code`, `${controller}.update`, write),
  adminRoute('DELETE', `${path}/:code`, `${controller}.remove`, write),
];
