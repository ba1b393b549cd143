import type { Context } from 'koa';
import { z } from '@strapi/utils';
import { LIMITS } from '../../../../src/foundation/limits';
import type {
  ExperienceChecksResponse,
  ExperienceListResponse,
  ExperienceResponse,
  ExperienceTransition,
  WeightsVersionListResponse,
} from '../../../../src/protocol/experiences';
import { handle } from '../../http/problem';
import { adminRoute, recordRoutes } from '../../http/routes';
import type { Strapi } from '../../strapi';
import { answer, param, parseInput, recordController, type Controller } from '../records';
import type { ContentService } from '../variants';
import type { ExperienceService } from './experience-service';
import { requireDeletable } from './require-right';

const LIST_QUERY = z
  .object({
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(LIMITS.recordPageSize).default(100),
    search: z.string().max(120).optional(),
    /** One, or several separated by commas. */
    status: z
      .string()
      .max(60)
      .transform((text) => text.split(','))
      .pipe(z.array(z.enum(['draft', 'running', 'paused', 'ended'])))
      .optional(),
    campaign: z.string().max(64).optional(),
    contentType: z.string().max(120).optional(),
    documentId: z.string().max(64).optional(),
  })
  .refine((query) => (query.contentType === undefined) === (query.documentId === undefined), {
    message: 'Give contentType and documentId together.',
  });

/** The panel's API of experiences. */
export const experienceController = (
  strapi: Strapi,
  service: ExperienceService,
  contents: ContentService,
): Controller => {
  const move = (transition: ExperienceTransition) =>
    handle(async (ctx): Promise<ExperienceResponse> => answer(await service.move(codeOf(ctx), transition)));
  return {
    ...recordController(service),
    find: handle(async (ctx): Promise<ExperienceListResponse> => {
      const { contentType, documentId, ...query } = parseInput(LIST_QUERY, { ...ctx.query }, 'query');
      const entry = contentType && documentId ? { contentType, documentId } : undefined;
      const { records, total } = await service.find({ ...query, entry });
      const { page, pageSize } = query;
      return { data: records, meta: { pagination: { page, pageSize, total } } };
    }),
    remove: handle(async (ctx): Promise<ExperienceResponse> => {
      await requireDeletable(strapi, ctx, contents, codeOf(ctx));
      return answer(await service.remove(codeOf(ctx)));
    }),
    start: move('start'),
    pause: move('pause'),
    resume: move('resume'),
    end: move('end'),
    checks: handle(
      async (ctx): Promise<ExperienceChecksResponse> => ({
        data: await service.checks(codeOf(ctx)),
        meta: { warnings: await service.warnings(codeOf(ctx)) },
      }),
    ),
    weightsVersions: handle(
      async (ctx): Promise<WeightsVersionListResponse> => answer(await service.weightsVersions(codeOf(ctx))),
    ),
  };
};

const codeOf = (ctx: Context) => param(ctx, 'code');

const ONE = '/experiences/:code';

export const experienceRoutes = [
  ...recordRoutes('/experiences', 'experiences', 'experiences.read', 'experiences.write'),
  adminRoute('GET', `${ONE}/checks`, 'experiences.checks', 'experiences.read'),
  adminRoute('GET', `${ONE}/weights-versions`, 'experiences.weightsVersions', 'experiences.read'),
  adminRoute('POST', `${ONE}/start`, 'experiences.start', 'experiences.start'),
  adminRoute('POST', `${ONE}/pause`, 'experiences.pause', 'experiences.start'),
  adminRoute('POST', `${ONE}/resume`, 'experiences.resume', 'experiences.start'),
  adminRoute('POST', `${ONE}/end`, 'experiences.end', 'experiences.start'),
];

/** The panel's API of campaigns. */
export const campaignRoutes = recordRoutes('/campaigns', 'campaigns', 'campaigns.read', 'campaigns.write');
