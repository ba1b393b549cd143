import { LIMITS } from '../foundation/limits';
import { bareRecord } from '../foundation/plain-object';
import { BASE } from '../model/experience';
import type { Goal } from '../model/goal';
import type { Unit } from '../model/visitor-context';
import type { DayOf } from './calendar-day';
import type { ExperienceFacts } from './experience-facts';
import { goalValue, isForeignCurrency, reaches, type GoalValue } from './goal-value';
import type { ExposedDecision, RecordedEvent } from './recorded-event';

const DAY = 86_400_000;

/** One unit in one experience, as the statistics see it. Plain JSON. */
export interface Participation {
  readonly experience: string;
  readonly unitKind: Unit['kind'];
  /** Of the first counted exposure. */
  readonly variant: string;
  readonly wouldBe: string;
  readonly propensity: number;
  readonly weightsVersion: number;
  readonly dimensions: Readonly<Record<string, string>>;
  /** Corrected time of the first counted exposure, epoch milliseconds. */
  readonly at: number;
  /** Its day in the project's time zone. */
  readonly day: string;
  /** Views in the days before it; `null` for a page visit, which has no past. */
  readonly viewsBefore: number | null;
  /** Every `[weights version, variant]` of counted exposures within the longest window, sorted. */
  readonly seen: readonly (readonly [number, string])[];
  /** It saw what it should have seen only one of. */
  readonly multiple: boolean;
  /** By goal code; goals that this kind of unit cannot measure are absent. */
  readonly goals: Readonly<Record<string, GoalValue>>;
  /** What reached a goal, by day of the event. */
  readonly days: readonly GoalDay[];
  /** From then on no event can change it: longest window and accepted age have passed. Epoch milliseconds. */
  readonly closesAt: number;
}

/** Events of one day that reached one goal. `value` see `toFixedPoint`. */
export interface GoalDay {
  readonly day: string;
  readonly goal: string;
  readonly count: number;
  readonly value: number;
}

/** Only these count; the others are shown apart. */
export const isVerified = (event: RecordedEvent): boolean => event.verification !== 'unverified';

/** In `relevance` an exposure of base that nobody was held out from says only how far the experience reaches. */
export const isReach = (decision: ExposedDecision, facts: ExperienceFacts): boolean =>
  facts.selection === 'relevance' && decision.wouldBe === BASE;

/**
 * What one unit did in one experience, from all its events, in any order; `null` as long as no exposure counts.
 * A pure function of the set of events: that is what makes replays and late arrivals harmless.
 */
export function participationOf(
  events: readonly RecordedEvent[],
  facts: ExperienceFacts,
  unitKind: Unit['kind'],
  dayOf: DayOf,
): Participation | null {
  const exposures = events.filter((event) => opens(event, facts)).sort(byTime) as Exposure[];
  const first = exposures[0];
  if (!first) return null;
  const goals = facts.goals.filter((goal) => unitKind === 'visitor' || goal.scope === 'page-view');
  const longest = Math.max(...facts.goals.map((goal) => goal.windowDays)) * DAY;
  const own = events.filter((event) => event.at >= first.at && belongs(event, facts));
  const within = (goal: Goal) =>
    own.filter(
      (event) => event.at < first.at + goal.windowDays * DAY && !isForeignCurrency(event.currency, goal),
    );
  const seenEvents = exposures.filter((event) => event.at < first.at + longest);

  const values = bareRecord<GoalValue>();
  for (const goal of goals) values[goal.code] = goalValue(goal, within(goal));
  const { experience, variant, wouldBe, propensity, weightsVersion } = first.decision;
  return {
    experience,
    unitKind,
    variant,
    wouldBe,
    propensity,
    weightsVersion,
    dimensions: first.dimensions ?? {},
    at: first.at,
    day: dayOf(first.at),
    viewsBefore: unitKind === 'visitor' ? viewsBefore(events, first.at) : null,
    seen: seenPairs(seenEvents),
    multiple: sawSeveral(seenEvents, facts),
    goals: values,
    days: goals.flatMap((goal) => goalDays(goal, within(goal), dayOf)),
    closesAt: first.at + longest + LIMITS.eventAgeDays * DAY,
  };
}

/**
 * May a recomputation no longer change what is stored? Once it is closed no accepted event can; and a first exposure
 * that is later than the stored one says that raw events are missing, not that they never were.
 * @param now epoch milliseconds.
 */
export const isFinal = (stored: Participation, recomputed: Participation, now: number): boolean =>
  Math.min(stored.closesAt, recomputed.closesAt) < now || recomputed.at > stored.at;

type Exposure = RecordedEvent & { readonly decision: ExposedDecision };

const opens = (event: RecordedEvent, facts: ExperienceFacts): event is Exposure =>
  event.type === 'exposure' &&
  event.decision?.experience === facts.code &&
  isVerified(event) &&
  !isReach(event.decision, facts);

const byTime = (a: RecordedEvent, b: RecordedEvent) => a.at - b.at || (a.hash < b.hash ? -1 : 1);

/** An interaction on something else, or said to belong to another experience, is not this one's. */
function belongs(event: RecordedEvent, facts: ExperienceFacts): boolean {
  if (event.type === 'exposure') return event.decision?.experience === facts.code && isVerified(event);
  if (event.type === 'interaction') {
    if (event.experience !== undefined) return event.experience === facts.code;
    return event.entry === undefined || facts.entries.size === 0 || facts.entries.has(event.entry);
  }
  return true;
}

const viewsBefore = (events: readonly RecordedEvent[], at: number): number =>
  events.filter(
    (event) => event.type === 'view' && event.at < at && event.at >= at - LIMITS.covariateDays * DAY,
  ).length;

function seenPairs(exposures: readonly Exposure[]): [number, string][] {
  const pairs = new Map<string, [number, string]>();
  for (const { decision } of exposures) {
    pairs.set(`${decision.weightsVersion}:${decision.variant}`, [decision.weightsVersion, decision.variant]);
  }
  return [...pairs.values()].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
}

/** In `relevance`: both shown and held out. Otherwise: two variants under one weights version. */
function sawSeveral(exposures: readonly Exposure[], facts: ExperienceFacts): boolean {
  if (facts.selection === 'relevance') {
    const sides = new Set(exposures.map(({ decision }) => decision.variant === BASE));
    return sides.size > 1;
  }
  const variants = new Map<number, string>();
  return exposures.some(({ decision }) => {
    const earlier = variants.get(decision.weightsVersion);
    variants.set(decision.weightsVersion, earlier ?? decision.variant);
    return earlier !== undefined && earlier !== decision.variant;
  });
}

function goalDays(goal: Goal, events: readonly RecordedEvent[], dayOf: DayOf): GoalDay[] {
  const days = new Map<string, { day: string; goal: string; count: number; value: number }>();
  for (const event of events) {
    if (!reaches(event, goal)) continue;
    const day = dayOf(event.at);
    const cell = days.get(day) ?? { day, goal: goal.code, count: 0, value: 0 };
    cell.count += 1;
    // A rate has no currency that its values could be said in.
    if (goal.kind !== 'rate') cell.value += event.value ?? 0;
    days.set(day, cell);
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
