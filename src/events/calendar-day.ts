/** `YYYY-MM-DD` of an instant in epoch milliseconds. */
export type DayOf = (at: number) => string;

const DAY_CACHE_SIZE = 1_000;
const QUARTER_HOUR = 900_000;

/**
 * The calendar day on which an instant falls in `timeZone` (IANA).
 * Offsets of all zones are multiples of a quarter of an hour, so one look-up serves all instants of it.
 */
export function calendarDay(timeZone: string): DayOf {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const known = new Map<number, string>();
  return (at) => {
    const slot = Math.floor(at / QUARTER_HOUR);
    const cached = known.get(slot);
    if (cached !== undefined) return cached;
    if (known.size >= DAY_CACHE_SIZE) known.clear();
    const day = format.format(slot * QUARTER_HOUR);
    known.set(slot, day);
    return day;
  };
}
