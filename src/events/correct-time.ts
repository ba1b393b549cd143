import { issue, type Issue } from '../foundation/issue';
import { LIMITS } from '../foundation/limits';
import { err, ok, type Result } from '../foundation/result';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * When an event happened by the server's clock: the sender's clock is taken to be wrong by the difference
 * between when it says the batch left and when the batch came. All times are epoch milliseconds.
 *
 * Fails with `clock` where the result is older than `LIMITS.eventAgeDays` or lies ahead of the server
 * by more than `LIMITS.eventFutureMinutes`.
 */
export function correctTime(occurredAt: number, sentAt: number, receivedAt: number): Result<number, Issue> {
  const corrected = occurredAt + (receivedAt - sentAt);
  const tooOld = corrected < receivedAt - LIMITS.eventAgeDays * DAY;
  const tooNew = corrected > receivedAt + LIMITS.eventFutureMinutes * MINUTE;
  if (!tooOld && !tooNew) return ok(corrected);
  return err(
    issue(
      'clock',
      ['occurredAt'],
      `An event counts from ${LIMITS.eventAgeDays} days before the batch was sent to ` +
        `${LIMITS.eventFutureMinutes} minutes after; check the clock that "occurredAt" and "sentAt" come from.`,
    ),
  );
}
