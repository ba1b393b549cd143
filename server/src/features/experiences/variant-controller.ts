import type { Context } from 'koa';
import type {
  VariantContentListResponse,
  VariantContentResponse,
  VariantListResponse,
  VariantResponse,
} from '../../../../src/protocol/variants';
import { handle } from '../../http/problem';
import { adminRoute } from '../../http/routes';
import type { Strapi } from '../../strapi';
import { adminBody, answer, param, type Controller } from '../records';
import type { ContentService, VariantService } from '../variants';
import { administratorOf, requireDeletable, requireWritable } from './require-right';

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
  remove: handle(async (ctx): Promise<VariantResponse> => {
    const [experience, code] = names(ctx);
    await requireDeletable(strapi, ctx, contents, experience, code);
    return answer(await variants.remove(experience, code));
  }),
  addContent: handle(async (ctx): Promise<VariantContentResponse> => {
    const body = adminBody(ctx);
    const [experience, variant] = names(ctx);
    await requireWritable({ strapi, ctx, contents, experience, variant }, body);
    const content = await contents.add(experience, variant, body, administratorOf(ctx));
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
