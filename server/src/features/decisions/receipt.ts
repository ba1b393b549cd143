import type { Result } from '../../../../src/foundation/result';
import type { Unit } from '../../../../src/model/visitor-context';

/** What the server vouches for: this decision was made here, for this unit, at this time. */
export interface ReceiptPayload {
  readonly experience: string;
  readonly variant: string;
  readonly wouldBe: string;
  readonly propensity: number;
  readonly weightsVersion: number;
  readonly unitKind: Unit['kind'];
  /** See `unitHash`. */
  readonly unitHash: string;
  /** Epoch milliseconds by the server's clock. */
  readonly issuedAt: number;
}

/** Why a receipt does not count. */
export type ReceiptProblem = 'receipt-malformed' | 'receipt-foreign' | 'receipt-expired';

/** Signs and verifies `<payload>.<mac>`; the first key signs, all verify. */
export interface ReceiptService {
  sign(payload: ReceiptPayload): string;
  /** @param at corrected time of the event, epoch milliseconds. */
  verify(receipt: string, at: number): Result<ReceiptPayload, ReceiptProblem>;
}
