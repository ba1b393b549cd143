import type { Context } from 'koa';
import type { Engine } from '../../../../src/manifest/engine';
import { LIMITS } from '../../../../src/foundation/limits';
import type { Issue } from '../../../../src/foundation/issue';
import type {
  DecideFailure,
  DecidedEntry,
  DecideResponse,
  ScopeResponse,
} from '../../../../src/protocol/decisions';
import type { EntryRef } from '../../../../src/model/entry-ref';
import type { PluginConfig } from '../../config/defaults';
import { isApiTokenCall } from '../../http/api-token';
import { readBody } from '../../http/body';
import { handle, Problem } from '../../http/problem';
import type { EngineHolder } from '../manifest';
import { decidePage } from './decide-page';
import type { EntryLookup, EntryProblem } from './entry-lookup';
import type { IncludeEntry } from './include-entry';
import type { MayRead } from './may-read';
import { covers } from './preview-cover';
import type { PreviewEngines } from './preview-engines';
import type { PreviewGrant, PreviewTokenService } from './preview-tokens';
import { type DecideQuestion, type EntryQuestion, readDecideRequest } from './read-decide-request';
import type { ReceiptService } from './receipt';
import { resolveVisitor, type Visitor } from './resolve-visitor';

/** What the public routes of decisions need. */
export interface DecisionControllerParts {
  readonly config: PluginConfig;
  readonly holder: EngineHolder;
  readonly receipts: ReceiptService;
  readonly previewTokens: PreviewTokenService;
  readonly previewEngines: PreviewEngines;
  readonly lookup: EntryLookup;
  readonly includeEntry: IncludeEntry;
  readonly mayRead: MayRead;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly drawId: () => string;
}

/** `POST /api/contextual/decide` and `GET /api/contextual/scope`. */
export const decisionController = (parts: DecisionControllerParts) => ({
  find: handle((ctx: Context) => decide(ctx, parts)),
  scope: handle((ctx: Context) => scope(ctx, parts)),
});

async function decide(ctx: Context, parts: DecisionControllerParts): Promise<DecideResponse> {
  ctx.set('Cache-Control', 'private, no-store');
  const question = valid(readDecideRequest(readBody(ctx, { maxBytes: LIMITS.decideBodyBytes })));
  const at = parts.now();
  const visitor = visitorOf(ctx, question, at, parts);
  const grant = grantOf(question, at, parts);
  await parts.holder.settled();
  const engine = grant ? await parts.previewEngines.engineFor(grant) : parts.holder.current();
  const found = await Promise.all(question.entries.map((entry) => findEntry(entry, engine, grant, parts)));
  const explain = question.explain && mayExplain(ctx);
  const entries = found.flatMap((one) => (one.ok ? [one.value] : []));
  const page = decidePage(
    { engine, entries, visitor, now: grant?.now ?? at, issuedAt: at, grant, explain },
    parts.receipts,
  );
  const data: (DecidedEntry | DecideFailure)[] = [];
  let next = 0;
  for (const [index, one] of found.entries()) {
    if (!one.ok) {
      data.push({ error: one.error });
      continue;
    }
    const decided = page.data[next++] as DecidedEntry;
    const asked = question.entries[index] as EntryQuestion;
    data.push(
      question.includeEntry ? await included(ctx, decided, one.value, asked, engine, grant, parts) : decided,
    );
  }
  const ignored = question.explain && !explain ? { ignored: ['explain-needs-token'] } : {};
  return { data, meta: { ...page.meta, ...ignored } };
}

/** A draft is there only for the token that covers it. */
async function findEntry(
  entry: EntryQuestion,
  engine: Engine,
  grant: PreviewGrant | undefined,
  { lookup }: DecisionControllerParts,
) {
  const published = await lookup.find(entry, 'published');
  if (published.ok || grant?.status !== 'draft') return published;
  const draft = await lookup.find(entry, 'draft');
  return draft.ok && covers(engine, grant, draft.value) ? draft : published;
}

async function included(
  ctx: Context,
  decided: DecidedEntry,
  ref: EntryRef,
  asked: EntryQuestion,
  engine: Engine,
  grant: PreviewGrant | undefined,
  { includeEntry }: DecisionControllerParts,
): Promise<DecidedEntry | DecideFailure> {
  const status = grant && covers(engine, grant, ref) ? grant.status : 'published';
  const result = await includeEntry({
    ctx,
    decided,
    ref,
    asked,
    engine,
    status,
  });
  return result.ok ? result.value : { error: result.error satisfies EntryProblem };
}

async function scope(
  ctx: Context,
  { holder, lookup, mayRead, config }: DecisionControllerParts,
): Promise<ScopeResponse> {
  const text = (name: string) => {
    const value = (ctx.query as Record<string, unknown>)[name];
    return typeof value === 'string' && value !== '' && value.length <= LIMITS.stringLength
      ? value
      : undefined;
  };
  await holder.settled();
  const question = {
    contentType: text('contentType') ?? '',
    documentId: text('documentId'),
    locale: text('locale'),
  };
  const found = await lookup.find(question, 'published');
  if (!found.ok)
    throw new Problem({ status: WRONG_QUESTION.has(found.error.code) ? 400 : 404, ...found.error });
  const engine = holder.current();
  const { contentType, documentId } = found.value;
  const { personalized, attributes, selections } = engine.dependenciesOf(found.value);
  // They say what the entry is about, so they are for who may read it.
  const interests = (await mayRead(ctx, contentType)).ok ? engine.interestsOf(found.value) : [];
  const anonymous = !ctx.headers.authorization && !ctx.headers.cookie;
  ctx.set(
    'Cache-Control',
    anonymous ? `public, max-age=0, s-maxage=${config.sharedMaxAgeSeconds}` : 'private, no-store',
  );
  return {
    data: {
      contentType,
      documentId,
      personalized,
      attributes,
      selections,
      interests,
    },
    meta: { manifestVersion: engine.manifest.version },
  };
}

function visitorOf(
  ctx: Context,
  { context }: DecideQuestion,
  now: number,
  parts: DecisionControllerParts,
): Visitor {
  const { trustGeoHeaders } = parts.config;
  return valid(resolveVisitor({ context, headers: ctx.headers, trustGeoHeaders, now, drawId: parts.drawId }));
}

function grantOf(
  { previewToken }: DecideQuestion,
  at: number,
  parts: DecisionControllerParts,
): PreviewGrant | undefined {
  if (previewToken === undefined) return undefined;
  const verified = parts.previewTokens.verify(previewToken, at);
  if (verified.ok) return verified.value;
  throw new Problem({
    status: 400,
    code: verified.error,
    message: 'Ask for a new preview link; this one does not count.',
  });
}

/** What was asked for may well be there, but it cannot be asked for like this. */
const WRONG_QUESTION: ReadonlySet<EntryProblem['code']> = new Set([
  'entry-missing',
  'content-type-not-enabled',
]);

/** Explanations carry names of people's making: for servers with an API token, not for visitors. */
const mayExplain = (ctx: Context): boolean => isApiTokenCall(ctx);

function valid<T>(result: { ok: true; value: T } | { ok: false; error: readonly Issue[] }): T {
  if (result.ok) return result.value;
  const [first] = result.error;
  throw new Problem({
    status: 400,
    code: first?.code ?? 'request-malformed',
    message: first?.message ?? 'The request cannot be read.',
    issues: result.error,
  });
}
