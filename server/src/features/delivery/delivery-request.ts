import type { Context } from 'koa';
import { LIMITS } from '../../../../src/foundation/limits';
import { ownValue } from '../../../../src/foundation/plain-object';
import type { DecidedEntry } from '../../../../src/protocol/decisions';
import type { Engine } from '../../../../src/manifest/engine';
import type { PluginConfig } from '../../config/defaults';
import type { PreviewGrant, Visitor } from '../decisions';

/** Our parameters of one ordinary request, and what came of them. Lives in the request's state. */
export interface DeliveryRequest {
  /** One engine for the whole request, so that page, total and meta agree. */
  readonly engine: Engine;
  /** Epoch milliseconds to decide at. */
  readonly now: number;
  /** Value of `?variant=`. */
  readonly variantKey?: string;
  /** Set for `?personalize=true`. */
  readonly visitor?: Visitor;
  /** Set for a valid `?previewToken=`. */
  readonly grant?: PreviewGrant;
  /** What was decided for the entries of this answer, in order. */
  decided: readonly DecidedEntry[];
  /** May a shared cache keep this answer? */
  shareable: boolean;
  /** Did any read of this request look at our parameters? */
  applied: boolean;
}

/** What the caller wrote in the query; values that are no strings are as if absent. */
export interface DeliveryParameters {
  readonly variantKey?: string;
  readonly personalize: boolean;
  readonly previewToken?: string;
  readonly status?: string;
}

/** Reads our parameters, or answers `undefined` when the request carries none. */
export function readDeliveryParameters(
  query: Readonly<Record<string, unknown>>,
  names: PluginConfig['parameters'],
): DeliveryParameters | undefined {
  const variantKey = text(query, names.variant);
  const personalize = text(query, names.personalize) === 'true';
  const previewToken = text(query, names.previewToken);
  if (variantKey === undefined && !personalize && previewToken === undefined) return undefined;
  const usableKey = variantKey !== undefined && variantKey.length > LIMITS.variantKeyLength ? '' : variantKey;
  return {
    personalize,
    ...(usableKey !== undefined && { variantKey: usableKey }),
    ...(previewToken !== undefined && { previewToken }),
    status: text(query, 'status'),
  };
}

/** The delivery request of this request, if it is one. */
export const deliveryOf = (ctx: Context | undefined): DeliveryRequest | undefined =>
  (ctx?.state as { contextualDelivery?: DeliveryRequest } | undefined)?.contextualDelivery;

/** Makes this request a delivery request. */
export const attachDelivery = (ctx: Context, request: DeliveryRequest): void => {
  (ctx.state as { contextualDelivery?: DeliveryRequest }).contextualDelivery = request;
};

/**
 * Keeps what was decided for the entries of one read. A route may read an entry twice: it is listed once, and what
 * failed in any of its reads was not shown.
 */
export function noteDecided(request: DeliveryRequest, decided: readonly DecidedEntry[]): void {
  const noted = new Map(request.decided.map((entry) => [keyOf(entry), entry]));
  for (const entry of decided) {
    const before = noted.get(keyOf(entry));
    if (!before?.decisions.some(({ reason }) => reason === 'error')) noted.set(keyOf(entry), entry);
  }
  request.decided = [...noted.values()];
}

const keyOf = ({ contentType, documentId, locale }: DecidedEntry): string =>
  JSON.stringify([contentType, documentId, locale]);

const text = (query: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = ownValue(query, name);
  return typeof value === 'string' ? value : undefined;
};
