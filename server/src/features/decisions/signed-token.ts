import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a key is for; keys of different labels have nothing to do with each other. */
export type KeyLabel = 'receipt' | 'preview-token';

/** Why a token is not ours: it is no token at all, or nobody with our keys made it. */
export type TokenProblem = 'malformed' | 'foreign';

/** Makes and opens `<payload>.<mac>`: base64url JSON and its HMAC-SHA256. */
export interface TokenSigner {
  sign(payload: object): string;
  /** The payload, unchecked but authentic. */
  open(token: string): { readonly payload: unknown } | { readonly problem: TokenProblem };
}

const MAX_TOKEN_LENGTH = 2_048;
const SHAPE = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}$/;

/**
 * A signer over keys derived from `secrets` by HKDF-SHA256 (RFC 5869); the first signs, all verify,
 * so that secrets can be rotated. Derived once: nothing here touches database or log.
 */
export function createTokenSigner(secrets: readonly string[], label: KeyLabel): TokenSigner {
  const keys = secrets.map((secret) =>
    Buffer.from(hkdfSync('sha256', secret, 'strapi-plugin-contextual', `${label}/v1`, 32)),
  );
  const [signingKey] = keys;
  if (!signingKey) throw new Error('contextual: set app.keys, or tokenKeys of the plugin, before starting.');
  const mac = (key: Buffer, body: string) => createHmac('sha256', key).update(body).digest();

  return {
    sign: (payload) => {
      const body = Buffer.from(JSON.stringify(payload)).toString('base64url');
      return `${body}.${mac(signingKey, body).toString('base64url')}`;
    },
    open: (token) => {
      if (typeof token !== 'string' || token.length > MAX_TOKEN_LENGTH || !SHAPE.test(token)) {
        return { problem: 'malformed' };
      }
      const dot = token.indexOf('.');
      const body = token.slice(0, dot);
      const claimed = Buffer.from(token.slice(dot + 1), 'base64url');
      // Every key is tried to the end, so that time tells nothing about which one matched.
      const authentic = keys.map((key) => timingSafeEqual(mac(key, body), claimed)).includes(true);
      if (!authentic) return { problem: 'foreign' };
      try {
        return { payload: JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as unknown };
      } catch {
        return { problem: 'malformed' };
      }
    },
  };
}
