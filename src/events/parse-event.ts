import { parseInstant } from '../context/iso-instant';
import { issue, type Issue } from '../foundation/issue';
import { LIMITS } from '../foundation/limits';
import { bareRecord, isForbiddenKey, isRecord, ownValue } from '../foundation/plain-object';
import { err, ok, type Result } from '../foundation/result';
import { DECISION_REASONS, type Decision } from '../model/decision';
import type { EntryRef } from '../model/entry-ref';
import type { EventType, VisitorEvent } from '../model/visitor-event';
import type { Unit } from '../model/visitor-context';

const TYPES: readonly EventType[] = ['exposure', 'interaction', 'conversion', 'view'];
const RECEIPT_LENGTH = 2_048;
/** As goals name their events. */
const EVENT_NAME = /^[\p{L}\p{N}][\p{L}\p{N} _:-]*$/u;
const DIMENSION_NAME = /^[A-Za-z][\w.:-]*$/;
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const CURRENCY = /^[A-Z]{3}$/;

/**
 * One event as it came from outside: every field checked, unknown fields left behind.
 * Codes: `event-malformed`, `id`, `type`, `unit`, `occurred-at`, `receipt-malformed`, `decision`,
 * `decision-missing`, `goal`, `goal-missing`, `value`, `currency`, `entry`, `dimensions`.
 */
export function parseEvent(input: unknown): Result<VisitorEvent, Issue> {
  if (!isRecord(input)) return fail('event-malformed', [], 'Each event is an object.');
  const id = ownValue(input, 'id');
  if (!isText(id, LIMITS.eventIdLength)) {
    return fail(
      'id',
      ['id'],
      `Give each event an "id", at most ${LIMITS.eventIdLength} characters; a UUID is best.`,
    );
  }
  const type = TYPES.find((known) => known === ownValue(input, 'type'));
  if (!type) return fail('type', ['type'], `"type" is one of ${TYPES.join(', ')}.`);
  const unit = parseUnit(ownValue(input, 'unit'));
  if (!unit)
    return fail('unit', ['unit'], '"unit" is { kind: "visitor" or "page-visit", id }, as decide answers it.');
  const occurredAt = ownValue(input, 'occurredAt');
  if (typeof occurredAt !== 'string' || parseInstant(occurredAt) === undefined) {
    return fail(
      'occurred-at',
      ['occurredAt'],
      '"occurredAt" is an ISO 8601 time, for example "2026-03-01T12:00:00Z".',
    );
  }
  const details = parseDetails(input, type);
  return details.ok ? ok({ id, type, unit, occurredAt, ...details.value }) : details;
}

type Details = Omit<VisitorEvent, 'id' | 'type' | 'unit' | 'occurredAt'>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function parseDetails(input: Readonly<Record<string, unknown>>, type: EventType): Result<Details, Issue> {
  const details: Mutable<Details> = {};
  const given = (key: string) => ownValue(input, key) ?? undefined;

  const receipt = given('receipt');
  if (receipt !== undefined) {
    if (!isText(receipt, RECEIPT_LENGTH))
      return fail('receipt-malformed', ['receipt'], 'Send the receipt exactly as decide answered it.');
    details.receipt = receipt;
  }
  const decision = given('decision');
  if (decision !== undefined) {
    const parsed = parseDecision(decision);
    if (!parsed) return fail('decision', ['decision'], 'Send the decision exactly as the engine made it.');
    details.decision = parsed;
  }
  if (type === 'exposure' && receipt === undefined && decision === undefined) {
    return fail(
      'decision-missing',
      ['receipt'],
      'An exposure carries the "receipt" of its decision, or the "decision" itself.',
    );
  }
  const goal = given('goal');
  if (goal !== undefined) {
    if (!isText(goal, LIMITS.eventNameLength) || !EVENT_NAME.test(goal))
      return fail('goal', ['goal'], '"goal" is the code of a goal or the name of its event.');
    details.goal = goal;
  } else if (type === 'conversion') {
    return fail('goal-missing', ['goal'], 'A conversion names the "goal" that it reaches.');
  }
  const value = given('value');
  if (value !== undefined) {
    if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > LIMITS.eventValue) {
      return fail(
        'value',
        ['value'],
        `"value" is a number between -${LIMITS.eventValue} and ${LIMITS.eventValue}.`,
      );
    }
    details.value = value;
  }
  const currency = given('currency');
  if (currency !== undefined) {
    if (typeof currency !== 'string' || !CURRENCY.test(currency))
      return fail('currency', ['currency'], '"currency" is an ISO 4217 code, for example "EUR".');
    details.currency = currency;
  }
  const entry = given('entry');
  if (entry !== undefined) {
    const parsed = parseEntry(entry);
    if (!parsed) return fail('entry', ['entry'], '"entry" is { contentType, documentId, locale }.');
    details.entry = parsed;
  }
  const dimensions = given('dimensions');
  if (dimensions !== undefined) {
    const parsed = parseDimensions(dimensions);
    if (!parsed) {
      return fail(
        'dimensions',
        ['dimensions'],
        `"dimensions" holds at most ${LIMITS.eventDimensions} names with texts of at most ${LIMITS.dimensionLength} characters.`,
      );
    }
    details.dimensions = parsed;
  }
  return ok(details);
}

function parseUnit(input: unknown): Unit | undefined {
  if (!isRecord(input)) return undefined;
  const kind = ownValue(input, 'kind');
  const id = ownValue(input, 'id');
  return (kind === 'visitor' || kind === 'page-visit') && isText(id, LIMITS.stringLength)
    ? { kind, id }
    : undefined;
}

function parseDecision(input: unknown): Decision | undefined {
  if (!isRecord(input)) return undefined;
  const code = (key: string) => {
    const value = ownValue(input, key);
    return isText(value, LIMITS.eventNameLength) && CODE.test(value) ? value : undefined;
  };
  const count = (key: string) => {
    const value = ownValue(input, key);
    return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31
      ? (value as number)
      : undefined;
  };
  const experience = code('experience');
  const variant = code('variant');
  const wouldBe = code('wouldBe');
  const reason = DECISION_REASONS.find((known) => known === ownValue(input, 'reason'));
  const propensity = ownValue(input, 'propensity');
  const weightsVersion = count('weightsVersion');
  const manifestVersion = count('manifestVersion');
  if (!experience || !variant || !wouldBe || !reason) return undefined;
  if (weightsVersion === undefined || manifestVersion === undefined) return undefined;
  if (typeof propensity !== 'number' || !(propensity > 0 && propensity <= 1)) return undefined;
  return { experience, variant, wouldBe, reason, propensity, weightsVersion, manifestVersion };
}

function parseEntry(input: unknown): EntryRef | undefined {
  if (!isRecord(input)) return undefined;
  const contentType = ownValue(input, 'contentType');
  const documentId = ownValue(input, 'documentId');
  const locale = ownValue(input, 'locale') ?? undefined;
  if (!isText(contentType, LIMITS.stringLength) || !isText(documentId, LIMITS.eventNameLength))
    return undefined;
  if (locale !== undefined && !isText(locale, LIMITS.eventNameLength)) return undefined;
  return { contentType, documentId, ...(locale !== undefined && { locale }) };
}

function parseDimensions(input: unknown): Record<string, string> | undefined {
  if (!isRecord(input)) return undefined;
  const names = Object.keys(input);
  if (names.length > LIMITS.eventDimensions) return undefined;
  const dimensions = bareRecord<string>();
  for (const name of names) {
    const level = input[name];
    if (!isText(name, LIMITS.dimensionLength) || !DIMENSION_NAME.test(name) || isForbiddenKey(name))
      return undefined;
    if (!isText(level, LIMITS.dimensionLength)) return undefined;
    dimensions[name] = level;
  }
  return dimensions;
}

const isText = (value: unknown, maxLength: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= maxLength;

const fail = (code: string, path: readonly (string | number)[], message: string) =>
  err(issue(code, path, message));
