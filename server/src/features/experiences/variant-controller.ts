import type { Context } from 'koa';
import type {
  VariantContentListResponse,
  VariantContentResponse,
  VariantListResponse,
  VariantResponse,
} from '../../../../src/protocol/variants';
import { handle, Problem } from '../../http/problem';
import { adminRoute } from '../../http/routes';
import type { Strapi } from '../../strapi';
import { adminBody, answer, param, type Controller } from '../records';
import { siblingOf, type ContentService, type VariantService } from '../variants';

/** What the panel's API of variants is made of. */
export interface VariantControllerParts {
  readonly strapi: Strapi;
  readonly variants: VariantService;
  readonly contents: ContentService;
}

/** The panel's API of variants and their contents; the contents themselves are edited in the Content Manager. */
export const variantController = ({ strapi, variants, contents }: VariantControllerParts): Controller => ({
  find: handle(async (ctx): Promise<VariantListResponse> => {
    const data = await variants.find(param(ctx, 'experience'));
    return {
      data,
      meta: { pagination: { page: 1, pageSize: Math.max(1, data.length), total: data.length } },
    };
  }),
  findOne: handle(async (ctx): Promise<VariantResponse> => answer(await variants.findOne(...names(ctx)))),
  create: handle(async (ctx): Promise<VariantResponse> => {
    const variant = await variants.create(param(ctx, 'experience'), adminBody(ctx));
    ctx.status = 201;
    return answer(variant);
  }),
  update: handle(
    async (ctx): Promise<VariantResponse> => answer(await variants.update(...names(ctx), adminBody(ctx))),
  ),
  remove: handle(async (ctx): Promise<VariantResponse> => answer(await variants.remove(...names(ctx)))),
  addContent: handle(async (ctx): Promise<VariantContentResponse> => {
    const body = adminBody(ctx);
    requireEditor(strapi, ctx, contentTypeOf(body.entry));
    const content = await contents.add(...names(ctx), body);
    ctx.status = 201;
    return answer(content);
  }),
  contentsOfExperience: handle(async (ctx): Promise<VariantContentListResponse> => {
    const experience = param(ctx, 'experience');
    // Says 404 where there is none: no contents and no experience are different answers.
    await variants.find(experience);
    return answer(await contents.ofExperience(experience));
  }),
  contentsOfEntry: handle(
    async (ctx): Promise<VariantContentListResponse> =>
      answer(
        await contents.ofEntry({
          contentType: param(ctx, 'contentType'),
          documentId: param(ctx, 'documentId'),
        }),
      ),
  ),
});

const names = (ctx: Context): [experience: string, variant: string] => [
  param(ctx, 'experience'),
  param(ctx, 'code'),
];

const contentTypeOf = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null && 'contentType' in entry ? String(entry.contentType) : '';

/**
 * Content is written on behalf of the administrator, so the Content Manager's own permission on the
 * variants' content type holds here as well: ours must not be a way around it.
 * @throws Problem 403 `content-forbidden`.
 */
function requireEditor(strapi: Strapi, ctx: Context, contentType: string): void {
  const sibling = siblingOf(strapi, contentType);
  if (!sibling) return;
  const { userAbility } = ctx.state as {
    userAbility: { can(action: string, subject: string): boolean };
  };
  const actions = ['create', 'update'].map((name) => `plugin::content-manager.explorer.${name}`);
  if (actions.every((action) => userAbility.can(action, sibling.uid))) return;
  throw new Problem({
    status: 403,
    code: 'content-forbidden',
    message: `Ask for the right to create and update "${sibling.uid}" in the Content Manager.`,
  });
}

const ALL = '/experiences/:experience/variants';
const ONE = `${ALL}/:code`;

export const variantRoutes = [
  adminRoute('GET', ALL, 'variants.find', 'experiences.read'),
  adminRoute('GET', ONE, 'variants.findOne', 'experiences.read'),
  adminRoute('POST', ALL, 'variants.create', 'experiences.write'),
  adminRoute('PUT', ONE, 'variants.update', 'experiences.write'),
  adminRoute('DELETE', ONE, 'variants.remove', 'experiences.write'),
  adminRoute('POST', `${ONE}/contents`, 'variants.addContent', 'experiences.write'),
  adminRoute('GET', '/experiences/:experience/contents', 'variants.contentsOfExperience', 'experiences.read'),
  adminRoute(
    'GET',
    '/entries/:contentType/:documentId/contents',
    'variants.contentsOfEntry',
    'experiences.read',
  ),
];
