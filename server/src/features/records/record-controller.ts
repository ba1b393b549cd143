import type { Context } from 'koa';
import { z } from '@strapi/utils';
import { LIMITS } from '../../../../src/foundation/limits';
import type { RecordListQuery, RecordListResponse, RecordResponse } from '../../../../src/protocol/records';
import { readBody } from '../../http/body';
import { handle } from '../../http/problem';
import { parseInput } from './record-input';

/** What every kind of record can do; inputs are checked inside. */
export interface RecordService<R> {
  find(query?: RecordListQuery): Promise<{ records: R[]; total: number }>;
  /** @throws Problem 404 `<kind>-not-found`. */
  findOne(code: string): Promise<R>;
  /** @throws Problem 400 `<kind>-invalid`, 409 `code-taken`, `code-used`. */
  create(input: unknown): Promise<R>;
  /** @throws Problem 400 `<kind>-invalid`, 404 `<kind>-not-found`, 409 `changed-meanwhile`. */
  update(code: string, change: unknown): Promise<R>;
  /** @throws Problem 404 `<kind>-not-found`, 409 when it is in use. */
  remove(code: string): Promise<R>;
}

/** A controller of Strapi: action name to handler. */
export type Controller = Readonly<Record<string, (ctx: Context) => Promise<void>>>;

const LIST_QUERY = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(LIMITS.recordPageSize).default(100),
  search: z.string().max(120).optional(),
});

/** The five actions that every kind of record has in the panel's API. */
export function recordController<R>(service: RecordService<R>): Controller {
  return {
    find: handle(async (ctx): Promise<RecordListResponse<R>> => {
      const query = parseInput(LIST_QUERY, { ...ctx.query }, 'query');
      const { records, total } = await service.find(query);
      return { data: records, meta: { pagination: { page: query.page, pageSize: query.pageSize, total } } };
    }),
    findOne: handle(async (ctx) => answer(await service.findOne(param(ctx, 'code')))),
    create: handle(async (ctx) => {
      const record = await service.create(adminBody(ctx));
      ctx.status = 201;
      return answer(record);
    }),
    update: handle(async (ctx) => answer(await service.update(param(ctx, 'code'), adminBody(ctx)))),
    remove: handle(async (ctx) => answer(await service.remove(param(ctx, 'code')))),
  };
}

/** A part of the path. Without NUL, which PostgreSQL refuses to be asked for; no name has it, so none is found. */
export const param = (ctx: Context, name: string): string =>
  ((ctx.params as Record<string, string | undefined>)[name] ?? '').replaceAll('\0', '\ufffd');

/** The body of a request of the panel. */
export const adminBody = (ctx: Context) => readBody(ctx, { maxBytes: LIMITS.adminBodyBytes });

/** The envelope of one record. */
export const answer = <T>(data: T): RecordResponse<T> => ({ data });
