import type { EntryRef } from '../../../../src/model/entry-ref';
import { BASE } from '../../../../src/model/experience';
import type { Document } from '../../../../src/overlay/fills';
import type { DecidedEntry } from '../../../../src/protocol/decisions';
import type { Strapi } from '../../strapi';
import {
  asError,
  contentTypeFacts,
  type ContentTypeFacts,
  covers,
  decidePage,
  type EntryLookup,
  type ReceiptService,
} from '../decisions';
import { deliveryOf, type DeliveryRequest, noteDecided } from './delivery-request';
import { type ChosenEntry, layVariants } from './lay-variants';
import { isOwnRead, withDrafts } from './preview-drafts';
import type { VariantDocumentCache } from './variant-document-cache';

/** One call of the document service, as its middlewares see it. */
interface DocumentCall {
  readonly uid: string;
  readonly action: string;
  params: Readonly<Record<string, unknown>>;
}

/** What delivering needs. */
export interface DeliveryParts {
  readonly strapi: Strapi;
  readonly receipts: ReceiptService;
  readonly lookup: EntryLookup;
  readonly cache: VariantDocumentCache;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Says something once, however often it happens. */
  readonly warnOnce: (message: string) => void;
}

const SINGLE_READS: ReadonlySet<string> = new Set(['findOne', 'findFirst']);

/**
 * Delivers variants on the project's own REST routes: whatever ends in the document service and carries our
 * parameters. Everything else passes untouched. Whatever fails here, the base entry is served.
 */
export function deliveryMiddleware(parts: DeliveryParts) {
  return async (call: DocumentCall, next: () => Promise<unknown>): Promise<unknown> => {
    const delivery = deliveryFor(parts.strapi, call);
    if (!delivery) return next();
    const facts = contentTypeFacts(parts.strapi, call.uid) as ContentTypeFacts;
    delivery.applied = true;
    await usePreviewStatus(parts, call, facts, delivery);
    if (!mayDeliver(call, facts, delivery)) return next();
    if (call.action === 'findMany' || call.action === 'count') hideEntries(call, delivery);
    const found = await next();
    if (call.action === 'count' || found === null || found === undefined) return found;
    const single = SINGLE_READS.has(call.action);
    const entries = (single ? [found] : found) as Document[];
    const delivered = await deliver(parts, call, facts, delivery, entries);
    return single ? delivered[0] : delivered;
  };
}

/** Only the project's own REST routes, and only for types of the API that the route belongs to. */
function deliveryFor(strapi: Strapi, { uid, action, params }: DocumentCall): DeliveryRequest | undefined {
  if (action !== 'findMany' && action !== 'count' && !SINGLE_READS.has(action)) return undefined;
  if (isOwnRead(params)) return undefined;
  const ctx = strapi.requestContext.get();
  const delivery = deliveryOf(ctx as never);
  const info = (ctx?.state?.['route'] as { info?: { type?: string; apiName?: string } } | undefined)?.info;
  if (!delivery || info?.type !== 'content-api' || !info.apiName) return undefined;
  if (!uid.startsWith(`api::${info.apiName}.`)) return undefined;
  return contentTypeFacts(strapi, uid)?.enabled ? delivery : undefined;
}

/** A draft leaves only where a token allows it; without a token our parameters are ignored for drafts. */
function mayDeliver(call: DocumentCall, facts: ContentTypeFacts, delivery: DeliveryRequest): boolean {
  if (!facts.draftAndPublish || call.params['status'] === 'published') return true;
  return delivery.grant?.status === 'draft';
}

/** The token's status holds for the base too, but only for entries that it covers. */
async function usePreviewStatus(
  { lookup }: DeliveryParts,
  call: DocumentCall,
  facts: ContentTypeFacts,
  delivery: DeliveryRequest,
): Promise<void> {
  if (!delivery.grant || !SINGLE_READS.has(call.action)) return;
  const { documentId, locale: asked } = call.params;
  const locale = facts.localized
    ? typeof asked === 'string'
      ? asked
      : await lookup.defaultLocale()
    : undefined;
  const single = facts.kind === 'singleType' ? undefined : documentId;
  if (facts.kind === 'collectionType' && documentId === undefined) return;
  if (covers(delivery.engine, delivery.grant, { contentType: call.uid, documentId: single, locale })) {
    call.params = { ...call.params, status: delivery.grant.status };
  }
}

/** Entry audiences act in lists alone: hidden entries leave the query, so that page and total agree. */
function hideEntries(call: DocumentCall, { engine, visitor, now }: DeliveryRequest): void {
  if (!visitor) return;
  const hidden = engine.hiddenFromLists(call.uid, new Set(engine.matchAudiences(visitor, now)));
  if (hidden.length === 0) return;
  const shown = { documentId: { $notIn: hidden } };
  const asked = call.params['filters'];
  call.params = { ...call.params, filters: asked ? { $and: [asked, shown] } : shown };
}

async function deliver(
  parts: DeliveryParts,
  call: DocumentCall,
  facts: ContentTypeFacts,
  delivery: DeliveryRequest,
  entries: readonly Document[],
): Promise<readonly Document[]> {
  let decided: readonly DecidedEntry[] = [];
  try {
    const refs = await refsOf(parts, call, facts, entries);
    decided = decidedEntries(parts, delivery, refs);
    const bases = await withDrafts(
      { strapi: parts.strapi, facts, delivery, params: call.params },
      entries,
      refs,
    );
    const chosen = bases.map((base, index): ChosenEntry => {
      const ref = refs[index] as EntryRef;
      const variants = delivery.visitor || delivery.grant ? nonBase(decided[index]) : fromKey(delivery, ref);
      const contents = delivery.engine.contentsFor(ref, variants, delivery.grant !== undefined);
      return { base, contents: contents.map(({ content }) => content) };
    });
    if (delivery.variantKey !== undefined) noteShareable(call, delivery, refs);
    const laid = await layVariants(parts, chosen, {
      status: delivery.grant?.status ?? 'published',
      fields: call.params['fields'],
      populate: call.params['populate'],
    });
    noteDecided(delivery, decided);
    return laid;
  } catch (error) {
    parts.warnOnce(`contextual: serving base of ${call.uid}, delivering a variant failed. ${String(error)}`);
    noteDecided(delivery, decided.map(asError));
    delivery.shareable = false;
    return entries;
  }
}

/** A query for `*` or several locales answers entries of different ones. */
async function refsOf(
  { lookup }: DeliveryParts,
  { uid, params }: DocumentCall,
  facts: ContentTypeFacts,
  entries: readonly Document[],
): Promise<EntryRef[]> {
  const asked =
    typeof params['locale'] === 'string' && params['locale'] !== '*' ? params['locale'] : undefined;
  const fallback = facts.localized ? (asked ?? (await lookup.defaultLocale())) : undefined;
  return entries.map((entry) => {
    const own = facts.localized && typeof entry['locale'] === 'string' ? entry['locale'] : fallback;
    const documentId = String(entry['documentId']);
    return { contentType: uid, documentId, ...(own !== undefined && { locale: own }) };
  });
}

function decidedEntries(
  parts: DeliveryParts,
  delivery: DeliveryRequest,
  entries: readonly EntryRef[],
): readonly DecidedEntry[] {
  const { engine, visitor, grant, now } = delivery;
  if (!visitor && !grant) return [];
  const context = visitor ?? { unit: { kind: 'page-visit' as const, id: 'preview' } };
  return decidePage({ engine, entries, visitor: context, now, issuedAt: parts.now(), grant }, parts.receipts)
    .data;
}

const nonBase = (entry: DecidedEntry | undefined): Map<string, string> =>
  new Map(
    (entry?.decisions ?? [])
      .filter(({ variant }) => variant !== BASE)
      .map(({ experience, variant }) => [experience, variant]),
  );

const fromKey = (
  { engine, variantKey, now }: DeliveryRequest,
  entry: EntryRef,
): ReadonlyMap<string, string> => engine.resolveVariantKey(variantKey ?? '', entry, now).variants;

/** A key is safe to share when it is written in the one way in which it can be written. */
function noteShareable(call: DocumentCall, delivery: DeliveryRequest, refs: readonly EntryRef[]): void {
  const single = SINGLE_READS.has(call.action) ? refs[0] : undefined;
  const scope = single ?? { contentType: call.uid };
  const { canonical } = delivery.engine.resolveVariantKey(delivery.variantKey ?? '', scope, delivery.now);
  if (!canonical) delivery.shareable = false;
}
