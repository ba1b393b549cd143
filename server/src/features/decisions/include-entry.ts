import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { err, ok, type Result } from '../../../../src/foundation/result';
import type { Engine } from '../../../../src/manifest/engine';
import type { EntryRef } from '../../../../src/model/entry-ref';
import { BASE, type VariantContent } from '../../../../src/model/experience';
import type { Document } from '../../../../src/overlay/fills';
import type { DecidedEntry } from '../../../../src/protocol/decisions';
import type { Strapi } from '../../strapi';
import { type ContentTypeFacts, contentTypeFacts } from './content-type-facts';
import { asError } from './decide-page';
import type { EntryProblem } from './entry-lookup';
import type { EntryQuestion } from './read-decide-request';

/** One decided entry whose content is wanted in the same answer. */
export interface IncludeQuestion {
  readonly ctx: Context;
  readonly decided: DecidedEntry;
  readonly ref: EntryRef;
  readonly asked: EntryQuestion;
  readonly engine: Engine;
  readonly status: 'draft' | 'published';
}

/** Adds the delivered entry, as the type's own route would answer it to this caller. */
export type IncludeEntry = (question: IncludeQuestion) => Promise<Result<DecidedEntry, EntryProblem>>;

/** What including needs. */
export interface IncludeEntryParts {
  readonly strapi: Strapi;
  /** Let types be read whose own route has policies, middlewares or a controller. */
  readonly allowGuardedRoutes: boolean;
  /** Lays contents over base entries; see the delivery feature. */
  readonly lay: (
    entries: readonly { base: Document; contents: readonly VariantContent[] }[],
    query: { status: 'draft' | 'published'; fields?: unknown; populate?: unknown },
  ) => Promise<readonly Document[]>;
  readonly warnOnce: (message: string) => void;
}

export function createIncludeEntry(parts: IncludeEntryParts): IncludeEntry {
  const { strapi } = parts;
  return async (question) => {
    const { ctx, ref, asked, status } = question;
    const facts = contentTypeFacts(strapi, ref.contentType) as ContentTypeFacts;
    const allowed = await mayRead(parts, ctx, facts);
    if (!allowed.ok) return allowed;
    const query = await callerQuery(strapi, ctx, ref, asked);
    if (!query.ok) return query;
    const base = await readBase(strapi, ref, { ...query.value, status });
    if (!base) return err({ code: 'entry-not-found', message: 'No such entry is published in this locale.' });
    const { decided, entry } = await laid(parts, question, base, query.value);
    const model = strapi.getModel(ref.contentType as never);
    const sanitised = await strapi.contentAPI.sanitize.output(entry as never, model, {
      auth: ctx.state.auth,
    });
    return ok({ ...decided, entry: sanitised as object });
  };
}

/** A route of a content type as Strapi keeps it. */
interface OwnRoute {
  readonly method: string;
  readonly handler: unknown;
  readonly config?: {
    readonly auth?: false | { readonly scope?: readonly string[] };
    readonly policies?: readonly unknown[];
    readonly middlewares?: readonly unknown[];
  };
}

/** The caller's right to the type's own route, as that route is configured. */
async function mayRead(
  parts: IncludeEntryParts,
  ctx: Context,
  facts: ContentTypeFacts,
): Promise<Result<true, EntryProblem>> {
  const { strapi } = parts;
  const action = facts.kind === 'singleType' ? 'find' : 'findOne';
  const route = ownRoute(strapi, facts, action);
  if (!route)
    return err({ code: 'entry-forbidden', message: 'This content type has no route of its own to read it.' });
  const guarded = (route.config?.policies?.length ?? 0) + (route.config?.middlewares?.length ?? 0) > 0;
  if ((guarded || hasOwnAction(strapi, facts.uid, action)) && !parts.allowGuardedRoutes) {
    return err({
      code: 'entry-needs-own-route',
      message:
        'The route of this content type does more than reading: fetch the entry there with ?variant=<variantKey>.',
    });
  }
  if (route.config?.auth === false) return ok(true);
  try {
    const scope = route.config?.auth?.scope ?? [`${facts.uid}.${action}`];
    const auth = strapi.get('auth') as unknown as { verify(auth: unknown, config: object): Promise<void> };
    await auth.verify(ctx.state.auth, { scope });
    return ok(true);
  } catch {
    return err({
      code: 'entry-forbidden',
      message: `Reading this entry needs the permission "${action}" of its content type.`,
    });
  }
}

function ownRoute(strapi: Strapi, { uid }: ContentTypeFacts, action: string): OwnRoute | undefined {
  const apiName = uid.slice('api::'.length).split('.')[0] as string;
  const api = strapi.apis[apiName] as unknown as
    | { routes: Record<string, { routes?: readonly OwnRoute[] }> }
    | undefined;
  const handler = `${uid}.${action}`;
  const short = handler.slice(`api::${apiName}.`.length);
  return Object.values(api?.routes ?? {})
    .flatMap(({ routes }) => routes ?? [])
    .find((route) => route.method === 'GET' && (route.handler === handler || route.handler === short));
}

/** Strapi's factory puts its own actions on the prototype of a controller that replaces some of them. */
function hasOwnAction(strapi: Strapi, uid: string, action: string): boolean {
  const controller = strapi.controller(uid as never) as unknown as Record<string, unknown> | undefined;
  if (!controller) return true;
  const generic = Object.getPrototypeOf(controller) as Record<string, unknown>;
  return controller[action] !== generic[action];
}

async function callerQuery(
  strapi: Strapi,
  ctx: Context,
  ref: EntryRef,
  { fields, populate }: EntryQuestion,
): Promise<Result<Record<string, unknown>, EntryProblem>> {
  const query = {
    ...(fields !== undefined && { fields }),
    ...(populate !== undefined && { populate }),
    ...(ref.locale !== undefined && { locale: ref.locale }),
  };
  const model = strapi.getModel(ref.contentType as never);
  const options = { auth: ctx.state.auth, strictParams: true };
  try {
    await strapi.contentAPI.validate.query(query, model, options);
    return ok((await strapi.contentAPI.sanitize.query(query, model, options)) as Record<string, unknown>);
  } catch (error) {
    const reason = error instanceof errors.ApplicationError ? ` ${error.message}` : '';
    return err({
      code: 'entry-query-invalid',
      message: `"fields" or "populate" cannot be used here.${reason}`,
    });
  }
}

/** Through the type's own service, so that what a project changed there holds here too. */
async function readBase(
  strapi: Strapi,
  ref: EntryRef,
  query: Record<string, unknown>,
): Promise<Document | null> {
  const service = strapi.service(ref.contentType as never) as unknown as {
    find(query: object): Promise<Document | null>;
    findOne(documentId: string, query: object): Promise<Document | null>;
  };
  const { kind } = contentTypeFacts(strapi, ref.contentType) as ContentTypeFacts;
  return kind === 'singleType' ? service.find(query) : service.findOne(ref.documentId, query);
}

async function laid(
  parts: IncludeEntryParts,
  question: IncludeQuestion,
  base: Document,
  query: Record<string, unknown>,
) {
  const { decided, ref, engine, status } = question;
  const chosen = decided.decisions.filter(({ variant }) => variant !== BASE);
  const variants = new Map(chosen.map(({ experience, variant }) => [experience, variant]));
  const preview = chosen.some(({ reason }) => reason === 'forced');
  try {
    const contents = engine.contentsFor(ref, variants, preview).map(({ content }) => content);
    const { fields, populate } = query;
    const [entry] = await parts.lay([{ base, contents }], { status, fields, populate });
    return { decided, entry };
  } catch (error) {
    parts.warnOnce(
      `contextual: including base of ${ref.contentType}, delivering a variant failed. ${String(error)}`,
    );
    return { decided: asError(decided), entry: base };
  }
}
