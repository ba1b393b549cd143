import fc from 'fast-check';
import { createPreviewTokenService } from '../../server/src/features/decisions/preview-tokens';
import type { ReceiptPayload } from '../../server/src/features/decisions/receipt';
import { createReceiptService } from '../../server/src/features/decisions/receipts';

const HOUR = 3_600_000;
const payload: ReceiptPayload = {
  experience: 'guide',
  variant: 'german',
  wouldBe: 'german',
  propensity: 0.9,
  weightsVersion: 3,
  unitKind: 'visitor',
  unitHash: 'ab'.repeat(32),
  issuedAt: 1_700_000_000_000,
};
const service = createReceiptService(['a secret of this instance']);

const payloads = fc.record({
  experience: fc.string({ maxLength: 64 }),
  variant: fc.string({ maxLength: 64 }),
  wouldBe: fc.string({ maxLength: 64 }),
  propensity: fc.double({ min: 0.0001, max: 1, noNaN: true }),
  weightsVersion: fc.nat(),
  unitKind: fc.constantFrom('visitor' as const, 'page-visit' as const),
  unitHash: fc.stringMatching(/^[0-9a-f]{64}$/),
  issuedAt: fc.integer({ min: 1, max: 4_000_000_000_000 }),
});

describe('receipts', () => {
  it('give back exactly what was signed', () => {
    fc.assert(
      fc.property(payloads, (one) => {
        expect(service.verify(service.sign(one), one.issuedAt)).toEqual({ ok: true, value: one });
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('hold for 24 hours and five minutes of clocks that differ', () => {
    const receipt = service.sign(payload);
    const at = (offset: number) => service.verify(receipt, payload.issuedAt + offset);
    expect(at(24 * HOUR).ok).toBe(true);
    expect(at(-5 * 60_000).ok).toBe(true);
    expect(at(24 * HOUR + 1)).toEqual({ ok: false, error: 'receipt-expired' });
    expect(at(-365 * 24 * HOUR)).toEqual({ ok: false, error: 'receipt-expired' });
  });

  it('are foreign from the first changed character on', () => {
    const receipt = service.sign(payload);
    fc.assert(
      fc.property(fc.nat(receipt.length - 1), fc.constantFrom(...'Aa0_-'), (position, character) => {
        // The last character of base64 carries bits that nobody reads.
        fc.pre(
          receipt[position] !== character && receipt[position] !== '.' && position !== receipt.length - 1,
        );
        const changed = receipt.slice(0, position) + character + receipt.slice(position + 1);
        expect(service.verify(changed, payload.issuedAt)).toEqual({ ok: false, error: 'receipt-foreign' });
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('are malformed when they are no receipt at all', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(service.verify(text, 0)).toEqual({ ok: false, error: 'receipt-malformed' });
      }),
      { seed: 7, numRuns: 300 },
    );
    for (const odd of [undefined, null, 7, {}, `${'A'.repeat(9_000)}.${'A'.repeat(43)}`]) {
      expect(service.verify(odd as string, 0)).toEqual({ ok: false, error: 'receipt-malformed' });
    }
  });

  it('of a key that was rotated still count, the first key signs', () => {
    const rotated = createReceiptService(['a new secret of this instance', 'a secret of this instance']);
    expect(rotated.verify(service.sign(payload), payload.issuedAt).ok).toBe(true);
    expect(service.verify(rotated.sign(payload), payload.issuedAt)).toEqual({
      ok: false,
      error: 'receipt-foreign',
    });
  });

  it('cannot be used as preview tokens, nor the other way round', () => {
    const previews = createPreviewTokenService(['a secret of this instance']);
    const token = previews.sign({ experience: 'guide', variant: 'german', status: 'draft', expiresAt: 9e15 });
    expect(service.verify(token, 0)).toEqual({ ok: false, error: 'receipt-foreign' });
    expect(previews.verify(service.sign(payload), 0)).toEqual({ ok: false, error: 'preview-token-foreign' });
    expect(previews.verify(token, 9e15)).toEqual({ ok: false, error: 'preview-token-expired' });
  });

  it('cannot be made without a secret', () => {
    expect(() => createReceiptService([])).toThrow('app.keys');
  });
});
