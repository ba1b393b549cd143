import { z } from '@strapi/utils';
import { parseInstant } from '../../../../src/context/iso-instant';
import { issue, type Issue } from '../../../../src/foundation/issue';
import { Problem } from '../../http/problem';
import { CODE_PATTERN } from './record-codes';

/** A code as people may give one. */
export const codeInput = z.string().max(64).regex(CODE_PATTERN, {
  message: 'Use small letters, digits and single hyphens, for example "summer-sale".',
});

/** A name for people. */
export const nameInput = z.string().trim().min(1, { message: 'Give it a name.' }).max(120);

/** A longer text for people. */
export const descriptionInput = z.string().max(2_000);

/** A reference to another record, or a list of them without repeats. */
export const codeReference = z.string().min(1).max(64);
export const codeReferences = z
  .array(codeReference)
  .max(50)
  .refine((codes) => new Set(codes).size === codes.length, { message: 'Name each one once.' });

/** IANA time zone. */
export const timeZoneInput = z
  .string()
  .max(64)
  .refine(isTimeZone, { message: 'Use an IANA time zone, for example "Europe/Berlin".' });

/** ISO 8601 instant, or wall time when it has no offset; what a schedule cannot read, a manifest would leave out. */
export const momentInput = z
  .string()
  .max(40)
  .refine((text) => parseInstant(text) !== undefined, {
    message: 'Use ISO 8601 and a day that exists, for example "2026-12-01T09:00:00".',
  });

/** The `updatedAt` that a change was made from. */
export const updatedAtInput = z.string().max(40).optional();

/**
 * Checks an input once, at the edge.
 * @throws Problem 400 `<kind>-invalid` with one issue per wrong place.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown, kind: string): z.output<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw invalid(kind, parsed.error.issues.map(toIssue));
  const path = pathToBrokenText(parsed.data);
  if (path) throw invalid(kind, [issue('not-allowed', path, BROKEN_TEXT)]);
  return parsed.data;
}

const BROKEN_TEXT = 'Leave out NUL characters and halves of characters; not every database can keep them.';

/** Where a text is that a database would refuse or change. */
function pathToBrokenText(value: unknown, path: (string | number)[] = []): (string | number)[] | undefined {
  if (typeof value === 'string') return BROKEN.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null || path.length > DEEPEST) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key];
    const found = pathToBrokenText(key, here) ?? pathToBrokenText(inner, here);
    if (found) return found;
  }
  return undefined;
}

const BROKEN = /\u0000|\p{Surrogate}/u;
/** Deeper than any body may be. */
const DEEPEST = 64;

/** The refusal of an input, opening with its first issue so that a log line alone helps. */
export function invalid(kind: string, issues: readonly Issue[]): Problem {
  const first = issues[0];
  const place = first && first.path.length > 0 ? `${first.path.join('.')}: ` : '';
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return new Problem({
    status: 400,
    code: `${kind}-invalid`,
    message: `${place}${first?.message ?? 'Check the input.'}${more}`,
    issues,
  });
}

type ZodIssue = z.core.$ZodIssue;

/** Our stable codes for what zod finds. */
function toIssue(found: ZodIssue): Issue {
  const path = found.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (found.code === 'unrecognized_keys') {
    return issue(
      'unknown-field',
      [...path, ...found.keys.slice(0, 1)],
      `Leave out ${found.keys.join(', ')}.`,
    );
  }
  if (found.code === 'invalid_type') {
    const missing = found.input === undefined && found.message.endsWith('received undefined');
    return issue(missing ? 'missing' : 'wrong-type', path, found.message);
  }
  if (found.code === 'too_big' || found.code === 'too_small')
    return issue('out-of-range', path, found.message);
  return issue('not-allowed', path, found.message);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
