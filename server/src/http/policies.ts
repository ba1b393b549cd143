import type { Context } from 'koa';

/** Name of {@link policies}' only one, as routes refer to it. */
export const HAS_ANY_PERMISSION = 'plugin::contextual.has-any-permission';

/** Strapi's own policy wants all of the permissions that it is given; this one is content with any of them. */
const hasAnyPermission = (ctx: Context, { actions }: { readonly actions: readonly string[] }): boolean => {
  const { userAbility } = ctx.state as { userAbility?: { can(action: string): boolean } };
  return userAbility !== undefined && actions.some((action) => userAbility.can(action));
};

/** Policies of the plugin's own routes. */
export const policies = { 'has-any-permission': hasAnyPermission };
