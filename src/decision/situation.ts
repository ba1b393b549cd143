import { hasConsent, knownInterests, withoutStored } from '../context/consent';
import { pathReader } from '../context/read-attribute';
import { LIMITS } from '../foundation/limits';
import { interestScoresOf, type InterestScores } from '../interests/interest-scores';
import type { DecisionSettings } from '../manifest/manifest';
import type { Unit, VisitorContext } from '../model/visitor-context';
import type { Reading } from '../rules/reading';
import type { DecisionWorld } from './decision-world';

/** Why a context has no unit that may be bucketed. */
export type UnitProblem = 'no-unit' | 'visitor-id-needs-consent';

/** One context at one moment, made ready once for all experiences of a call. */
export interface Situation {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly consent: boolean;
  /** Without consent: without the attributes of consent class *stored*. Made when an explanation asks for it. */
  readonly known: () => VisitorContext;
  /** As sent, or `undefined`. */
  readonly channel: string | undefined;
  readonly unit:
    | { readonly ok: true; readonly value: Unit }
    | { readonly ok: false; readonly problem: UnitProblem };
  /** `p` by tag, which rules read as `interests.<tag>`; computed once. */
  readonly scores: () => ReadonlyMap<string, number>;
  /** Does the rule of this audience match? An unknown code never matches. */
  readonly isMember: (audience: string) => boolean;
}

/** The largest time that ECMAScript can name, epoch milliseconds. */
const LAST_MOMENT = 8.64e15;

/**
 * Reads a context. A visitor id without consent is no unit at all: bucketing by it would follow a person who
 * did not agree to be followed, so whoever calls draws a page-visit id instead.
 *
 * @throws whatever a hostile context throws; the pipeline turns that into base.
 */
export const situationOf = (world: DecisionWorld, context: VisitorContext, now: number): Situation => {
  const reading = readingOf(world.settings, context, now);
  const { consent, interests } = reading;
  return {
    now,
    consent,
    known: () => (consent ? context : withoutStored(context, world.attributes)),
    channel: channelOf(context),
    unit: usableUnit(context, consent),
    scores: () => interests.all(),
    isMember: (audience) => world.audiences.matches(reading, audience),
  };
};

/**
 * What the rules may see of a context at one moment: without consent nothing stored, and of the interests those of
 * this visit.
 *
 * @param now epoch milliseconds
 * @throws RangeError where `now` is no moment
 */
export const readingOf = (
  { interestMix }: Pick<DecisionSettings, 'interestMix'>,
  context: VisitorContext,
  now: number,
): Reading & { readonly interests: InterestScores } => {
  if (!(Math.abs(now) <= LAST_MOMENT)) throw new RangeError('`now` must be epoch milliseconds');
  const consent = hasConsent(context);
  return {
    context,
    consent,
    interests: interestScoresOf(knownInterests(context, consent), now, interestMix),
  };
};

const readChannel = pathReader(['channel']);

const channelOf = (context: VisitorContext): string | undefined => {
  const channel = readChannel(context);
  return typeof channel === 'string' ? channel : undefined;
};

const usableUnit = (context: VisitorContext, consent: boolean): Situation['unit'] => {
  const unit: unknown = typeof context === 'object' && context !== null ? context.unit : undefined;
  if (typeof unit !== 'object' || unit === null) return { ok: false, problem: 'no-unit' };
  const { kind, id } = unit as { kind?: unknown; id?: unknown };
  if (kind !== 'visitor' && kind !== 'page-visit') return { ok: false, problem: 'no-unit' };
  if (typeof id !== 'string' || id === '' || id.length > LIMITS.stringLength)
    return { ok: false, problem: 'no-unit' };
  if (kind === 'visitor' && !consent) return { ok: false, problem: 'visitor-id-needs-consent' };
  return { ok: true, value: { kind, id } };
};
