import { isCountable } from '../../../../src/events/countable-reasons';
import { correctTime } from '../../../../src/events/correct-time';
import { eventHash } from '../../../../src/events/event-id';
import { toFixedPoint } from '../../../../src/events/fixed-point';
import { isForeignCurrency } from '../../../../src/events/goal-value';
import { parseEvent } from '../../../../src/events/parse-event';
import type { RecordedEvent } from '../../../../src/events/recorded-event';
import { verifyExposure } from '../../../../src/events/verification';
import { parseInstant } from '../../../../src/context/iso-instant';
import { issue, type Issue } from '../../../../src/foundation/issue';
import { err, ok, type Result } from '../../../../src/foundation/result';
import { entryKey } from '../../../../src/model/entry-ref';
import { BASE } from '../../../../src/model/experience';
import type { Unit } from '../../../../src/model/visitor-context';
import type { VisitorEvent } from '../../../../src/model/visitor-event';
import type { ReceiptService } from '../decisions';
import type { CountingFacts } from './counting-facts';
import type { PreparedEvent } from './event-row';
import { sha256 } from '../../database/sha256';

/** What is known of the call that an event came with. Times are epoch milliseconds. */
export interface Delivery {
  readonly sentAt: number;
  readonly receivedAt: number;
  /** Sent with an API token. */
  readonly trusted: boolean;
  /** Sent by a program that says so. */
  readonly bot: boolean;
}

/** What judges events. */
export interface EventJudges {
  readonly facts: CountingFacts;
  readonly receipts: ReceiptService;
  readonly unitHash: (unit: Unit) => string;
}

/** Codes that fresher facts may cure. */
export const UNKNOWN_CODES: ReadonlySet<string> = new Set([
  'experience-unknown',
  'variant-unknown',
  'goal-unknown',
]);

/** Parses, checks, verifies and corrects one event. Failures are for the quarantine and the caller. */
export function prepareEvent(
  input: unknown,
  delivery: Delivery,
  judges: EventJudges,
): Result<PreparedEvent, Issue> {
  const parsed = parseEvent(input);
  if (!parsed.ok) return parsed;
  const event = parsed.value;
  const time = correctTime(
    parseInstant(event.occurredAt) ?? Number.NaN,
    delivery.sentAt,
    delivery.receivedAt,
  );
  if (!time.ok) return time;
  const hash = eventHash(event.id, sha256);
  if (delivery.bot) return ok({ hash });
  const unitHash = judges.unitHash(event.unit);
  const recorded = recordedEvent(event, hash, time.value, unitHash, delivery, judges);
  if (!recorded.ok) return recorded;
  return ok({ hash, recorded: { unitHash, unitKind: event.unit.kind, event: recorded.value } });
}

function recordedEvent(
  event: VisitorEvent,
  hash: string,
  at: number,
  unitHash: string,
  delivery: Delivery,
  judges: EventJudges,
): Result<RecordedEvent, Issue> {
  const base = {
    hash,
    type: event.type,
    at,
    ...(event.entry && { entry: entryKey(event.entry) }),
    ...(event.goal !== undefined && { goal: event.goal }),
    ...(event.value !== undefined && { value: toFixedPoint(event.value) }),
    ...(event.currency !== undefined && { currency: event.currency }),
  };
  if (event.type === 'exposure') {
    const exposure = verified(event, at, unitHash, delivery, judges);
    if (!exposure.ok) return exposure;
    return ok({ ...base, ...exposure.value, ...(event.dimensions && { dimensions: event.dimensions }) });
  }
  const wrong = event.type === 'conversion' ? wrongGoal(event, judges.facts) : undefined;
  if (wrong) return err(wrong);
  const experience = experienceOf(event, at, unitHash, judges);
  return ok({
    ...base,
    verification: delivery.trusted ? 'trusted' : 'unverified',
    ...(experience !== undefined && { experience }),
  });
}

function verified(
  event: VisitorEvent,
  at: number,
  unitHash: string,
  { trusted }: Delivery,
  { receipts, facts }: EventJudges,
) {
  const exposure = verifyExposure({
    event,
    unitHash,
    trusted,
    ...(event.receipt !== undefined && { receipt: receipts.verify(event.receipt, at) }),
    recomputes: () => event.decision !== undefined && facts.recomputes(event.decision, event.unit),
  });
  if (!exposure.ok) return exposure;
  const { experience, variant, wouldBe } = exposure.value.decision;
  const known = facts.experiences.get(experience);
  if (!known) {
    return err(issue('experience-unknown', ['decision'], 'This experience does not exist (any more).'));
  }
  const bare = event.receipt === undefined ? event.decision : undefined;
  if (bare && !isCountable(bare.reason, known.selection)) {
    const sentence = 'Nothing was chosen for this unit by this decision; send exposures of those that were.';
    return err(issue('decision', ['decision', 'reason'], sentence));
  }
  // What this server signed was a variant when it was; anything else must be one now.
  const signed = exposure.value.verification === 'signed';
  if (!signed && !(known.variants.has(variant) && known.variants.has(wouldBe))) {
    return err(issue('variant-unknown', ['decision'], 'This experience has no such variant.'));
  }
  return variant === wouldBe || (known.selection === 'relevance' && variant === BASE)
    ? exposure
    : err(issue('decision', ['decision'], 'Only a held-out unit sees something else than it would have.'));
}

function wrongGoal(event: VisitorEvent, facts: CountingFacts): Issue | undefined {
  const named = facts.goals.filter(({ code, event: name }) => code === event.goal || name === event.goal);
  const divides = facts.goals.some(({ denominator }) => denominator === event.goal);
  if (named.length === 0 && !divides) {
    return issue('goal-unknown', ['goal'], 'No goal has this code or event; create the goal first.');
  }
  if (named.length > 0 && named.every((goal) => isForeignCurrency(event.currency, goal))) {
    const wanted = named[0]?.currency;
    const sentence = wanted
      ? `Send values of this goal in ${wanted}.`
      : 'This goal has no currency; set one first.';
    return issue('currency', ['currency'], sentence);
  }
  return undefined;
}

/** Which experience a reaction says it belongs to; a receipt that does not hold says nothing. */
function experienceOf(
  event: VisitorEvent,
  at: number,
  unitHash: string,
  { receipts }: EventJudges,
): string | undefined {
  if (event.receipt === undefined) return event.decision?.experience;
  const receipt = receipts.verify(event.receipt, at);
  return receipt.ok && receipt.value.unitHash === unitHash ? receipt.value.experience : undefined;
}
