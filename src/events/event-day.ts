import type { Unit } from '../model/visitor-context';
import type { DayOf } from './calendar-day';
import type { ExperienceFacts } from './experience-facts';
import { isReach, isVerified, type Participation } from './participation';
import type { RecordedEvent } from './recorded-event';

/** What a day counts: exposures by how they count, events that reached a goal, and events of bots. */
export type DayMeasure = 'exposure' | 'reach' | 'unverified' | 'goal' | 'bot';

/** Counts by day of the event, for the day-by-day table. */
export interface EventDayKey {
  /** Empty for bots, of whom nothing but their number is kept; so are variant and kind of unit. */
  readonly experience: string;
  readonly variant: string;
  readonly wouldBe: string;
  readonly unitKind: Unit['kind'] | '';
  readonly day: string;
  readonly measure: DayMeasure;
  /** Of measure `goal`; otherwise `''`. */
  readonly goal: string;
}

export interface EventDayCell extends EventDayKey {
  readonly count: bigint;
  /** See `toFixedPoint`. */
  readonly value: bigint;
}

/** The day of one new exposure. Events are counted once each, so nothing needs to be taken back. */
export function exposureDay(
  event: RecordedEvent,
  facts: ExperienceFacts,
  unitKind: Unit['kind'],
  dayOf: DayOf,
): EventDayCell | null {
  if (!event.decision) return null;
  const { experience, variant, wouldBe } = event.decision;
  const measure = !isVerified(event) ? 'unverified' : isReach(event.decision, facts) ? 'reach' : 'exposure';
  return {
    experience,
    variant,
    wouldBe,
    unitKind,
    day: dayOf(event.at),
    measure,
    goal: '',
    count: 1n,
    value: 0n,
  };
}

/** Events of bots that came in on one day. */
export const botDay = (day: string, count: number): EventDayCell => ({
  experience: '',
  variant: '',
  wouldBe: '',
  unitKind: '',
  day,
  measure: 'bot',
  goal: '',
  count: BigInt(count),
  value: 0n,
});

/** The day counts of goals that change when a participation becomes another. */
export function goalDayDifference(before: Participation | null, after: Participation | null): EventDayCell[] {
  const cells = new Map<string, EventDayCell>();
  const move = (participation: Participation | null, sign: bigint) => {
    for (const cell of participation ? goalDayCells(participation) : []) {
      const key = eventDayKeyText(cell);
      const known = cells.get(key);
      const count = (known?.count ?? 0n) + sign * cell.count;
      cells.set(key, { ...cell, count, value: (known?.value ?? 0n) + sign * cell.value });
    }
  };
  move(before, -1n);
  move(after, 1n);
  return [...cells.values()].filter((cell) => cell.count !== 0n || cell.value !== 0n);
}

/** The key as one text. */
export const eventDayKeyText = (key: EventDayKey): string =>
  JSON.stringify([key.experience, key.variant, key.wouldBe, key.unitKind, key.day, key.measure, key.goal]);

function goalDayCells(participation: Participation): EventDayCell[] {
  const { experience, variant, wouldBe, unitKind } = participation;
  return participation.days.map(({ day, goal, count, value }) => ({
    experience,
    variant,
    wouldBe,
    unitKind,
    day,
    measure: 'goal' as const,
    goal,
    count: BigInt(count),
    value: BigInt(value),
  }));
}
