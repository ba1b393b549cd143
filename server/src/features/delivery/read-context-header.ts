import { LIMITS } from '../../../../src/foundation/limits';
import { isRecord } from '../../../../src/foundation/plain-object';
import { err, ok, type Result } from '../../../../src/foundation/result';
import { Problem } from '../../http/problem';

/**
 * The visitor context of the `X-Contextual-Context` header; `{}` when there is none.
 * Errors: 400 `context-too-large`, `context-malformed`.
 */
export function readContextHeader(header: string): Result<unknown, Problem> {
  if (header === '') return ok({});
  // Four characters of base64url carry three bytes.
  if (header.length > Math.ceil(LIMITS.contextHeaderBytes / 3) * 4) return err(tooLarge());
  const bytes = Buffer.from(header, 'base64url');
  if (bytes.length > LIMITS.contextHeaderBytes) return err(tooLarge());
  try {
    const context: unknown = JSON.parse(bytes.toString('utf8'));
    return isRecord(context) ? ok(context) : err(malformed());
  } catch {
    return err(malformed());
  }
}

const tooLarge = () =>
  new Problem({
    status: 400,
    code: 'context-too-large',
    message: `Send at most ${LIMITS.contextHeaderBytes} bytes of context in the header, or POST to /contextual/decide.`,
  });

const malformed = () =>
  new Problem({
    status: 400,
    code: 'context-malformed',
    message: 'Send X-Contextual-Context as base64url of a JSON object.',
  });
