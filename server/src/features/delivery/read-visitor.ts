import type { Context } from 'koa';
import { err, type Result } from '../../../../src/foundation/result';
import type { PluginConfig } from '../../config/defaults';
import { Problem } from '../../http/problem';
import { resolveVisitor, type Visitor } from '../decisions';
import { readContextHeader } from './read-context-header';

/** Carries the visitor context of a personalised GET: base64url of JSON. */
export const CONTEXT_HEADER = 'X-Contextual-Context';

/** Who asks for a personalised GET. */
export interface ReadVisitor {
  readonly outcome: Result<Visitor, Problem>;
  /** The unit was drawn here: nobody else has it, so this answer belongs to this one request. */
  readonly drawn: boolean;
}

/** What reading a visitor needs. */
export interface ReadVisitorParts {
  readonly config: Pick<PluginConfig, 'trustGeoHeaders'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly drawId: () => string;
}

/** Reads the visitor off the context header and the request's own signals. */
export function readVisitor(ctx: Context, { config, now, drawId }: ReadVisitorParts): ReadVisitor {
  const context = readContextHeader(ctx.get(CONTEXT_HEADER));
  if (!context.ok) return { outcome: context, drawn: true };
  let drawn = false;
  const resolved = resolveVisitor({
    context: context.value,
    headers: ctx.headers,
    trustGeoHeaders: config.trustGeoHeaders,
    now: now(),
    drawId: () => {
      drawn = true;
      return drawId();
    },
  });
  if (resolved.ok) return { outcome: resolved, drawn };
  const [{ code, message } = { code: 'context-malformed', message: 'Send the context as a JSON object.' }] =
    resolved.error;
  return { outcome: err(new Problem({ status: 400, code, message, issues: resolved.error })), drawn: true };
}

/** The visitor that the outermost middleware folded into this request's URL, if it did. */
export const foldedVisitor = (ctx: Context): ReadVisitor | undefined =>
  (ctx.state as { contextualVisitor?: ReadVisitor }).contextualVisitor;

/** Keeps the visitor for the middlewares that come later. */
export const keepVisitor = (ctx: Context, visitor: ReadVisitor): void => {
  (ctx.state as { contextualVisitor?: ReadVisitor }).contextualVisitor = visitor;
};
