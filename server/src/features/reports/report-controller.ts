import type { Context } from 'koa';
import type { ResultResponse, ResultsResponse } from '../../../../src/protocol/reports';
import { handle } from '../../http/problem';
import type { ReportService } from './report-service';

/** Results for the panel. @param notCounted events in quarantine by reason. */
export const createReportController = (
  service: ReportService,
  notCounted: () => Promise<ResultsResponse['meta']['notCounted']>,
) => ({
  find: handle(
    async (): Promise<ResultsResponse> => ({
      data: await service.find(),
      meta: { notCounted: await notCounted() },
    }),
  ),
  findOne: handle(
    async (ctx: Context & { params: Record<string, string> }): Promise<ResultResponse> => ({
      data: await service.findOne(ctx.params.experience ?? ''),
    }),
  ),
});
