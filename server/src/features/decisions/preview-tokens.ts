import { err, ok, type Result } from '../../../../src/foundation/result';
import { createTokenSigner } from './signed-token';

/** What an administrator allowed the holder of a token to see. */
export interface PreviewGrant {
  readonly experience: string;
  /** Code of a variant, or `base`. */
  readonly variant: string;
  /** Absent: every locale. */
  readonly locale?: string;
  /** Holds for base and variant alike. */
  readonly status: 'draft' | 'published';
  /** Epoch milliseconds to decide at; absent: the time of the request. */
  readonly now?: number;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Why a preview token is refused. */
export type PreviewTokenProblem =
  | 'preview-token-malformed'
  | 'preview-token-foreign'
  | 'preview-token-expired';

/** Signs and verifies preview tokens; their keys cannot sign receipts. */
export interface PreviewTokenService {
  sign(grant: PreviewGrant): string;
  /** @param at epoch milliseconds by the server's clock. */
  verify(token: string, at: number): Result<PreviewGrant, PreviewTokenProblem>;
}

export function createPreviewTokenService(secrets: readonly string[]): PreviewTokenService {
  const signer = createTokenSigner(secrets, 'preview-token');
  return {
    sign: (grant) => signer.sign(grant),
    verify: (token, at) => {
      const opened = signer.open(token);
      if ('problem' in opened) return err(`preview-token-${opened.problem}` as const);
      const grant = opened.payload as PreviewGrant;
      return at < grant.expiresAt ? ok(grant) : err('preview-token-expired');
    },
  };
}
