import type { Context } from 'koa';
import { Problem } from '../../http/problem';
import type { ContentService } from '../variants';

/** What the Content Manager lets a role do. */
export type ExplorerRight = 'create' | 'read' | 'update' | 'delete';

/**
 * Content is written, read and deleted on behalf of the administrator, so the Content Manager's own permissions
 * hold here as well: ours must not be a way around them.
 * @param contentType uid of the content type that the rights are about.
 * @throws Problem 403 `content-forbidden`.
 */
export function requireRight(ctx: Context, contentType: string, ...rights: readonly ExplorerRight[]): void {
  const { userAbility } = ctx.state as {
    userAbility: { can(action: string, subject: string): boolean };
  };
  const can = (right: ExplorerRight) =>
    userAbility.can(`plugin::content-manager.explorer.${right}`, contentType);
  if (rights.every(can)) return;
  throw new Problem({
    status: 403,
    code: 'content-forbidden',
    message: `Ask for the right to ${rights.join(' and ')} "${contentType}" in the Content Manager.`,
  });
}

/**
 * A variant takes its content along, an experience that of all its variants.
 * @throws Problem 403 `content-forbidden` for who may not delete it in the Content Manager.
 */
export async function requireDeletable(
  ctx: Context,
  contents: ContentService,
  experience: string,
  variant?: string,
): Promise<void> {
  const all = await contents.ofExperience(experience);
  const going = all.filter(
    (content) => content.available && (variant ?? content.variant) === content.variant,
  );
  const types = new Set(going.map(({ variantContentType }) => variantContentType));
  for (const type of types) requireRight(ctx, type, 'delete');
}
