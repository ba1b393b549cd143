import type { Goal } from '../model/goal';
import { toFixedPoint, VALUE_SCALE } from './fixed-point';
import type { RecordedEvent } from './recorded-event';

/** What one unit contributed to one goal; see `toFixedPoint`. */
export interface GoalValue {
  readonly y: number;
  /** Denominator of a ratio goal; 0 otherwise. */
  readonly d: number;
}

/** Does this event reach the goal? A conversion names the goal's code or its event, other types are events by themselves. */
export const reaches = (event: RecordedEvent, goal: Goal): boolean =>
  isCalled(event, goal.event) || (event.type === 'conversion' && event.goal === goal.code);

/**
 * A value in another currency cannot be added. A missing currency is taken to be the goal's; to a goal without one,
 * every currency is foreign, unless it is a rate, which adds no values.
 */
export const isForeignCurrency = (currency: string | undefined, goal: Goal): boolean =>
  currency !== undefined && currency !== goal.currency && goal.kind !== 'rate';

/** A unit's value for one goal from those of its events that fall into the goal's window. */
export function goalValue(goal: Goal, events: readonly RecordedEvent[]): GoalValue {
  const reaching = events.filter((event) => reaches(event, goal));
  switch (goal.kind) {
    case 'rate':
      return { y: reaching.length > 0 ? VALUE_SCALE : 0, d: 0 };
    case 'value':
      return {
        y: capped(
          goal,
          sum(reaching, (event) => event.value ?? 0),
        ),
        d: 0,
      };
    case 'ratio': {
      const below = events.filter(
        (event) => goal.denominator !== undefined && isCalled(event, goal.denominator),
      );
      return { y: capped(goal, sum(reaching, countOrValue)), d: sum(below, countOrValue) };
    }
  }
}

const isCalled = (event: RecordedEvent, name: string): boolean =>
  event.type === 'conversion' ? event.goal === name : event.type === name;

const countOrValue = (event: RecordedEvent) => event.value ?? VALUE_SCALE;

const sum = (events: readonly RecordedEvent[], term: (event: RecordedEvent) => number) =>
  events.reduce((total, event) => total + term(event), 0);

const capped = (goal: Goal, y: number) => (goal.cap === undefined ? y : Math.min(y, toFixedPoint(goal.cap)));
