import type { Selection } from '../model/experience';
import type { Unit } from '../model/visitor-context';
import type { GoalComparisons } from './goal-comparisons';
import type { Health } from './health';
import type { Verdict } from './verdict-shape';

/** The numbers of one experience. Plain JSON. */
export interface Report {
  readonly experience: string;
  readonly selection: Selection;
  /** Code of the goal that `conversions` and `value` are of. */
  readonly goal: string;
  /** Of `value`, ISO 4217; `null`: the goal has none. */
  readonly currency: string | null;
  /** What is set against what; `none`: cannot be compared, because one side has no units (no holdout, for example). */
  readonly comparison: 'variants' | 'holdout' | 'none';
  /**
   * The first line for people, see `verdictSentence`: of visitors where any were counted, else of page visits.
   * `null`: nobody told today and the goals, so nothing was compared.
   */
  readonly verdict: Verdict | null;
  /** Apart, because a visitor and a page visit are not the same thing; kinds without numbers are absent. */
  readonly unitKinds: readonly UnitKindReport[];
}

export interface UnitKindReport {
  readonly unitKind: Unit['kind'];
  readonly groups: readonly ComparedGroup[];
  /** `relevance`: exposures of base that nobody was held out from. */
  readonly reach: number;
  /** Exposures whose decision nobody vouches for; in no other number. */
  readonly unverified: number;
  /** May the numbers be believed? */
  readonly health: Health;
  /** By goal, the experience's own first, then its guardrails; empty where nobody told today and the goals. */
  readonly comparisons: readonly GoalComparisons[];
  /** Of this kind of unit. */
  readonly verdict: Verdict | null;
  /** Of each comparison by the experience's goal, in their order; `variant` `null`: all together. */
  readonly variantVerdicts: readonly { readonly variant: string | null; readonly verdict: Verdict }[];
}

/** Units that may be compared with each other. */
export interface ComparedGroup {
  /** `relevance`: what all of them would have got; `null` elsewhere. */
  readonly wouldBe: string | null;
  readonly arms: readonly Arm[];
  /** At least two arms have units. */
  readonly comparable: boolean;
}

/** Units that got the same. */
export interface Arm extends Omit<ArmDay, 'day'> {
  readonly variant: string;
  /** `relevance`: kept on base to measure the others. */
  readonly heldOut: boolean;
  /** Units that also saw another side; counted where they were first. */
  readonly multiple: number;
  readonly goals: readonly GoalTotal[];
  /** In order; days without any number are absent. */
  readonly days: readonly ArmDay[];
}

/** Counts of one day: units by the day of their first exposure, all else by the day of the event. */
export interface ArmDay {
  /** `YYYY-MM-DD` in the project's time zone. */
  readonly day: string;
  readonly units: number;
  readonly exposures: number;
  readonly interactions: number;
  /** Events that reached the experience's goal, of units and within the window. */
  readonly conversions: number;
  /** Sum of the values of those events, in the report's currency; 0 of a rate. */
  readonly value: number;
  readonly unverified: number;
}

/** One goal of one arm, over all days. */
export interface GoalTotal {
  readonly goal: string;
  /** Events that reached it. */
  readonly events: number;
  /** Σy over units, capped: for a rate the units that reached it. */
  readonly total: number;
  /** Σd, of a ratio. */
  readonly denominator: number;
}
