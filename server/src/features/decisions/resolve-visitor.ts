import { hasConsent } from '../../../../src/context/consent';
import { mergeContext } from '../../../../src/context/merge-context';
import { parseContext } from '../../../../src/context/parse-context';
import { signalsToContext } from '../../../../src/context/signals/signals-to-context';
import type { Issue } from '../../../../src/foundation/issue';
import { ok, type Result } from '../../../../src/foundation/result';
import type { Unit, VisitorContext } from '../../../../src/model/visitor-context';
import type { PluginConfig } from '../../config/defaults';

/** A context that is complete: validated, merged with the request's signals, with a unit. */
export type Visitor = VisitorContext & { readonly unit: Unit };

/** What is needed to know who is asking. */
export interface VisitorInput {
  /** As sent; anything. */
  readonly context: unknown;
  /** Request headers, lower-case names. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly trustGeoHeaders: PluginConfig['trustGeoHeaders'];
  /** Epoch milliseconds. */
  readonly now: number;
  /** Draws a page-visit id when the caller brought none. */
  readonly drawId: () => string;
}

/**
 * Who is asking. A visitor id counts only with consent; otherwise it is forgotten here, at the edge, and a
 * page-visit id (the caller's, or a new one) stands in for it.
 */
export function resolveVisitor(input: VisitorInput): Result<Visitor, Issue[]> {
  const parsed = parseContext(input.context ?? {}, { now: input.now });
  if (!parsed.ok) return parsed;
  const merged = mergeContext(parsed.value, signalsOf(input));
  const { unit } = merged;
  const usable = unit && (unit.kind === 'page-visit' || hasConsent(merged));
  return ok({ ...merged, unit: usable ? unit : { kind: 'page-visit', id: input.drawId() } });
}

/**
 * What the request tells by itself. A server that asks for its visitor sends its own language, device and
 * place, which are not the visitor's: of such a call only a privacy signal is believed.
 */
function signalsOf({ headers, trustGeoHeaders }: VisitorInput): VisitorContext {
  if (isBrowserCall(headers)) return signalsToContext({ headers, trustGeoHeaders });
  const { dnt, 'sec-gpc': gpc } = headers;
  return signalsToContext({ headers: { dnt, 'sec-gpc': gpc } });
}

/**
 * Only browsers say from which site to which destination they fetch; Node's own `fetch` sends a mode, and
 * servers hand on their visitor's agent. Browsers older than fetch metadata send the page's origin.
 */
const isBrowserCall = (headers: Readonly<Record<string, unknown>>): boolean =>
  (headers['sec-fetch-site'] !== undefined && headers['sec-fetch-dest'] !== undefined) ||
  (headers['origin'] !== undefined && String(headers['user-agent'] ?? '').startsWith('Mozilla/'));
