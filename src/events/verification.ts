import { issue, type Issue } from '../foundation/issue';
import { err, ok, type Result } from '../foundation/result';
import type { Unit } from '../model/visitor-context';
import type { VisitorEvent } from '../model/visitor-event';
import type { ExposedDecision } from './recorded-event';

/** How far an exposure can be trusted; only the first three count in reports. */
export type Verification = 'signed' | 'recomputed' | 'trusted' | 'unverified';

/** What a receipt vouches for. */
export interface ReceiptClaim extends ExposedDecision {
  readonly unitKind: Unit['kind'];
  readonly unitHash: string;
}

/** What is known when an exposure is verified. */
export interface VerificationInput {
  readonly event: VisitorEvent;
  /** SHA-256 of the event's unit. */
  readonly unitHash: string;
  /** Sent with an API token. */
  readonly trusted: boolean;
  /** Outcome of the receipt's own check; absent when the event carries none. */
  readonly receipt?: Result<ReceiptClaim, string>;
  /** Would the allocation of the event's decision be the same here? Asked only where it matters. */
  readonly recomputes: () => boolean;
}

/** An exposure's decision, and how far it can be trusted. */
export interface VerifiedExposure {
  readonly decision: ExposedDecision;
  readonly verification: Verification;
}

/**
 * A receipt that is there must be right: a wrong one is a mistake or an attempt, and is refused with
 * `receipt-malformed`, `receipt-foreign`, `receipt-expired` or `receipt-unit`. A bare decision is accepted,
 * but counts only if it comes with an API token or can be recomputed.
 */
export function verifyExposure(input: VerificationInput): Result<VerifiedExposure, Issue> {
  const { event, receipt } = input;
  if (receipt) {
    if (!receipt.ok) return refused(receipt.error);
    const { unitKind, unitHash, ...decision } = receipt.value;
    if (unitHash !== input.unitHash || unitKind !== event.unit.kind) return refused('receipt-unit');
    return ok({ decision: decisionOf(decision), verification: 'signed' });
  }
  if (!event.decision) {
    return err(issue('decision-missing', ['receipt'], 'An exposure carries the "receipt" of its decision.'));
  }
  const decision = decisionOf(event.decision);
  if (input.trusted) return ok({ decision, verification: 'trusted' });
  return ok({ decision, verification: input.recomputes() ? 'recomputed' : 'unverified' });
}

const decisionOf = (source: ExposedDecision): ExposedDecision => ({
  experience: source.experience,
  variant: source.variant,
  wouldBe: source.wouldBe,
  propensity: source.propensity,
  weightsVersion: source.weightsVersion,
});

const SENTENCES: Readonly<Record<string, string>> = {
  'receipt-malformed': 'Send the receipt exactly as decide answered it.',
  'receipt-foreign': 'The receipt was not signed by this server; ask decide again.',
  'receipt-expired': 'The receipt is older than a day; ask decide again before showing the entry.',
  'receipt-unit': 'The receipt belongs to another unit; send the unit that decide was asked for.',
};

const refused = (code: string) =>
  err(issue(code, ['receipt'], SENTENCES[code] ?? 'The receipt is not valid.'));
