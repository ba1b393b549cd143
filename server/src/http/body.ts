import type { Context } from 'koa';
import { isRecord } from '../../../src/foundation/plain-object';
import { Problem } from './problem';

/** How much a body may be. */
export interface BodyBounds {
  /** Bytes of the body as sent; see `LIMITS`. */
  readonly maxBytes: number;
  /** Objects and lists within one another, the body itself counted. */
  readonly maxDepth?: number;
}

const DEFAULT_DEPTH = 32;

/**
 * The body of a request as an object, whether it came as JSON or, from browsers that want to spare the
 * preflight, as `text/plain`. Nothing in it is checked but that it is an object of bounded size and depth.
 * @throws Problem `body-too-large` (413), `body-malformed` (400), `body-too-deep` (400).
 */
export function readBody(ctx: Context, bounds: BodyBounds): Readonly<Record<string, unknown>> {
  const declared = ctx.request.length;
  if (declared !== undefined && declared > bounds.maxBytes) throw tooLarge(bounds.maxBytes);
  // A form is what foreign pages can send by a mere click; it is never what our clients send.
  const raw = ctx.request.is('urlencoded', 'multipart') ? undefined : bodyOf(ctx);
  if (typeof raw === 'string' && Buffer.byteLength(raw) > bounds.maxBytes) throw tooLarge(bounds.maxBytes);
  const body = typeof raw === 'string' ? parse(raw) : raw;
  if (!isRecord(body)) {
    throw new Problem({ status: 400, code: 'body-malformed', message: 'Send a JSON object as the body.' });
  }
  const maxDepth = bounds.maxDepth ?? DEFAULT_DEPTH;
  if (isDeeperThan(body, maxDepth)) {
    throw new Problem({
      status: 400,
      code: 'body-too-deep',
      message: `Nest objects and lists no deeper than ${maxDepth} levels.`,
    });
  }
  // A chunked body declares no length; once it is known to be shallow, writing it again is safe.
  if (declared === undefined && typeof raw !== 'string' && byteLength(body) > bounds.maxBytes) {
    throw tooLarge(bounds.maxBytes);
  }
  return body;
}

/** Is `value` nested deeper than `levels`? Walks level by level, so no depth can exhaust the stack. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let level: object[] = typeof value === 'object' && value !== null ? [value] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= levels) return true;
    level = level.flatMap((node) =>
      Object.values(node).filter((child): child is object => typeof child === 'object' && child !== null),
    );
  }
  return false;
}

/** Strapi's body parser leaves what it read on the request. */
const bodyOf = (ctx: Context): unknown => (ctx.request as { body?: unknown }).body;

const byteLength = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

const tooLarge = (maxBytes: number) =>
  new Problem({
    status: 413,
    code: 'body-too-large',
    message: `Send at most ${maxBytes} bytes; split the request where that is not enough.`,
  });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem({
      status: 400,
      code: 'body-malformed',
      message: 'The body is not JSON; check its syntax.',
    });
  }
}
