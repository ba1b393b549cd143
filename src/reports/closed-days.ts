const DAY = 86_400_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The last day whose units have had the whole of the goal's window; `null` when `today` is no day. A unit seen late
 * on day D has its window until late on day D + `windowDays`, so D is closed on the day after.
 *
 * @param today `YYYY-MM-DD` in the project's time zone. @param windowDays whole days from 0.
 */
export function lastClosedDay(today: string, windowDays: number): string | null {
  const at = ISO_DAY.test(today) ? Date.parse(`${today}T00:00:00Z`) : NaN;
  const closed = new Date(at - (Math.ceil(windowDays) + 1) * DAY);
  return Number.isNaN(closed.getTime()) ? null : closed.toISOString().slice(0, 10);
}
