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
import type { MayRead } from './may-read';
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
  readonly mayRead: MayRead;
  /** Lays contents over base entries; see the delivery feature. */
  readonly lay: (
    entries: readonly { base: Document; contents: readonly VariantContent[] }[],
    query: { status: 'draft' | 'published'; fields?: unknown; populate?: unknown },
  ) => Promise<readonly Document[]>;
  readonly warnOnce: (message: string) => void;
}

export function createIncludeEntry(parts: IncludeEntryParts): IncludeEntry {
  const { strapi, mayRead } = parts;
  return async (question) => {
    const { ctx, ref, asked, status } = question;
    const allowed = await mayRead(ctx, ref.contentType);
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
