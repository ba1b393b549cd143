import { issue, type Issue } from '../../../../src/foundation/issue';
import { LIMITS } from '../../../../src/foundation/limits';
import { isRecord, ownValue } from '../../../../src/foundation/plain-object';
import { err, ok, type Result } from '../../../../src/foundation/result';

/** One entry of a call, its form checked; whether it exists is a later question. */
export interface EntryQuestion {
  readonly contentType: string;
  readonly documentId?: string;
  readonly uid?: string;
  readonly locale?: string;
  /** As sent; Strapi's own validation of queries judges them. */
  readonly fields?: unknown;
  readonly populate?: unknown;
}

/** The body of `decide`, its form checked; the context is judged by `resolveVisitor`. */
export interface DecideQuestion {
  readonly context: unknown;
  readonly entries: readonly EntryQuestion[];
  readonly includeEntry: boolean;
  readonly explain: boolean;
  readonly previewToken?: string;
}

/** Checks the form of a `decide` body. Unknown keys are ignored, so that newer clients can talk to older servers. */
export function readDecideRequest(body: Readonly<Record<string, unknown>>): Result<DecideQuestion, Issue[]> {
  const entries = ownValue(body, 'entries');
  if (!Array.isArray(entries)) {
    return err([
      issue('entries-missing', ['entries'], 'Send "entries", a list of { contentType, documentId }.'),
    ]);
  }
  if (entries.length > LIMITS.decideEntries) {
    const message = `Send at most ${LIMITS.decideEntries} entries in one call; split the page into several.`;
    return err([issue('entries-too-many', ['entries'], message)]);
  }
  const issues: Issue[] = [];
  const questions = entries.map((entry, index) => readEntry(entry, index, issues));
  const include = ownValue(body, 'include');
  if (include !== undefined && include !== 'entry') {
    issues.push(issue('include-unknown', ['include'], 'Leave "include" out, or send "entry".'));
  }
  if (issues.length > 0) return err(issues);
  const previewToken = ownValue(body, 'previewToken');
  return ok({
    context: ownValue(body, 'context'),
    entries: questions as EntryQuestion[],
    includeEntry: include === 'entry',
    explain: ownValue(body, 'explain') === true,
    ...(typeof previewToken === 'string' && { previewToken }),
  });
}

function readEntry(entry: unknown, index: number, issues: Issue[]): EntryQuestion | undefined {
  const path = ['entries', index];
  if (!isRecord(entry)) {
    issues.push(
      issue('entry-malformed', path, 'Each entry is an object: { contentType, documentId, locale }.'),
    );
    return undefined;
  }
  const contentType = shortText(entry, 'contentType');
  if (contentType === undefined) {
    const message = 'Say the type of the entry, for example "api::article.article".';
    issues.push(issue('content-type-missing', [...path, 'contentType'], message));
    return undefined;
  }
  for (const key of ['documentId', 'uid', 'locale'] as const) {
    const sent = ownValue(entry, key);
    if (sent !== undefined && sent !== null && shortText(entry, key) === undefined) {
      const message = `Send "${key}" as text of 1 to ${LIMITS.stringLength} characters, or leave it out.`;
      issues.push(issue('entry-malformed', [...path, key], message));
    }
  }
  return {
    contentType,
    documentId: shortText(entry, 'documentId'),
    uid: shortText(entry, 'uid'),
    locale: shortText(entry, 'locale'),
    fields: ownValue(entry, 'fields'),
    populate: ownValue(entry, 'populate'),
  };
}

function shortText(entry: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = ownValue(entry, key);
  return typeof value === 'string' && value !== '' && value.length <= LIMITS.stringLength ? value : undefined;
}
