import { hasConsent, withoutStored } from '../context/consent';
import { LIMITS } from '../foundation/limits';
import { interestScores } from '../interests/interest-scores';
import type { Unit, VisitorContext } from '../model/visitor-context';
import type { DecisionWorld } from './decision-world';

/** Why a context has no unit that may be bucketed. */
export type UnitProblem = 'no-unit' | 'visitor-id-needs-consent';

/** One context at one moment, made ready once for all experiences of a call. */
export interface Situation {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly consent: boolean;
  /** Without consent: without the attributes of consent class *stored*. */
  readonly context: VisitorContext;
  readonly unit:
    | { readonly ok: true; readonly value: Unit }
    | { readonly ok: false; readonly problem: UnitProblem };
  /** `p` by tag, which rules read as `interests.<tag>`; computed once. */
  readonly scores: () => ReadonlyMap<string, number>;
  /** Does the rule of this audience match? Asked once per audience; an unknown code never matches. */
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
  if (!(Math.abs(now) <= LAST_MOMENT)) throw new RangeError('`now` must be epoch milliseconds');
  const consent = hasConsent(context);
  const known = consent ? context : withoutStored(context, world.attributes);
  const scores = once(() => interestScores(known.interests, now, world.settings.interestMix));
  const memberships = new Map<string, boolean>();
  return {
    now,
    consent,
    context: known,
    unit: usableUnit(context, consent),
    scores,
    isMember: (audience) => {
      const before = memberships.get(audience);
      if (before !== undefined) return before;
      const member = world.audiences.matcher(audience)?.(known, scores()) ?? false;
      memberships.set(audience, member);
      return member;
    },
  };
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

const once = <T>(compute: () => T): (() => T) => {
  let value: { readonly is: T } | undefined;
  return () => (value ??= { is: compute() }).is;
};
