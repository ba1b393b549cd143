import type { Context } from 'koa';
import { Problem } from '../../http/problem';
import type { Strapi } from '../../strapi';
import { type ContentService, localeOrDefault, siblingOf } from '../variants';

/** What the Content Manager lets a role do. */
export type ExplorerRight = 'create' | 'read' | 'update' | 'delete';

/**
 * Content is written, read and deleted on behalf of the administrator, so the Content Manager's own permissions
 * hold here as well: ours must not be a way around them.
 * @param contentType uid of the content type that the rights are about.
 * @throws Problem 403 `content-forbidden`.
 */
function requireRight(ctx: Context, contentType: string, ...rights: readonly ExplorerRight[]): void {
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

/** One row of content as a role's conditions and locales look at it. */
export interface JudgedRow {
  readonly locale?: string | null;
  readonly createdBy?: { readonly id: unknown; readonly roles?: readonly object[] } | null;
}

/**
 * The same for certain rows: a role may be confined to what its people made, or to some locales.
 * @throws Problem 403 `content-forbidden`.
 */
export function requireRightOn(
  strapi: Strapi,
  ctx: Context,
  contentType: string,
  right: ExplorerRight,
  rows: readonly JudgedRow[],
): void {
  requireRight(ctx, contentType, right);
  const { userAbility } = ctx.state as { userAbility: unknown };
  const checkers = strapi.plugin('content-manager').service('permission-checker') as unknown as {
    create(of: { userAbility: unknown; model: string }): {
      readonly can: Readonly<Record<ExplorerRight, (row: JudgedRow) => boolean>>;
    };
  };
  const { can } = checkers.create({ userAbility, model: contentType });
  if (rows.every((row) => can[right](row))) return;
  throw new Problem({
    status: 403,
    code: 'content-forbidden',
    message: `Ask for the right to ${right} this content of "${contentType}" in the Content Manager: your role has it for other content only.`,
  });
}

/** Documents per query. */
const BATCH = 200;

/** All rows of these documents, or those of one locale. */
export async function rowsOf(
  strapi: Strapi,
  contentType: string,
  documentIds: readonly string[],
  locale?: string,
): Promise<JudgedRow[]> {
  const rows: JudgedRow[] = [];
  for (let from = 0; from < documentIds.length; from += BATCH) {
    const found = (await strapi.db.query(contentType).findMany({
      where: {
        documentId: { $in: documentIds.slice(from, from + BATCH) },
        ...(locale !== undefined && { locale }),
      },
      populate: { createdBy: { select: ['id'], populate: { roles: { select: ['id'] } } } },
    })) as unknown as JudgedRow[];
    rows.push(...found);
  }
  return rows;
}

/** A row that the administrator is about to make. */
const rowToBe = (ctx: Context, locale: string | undefined): JudgedRow => ({
  locale: locale ?? null,
  createdBy: (ctx.state as { user?: JudgedRow['createdBy'] }).user,
});

/** Id of the administrator who asks: without it, what they make would not be theirs to edit. */
export const administratorOf = (ctx: Context): number | undefined =>
  (ctx.state as { user?: { id: number } }).user?.id;

/** Who writes content, and of which variant where it is there already. */
export interface Writing {
  readonly strapi: Strapi;
  readonly ctx: Context;
  readonly contents?: ContentService;
  readonly experience?: string;
  readonly variant?: string;
}

/**
 * Content of one locale is made or changed, perhaps from a copy of its entry.
 * @param body what the caller sent, not validated yet: what is wrong with it is told later.
 * @throws Problem 403 `content-forbidden`.
 */
export async function requireWritable(
  { strapi, ctx, contents, experience = '', variant }: Writing,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { contentType, documentId } = entryOf(body.entry);
  const sibling = siblingOf(strapi, contentType);
  if (!sibling) return;
  requireRight(ctx, sibling.uid, 'create', 'update');
  const asked = typeof body.locale === 'string' ? body.locale : undefined;
  const locale = await localeOrDefault(strapi, sibling, asked);
  const present = (await contents?.ofExperience(experience))?.find(
    ({ entry, variant: own }) =>
      own === variant && entry.contentType === contentType && entry.documentId === documentId,
  );
  const rows = present ? await rowsOf(strapi, sibling.uid, [present.variantDocumentId], locale) : [];
  if (rows.length > 0) requireRightOn(strapi, ctx, sibling.uid, 'update', rows);
  else requireRightOn(strapi, ctx, sibling.uid, 'create', [rowToBe(ctx, locale)]);
  if (body.copyComponents !== true) return;
  requireRightOn(strapi, ctx, contentType, 'read', await rowsOf(strapi, contentType, [documentId], locale));
}

function entryOf(entry: unknown): { readonly contentType: string; readonly documentId: string } {
  const { contentType, documentId } = (entry ?? {}) as Partial<Record<string, unknown>>;
  return { contentType: String(contentType), documentId: String(documentId) };
}

/**
 * A variant takes its content along, an experience that of all its variants.
 * @throws Problem 403 `content-forbidden` for who may not delete it in the Content Manager.
 */
export async function requireDeletable(
  strapi: Strapi,
  ctx: Context,
  contents: ContentService,
  experience: string,
  variant?: string,
): Promise<void> {
  const all = await contents.ofExperience(experience);
  const going = all.filter(
    (content) => content.available && (variant ?? content.variant) === content.variant,
  );
  for (const type of new Set(going.map(({ variantContentType }) => variantContentType))) {
    const own = going.filter(({ variantContentType }) => variantContentType === type);
    const documentIds = own.map(({ variantDocumentId }) => variantDocumentId);
    requireRightOn(strapi, ctx, type, 'delete', await rowsOf(strapi, type, documentIds));
  }
}
