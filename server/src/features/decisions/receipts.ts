import { LIMITS } from '../../../../src/foundation/limits';
import { err, ok } from '../../../../src/foundation/result';
import type { ReceiptPayload, ReceiptService } from './receipt';
import { createTokenSigner } from './signed-token';

const HOUR = 3_600_000;

/** Short names: a receipt travels with every event. */
interface PackedReceipt {
  readonly x: string;
  readonly v: string;
  readonly w: string;
  readonly p: number;
  readonly n: number;
  readonly k: 'v' | 'p';
  readonly u: string;
  readonly t: number;
}

/** Receipts under keys derived from `secrets`. */
export function createReceiptService(secrets: readonly string[]): ReceiptService {
  const signer = createTokenSigner(secrets, 'receipt');
  return {
    sign: (payload) => signer.sign(pack(payload)),
    verify: (receipt, at) => {
      const opened = signer.open(receipt);
      if ('problem' in opened) {
        return err(opened.problem === 'foreign' ? 'receipt-foreign' : 'receipt-malformed');
      }
      const payload = unpack(opened.payload as PackedReceipt);
      const age = at - payload.issuedAt;
      // Clocks of two instances may differ by minutes: a receipt from just ahead is not from the future.
      const early = -LIMITS.eventFutureMinutes * 60_000;
      const fresh = age >= early && age <= LIMITS.receiptHours * HOUR;
      return fresh ? ok(payload) : err('receipt-expired');
    },
  };
}

const pack = (payload: ReceiptPayload): PackedReceipt => ({
  x: payload.experience,
  v: payload.variant,
  w: payload.wouldBe,
  p: payload.propensity,
  n: payload.weightsVersion,
  k: payload.unitKind === 'visitor' ? 'v' : 'p',
  u: payload.unitHash,
  t: payload.issuedAt,
});

const unpack = (packed: PackedReceipt): ReceiptPayload => ({
  experience: packed.x,
  variant: packed.v,
  wouldBe: packed.w,
  propensity: packed.p,
  weightsVersion: packed.n,
  unitKind: packed.k === 'v' ? 'visitor' : 'page-visit',
  unitHash: packed.u,
  issuedAt: packed.t,
});
