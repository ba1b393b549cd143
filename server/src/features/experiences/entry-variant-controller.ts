import type { Context } from 'koa';
import type { PersonalizedTypeListResponse } from '../../../../src/protocol/content-types';
import type {
  EntryVariantResponse,
  VariantContentOriginResponse,
} from '../../../../src/protocol/entry-variants';
import { handle } from '../../http/problem';
import { adminRoute, adminRouteForAny } from '../../http/routes';
import type { Strapi } from '../../strapi';
import { adminBody, answer, type Controller, param } from '../records';
import { type ContentOrigins, personalizedTypes, siblingByUid } from '../variants';
import type { EntryVariantService } from './entry-variant-service';
import { administratorOf, requireRightOn, requireWritable, rowsOf } from './require-right';

/** What the Content Manager's side panels are made of. */
export interface EntryVariantControllerParts {
  readonly strapi: Strapi;
  readonly entryVariants: EntryVariantService;
  readonly origins: ContentOrigins;
}

/** What the panel asks beside an entry, and beside variant content. */
export const entryVariantController = (parts: EntryVariantControllerParts): Controller => {
  const { strapi, entryVariants, origins } = parts;
  return {
    types: handle(
      async (): Promise<PersonalizedTypeListResponse> => ({ data: await personalizedTypes(strapi) }),
    ),
    create: handle(async (ctx): Promise<EntryVariantResponse> => {
      const entry = { contentType: param(ctx, 'contentType'), documentId: param(ctx, 'documentId') };
      const body = adminBody(ctx);
      await requireWritable({ strapi, ctx }, { ...body, entry });
      const data = await entryVariants.create(entry, body, administratorOf(ctx));
      ctx.status = 201;
      return answer(data);
    }),
    origin: handle(
      async (ctx): Promise<VariantContentOriginResponse> => answer(await origins.find(contentOf(ctx))),
    ),
    adopt: handle(async (ctx): Promise<VariantContentOriginResponse> => {
      const content = contentOf(ctx);
      const { variantContentType: type, variantDocumentId } = content;
      if (siblingByUid(strapi, type)) {
        requireRightOn(strapi, ctx, type, 'update', await rowsOf(strapi, type, [variantDocumentId]));
      }
      return answer(await origins.adopt(content, adminBody(ctx)));
    }),
  };
};

const contentOf = (ctx: Context) => ({
  variantContentType: param(ctx, 'variantContentType'),
  variantDocumentId: param(ctx, 'documentId'),
});

const CONTENT = '/variant-contents/:variantContentType/:documentId';

export const entryVariantRoutes = [
  // Beside entries and beside experiences alike.
  adminRouteForAny('GET', '/content-types', 'entry-variants.types', 'entries.read', 'experiences.read'),
  adminRoute(
    'POST',
    '/entries/:contentType/:documentId/variants',
    'entry-variants.create',
    'experiences.write',
  ),
  adminRoute('GET', CONTENT, 'entry-variants.origin', 'experiences.read'),
  adminRoute('PUT', CONTENT, 'entry-variants.adopt', 'experiences.write'),
];
