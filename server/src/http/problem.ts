import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import type { Issue } from '../../../src/foundation/issue';
import type { ErrorBody } from '../../../src/protocol/error-body';

/** What a problem is made of. */
export interface ProblemParts {
  /** HTTP status, 4xx or 5xx. */
  readonly status: number;
  /** Stable, kebab-case, safe to compare. */
  readonly code: string;
  /** A sentence that says what to do. */
  readonly message: string;
  /** The places of the input that are wrong. */
  readonly issues?: readonly Issue[];
}

/**
 * A request that cannot be answered as asked. Thrown where it has to undo a transaction or leave
 * a controller; an `ApplicationError`, so that Strapi shows its sentence even outside {@link handle}.
 */
export class Problem extends errors.ApplicationError<string, string, ErrorBody['error']['details']> {
  readonly status: number;
  readonly code: string;
  readonly issues?: readonly Issue[];

  constructor({ status, code, message, issues }: ProblemParts) {
    super(message, issues?.length ? { code, issues } : { code });
    this.status = status;
    this.code = code;
    this.issues = issues;
    this.name = STATUS_NAMES[status] ?? 'ApplicationError';
  }
}

/** Names that Strapi gives the errors of a status. */
const STATUS_NAMES: Readonly<Record<number, string>> = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  429: 'RateLimitError',
  500: 'InternalServerError',
  503: 'ServiceUnavailableError',
};

/**
 * Wraps a controller action: what it returns becomes the body, a {@link Problem} becomes Strapi's
 * error shape with `details.code`, anything else a 500 with code `internal` whose cause is only logged.
 */
export const handle =
  <C extends Context>(action: (ctx: C) => unknown) =>
  async (ctx: C): Promise<void> => {
    try {
      const body = await action(ctx);
      if (body !== undefined) ctx.body = body;
    } catch (error) {
      answerWithProblem(ctx, asProblem(error));
    }
  };

/** Writes a problem as the answer; for middlewares, which have no controller around them. */
export function answerWithProblem(ctx: Context, problem: ProblemParts & { readonly name?: string }): void {
  const { status, code, message, issues } = problem;
  const body: ErrorBody = {
    data: null,
    error: {
      status,
      name: problem.name ?? STATUS_NAMES[status] ?? 'ApplicationError',
      message,
      details: issues?.length ? { code, issues } : { code },
    },
  };
  ctx.status = status;
  ctx.body = body;
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // Strapi's own refusals (sanitising, policies) carry sentences meant for the caller.
  if (error instanceof errors.ValidationError) return fromStrapi(400, 'invalid', error.message);
  if (error instanceof errors.UnauthorizedError) return fromStrapi(401, 'unauthorized', error.message);
  if (error instanceof errors.ForbiddenError) return fromStrapi(403, 'forbidden', error.message);
  if (error instanceof errors.NotFoundError) return fromStrapi(404, 'not-found', error.message);
  strapi.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return fromStrapi(500, 'internal', 'Something went wrong on the server; its log says what.');
}

const fromStrapi = (status: number, code: string, message: string) => new Problem({ status, code, message });
