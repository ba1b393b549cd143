import { tzOffset } from '@date-fns/tz';
import { parseInstant } from '../context/iso-instant';

const HAS_OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Epoch milliseconds of a schedule's date. With an offset it is that instant; without one it is wall time in
 * `timeZone` (IANA), a bare day its midnight. A wall time that a clock change skips is read with the offset
 * from before the change (02:30 becomes 03:30), one that it repeats is the first of the two.
 * Unreadable text or an unknown zone: `undefined`.
 */
export const instantOf = (text: string, timeZone: string): number | undefined => {
  const wall = parseInstant(text);
  if (wall === undefined || (text.includes('T') && HAS_OFFSET.test(text))) return wall;
  const before = wall - offsetAt(wall - DAY_MS, timeZone);
  const after = wall - offsetAt(wall + DAY_MS, timeZone);
  if (Number.isNaN(before) || Number.isNaN(after)) return undefined;
  // Both offsets of the days around are candidates; one that is in force at its own instant reads the clock right.
  if (offsetAt(before, timeZone) === wall - before) return before;
  return offsetAt(after, timeZone) === wall - after ? after : before;
};

/** Milliseconds that the zone's clocks are ahead of UTC; NaN for an unknown zone. */
const offsetAt = (instant: number, timeZone: string): number =>
  tzOffset(timeZone, new Date(instant)) * MINUTE_MS;
